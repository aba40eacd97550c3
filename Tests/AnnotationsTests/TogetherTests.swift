import ArabicText
import TestSupport
import Testing

@testable import Annotations

/// Many changes as one change of the file.
@Suite struct TogetherTests {
  private let folder: TemporaryFolder
  private let store: AnnotationStore
  private let notes: DocumentAnnotations
  private let text = AnchoredText(DecodedText("افتتحت وزيرة النقل جسرا جديدا"), contentHash: "a")

  init() throws {
    folder = try TemporaryFolder()
    store = try AnnotationStore(path: folder.store)
    notes = store.annotations(of: text)
  }

  private func add(_ note: String) throws(StoreError) {
    guard let anchor = text.anchor(start: 0, end: 6) else { throw .notInText }
    _ = try notes.perform([.add(Annotation(anchor: anchor, note: note))], summary: "add")
  }

  private func kept() throws -> Set<String> {
    Set(try AnnotationStore(path: folder.store).annotations(of: text).all().map(\.annotation.note))
  }

  @Test func `all are kept, each for itself in the journal`() throws {
    try store.together { () throws(StoreError) in
      try add("1")
      try add("2")
      _ = try notes.undo()
      _ = try notes.redo()
      try add("3")
    }
    #expect(try kept() == ["1", "2", "3"])
    _ = try notes.undo()
    #expect(try kept() == ["1", "2"])
  }

  @Test func `where it ends with an error nothing is kept`() throws {
    try add("0")
    #expect(throws: StoreError.notInText) {
      try store.together { () throws(StoreError) in
        try add("1")
        throw .notInText
      }
    }
    #expect(try kept() == ["0"])
    try add("2")
    #expect(try kept() == ["0", "2"])
  }

  @Test func `a part that fails is left out, and the others are kept`() throws {
    let stranger = Annotation(
      anchor: Anchor(
        start: ScalarOffset(3), end: ScalarOffset(3), exact: "", prefix: "", suffix: "",
        contentHash: "a"), note: "x")
    try store.together { () throws(StoreError) in
      try add("1")
      do throws(StoreError) {
        try store.together { () throws(StoreError) in
          try add("lost")
          _ = try notes.perform([.add(stranger)], summary: "add")
        }
      } catch {}
      try add("2")
    }
    #expect(try kept() == ["1", "2"])
  }

  @Test func `nobody else sees a part before all are kept`() throws {
    try store.together { () throws(StoreError) in
      try add("1")
      let seen = try? AnnotationStore(lookingInto: folder.store)?.annotations(of: text).all()
      #expect(seen?.isEmpty ?? true)
    }
    #expect(try kept() == ["1"])
  }
}
