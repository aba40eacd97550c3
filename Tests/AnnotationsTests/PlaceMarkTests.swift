import Annotations
import ArabicText
import TestSupport
import Testing

/// Marks that a person sets by letters.
struct PlaceMarkTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `are kept by the hash of the text and replaced as a whole`() throws {
    let path = folder.path + "/store.sqlite"
    let first: [Character: TextOffset] = ["a": TextOffset(4), "س": TextOffset(90)]
    do {
      let store = try AnnotationStore(path: path)
      try store.places.remember(marks: first, forContentHash: "one")
      try store.places.remember(marks: ["a": TextOffset(7)], forContentHash: "two")
    }
    let store = try AnnotationStore(path: path)
    #expect(try store.places.marks(forContentHash: "one") == first)
    try store.places.remember(marks: ["b": TextOffset(1)], forContentHash: "one")
    #expect(try store.places.marks(forContentHash: "one") == ["b": TextOffset(1)])
    #expect(try store.places.marks(forContentHash: "two") == ["a": TextOffset(7)])
    #expect(try store.places.marks(forContentHash: "none").isEmpty)
  }
}
