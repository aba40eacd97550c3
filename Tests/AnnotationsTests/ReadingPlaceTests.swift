import ArabicText
import Glibc
import Platform
import TestSupport
import Testing
@testable import Annotations

@Suite struct ReadingPlaceTests {
  private let folder: TemporaryFolder
  private let place = ReadingPlace(
    offset: TextOffset(70_000), caret: TextOffset(70_010),
    jumps: [TextOffset(0), TextOffset(12), TextOffset(12)],
    updated: Timestamp(milliseconds: 1_700_000_000_123))

  init() throws { folder = try TemporaryFolder() }

  @Test func `an unknown document has no place`() throws {
    let store = try AnnotationStore(path: folder.store)
    #expect(try store.places.place(forContentHash: "a") == nil)
  }

  @Test func `a place comes back as it was given`() throws {
    let store = try AnnotationStore(path: folder.store)
    try store.places.remember(place, forContentHash: "a", path: "/news/\u{62E}\u{628}\u{631}.txt")
    #expect(try store.places.place(forContentHash: "a") == place)
    #expect(try store.places.place(forContentHash: "A") == nil)
  }

  @Test func `of a document with notes their number and their words are told`() throws {
    let store = try AnnotationStore(path: folder.store)
    let text = AnchoredText(DecodedText("افتتحت وزيرة النقل جسرا"), contentHash: "a")
    let anchor = try #require(text.anchor(start: 0, end: 6))
    func annotation(_ id: String, _ note: String, _ tags: [String] = []) -> Annotation {
      Annotation(id: AnnotationID(rawValue: id), anchor: anchor, note: note, tags: tags)
    }
    _ = try store.annotations(of: text, path: "/a").perform(
      [.add(annotation("x", "ملاحظة", ["مهم"])), .add(annotation("y", "أخرى"))], summary: "add")
    let reading = try #require(try store.places.all()["a"])
    #expect(reading.notes == 2)
    for word in ["ملاحظة", "مهم", "أخرى"] { #expect(reading.words.contains(word)) }
  }

  @Test func `a document with notes that nobody has opened here is new`() throws {
    let store = try AnnotationStore(path: folder.store)
    let text = AnchoredText(DecodedText("افتتحت وزيرة النقل جسرا"), contentHash: "a")
    let note = Annotation(
      id: AnnotationID(rawValue: "x"), anchor: try #require(text.anchor(start: 0, end: 6)),
      note: "ملاحظة", tags: [])
    _ = try store.annotations(of: text, path: "/a").perform([.add(note)], summary: "add")
    #expect(try store.places.all()["a"]?.isOpened == false)
    try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "a")
    #expect(try store.places.all()["a"]?.isOpened == true)
  }

  @Test func `a place without jumps comes back`() throws {
    let store = try AnnotationStore(path: folder.store)
    let start = ReadingPlace(offset: .zero)
    try store.places.remember(start, forContentHash: "")
    #expect(try store.places.place(forContentHash: "") == start)
  }

  @Test func `a place is there when the store is opened again`() throws {
    do { try AnnotationStore(path: folder.store).places.remember(place, forContentHash: "a") }
    #expect(folder.names == ["annotations.sqlite", "annotations.sqlite.made"])
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == nil)
    #expect(try store.places.place(forContentHash: "a") == place)
  }

  @Test func `a later place takes the stead of the one before`() throws {
    let store = try AnnotationStore(path: folder.store)
    try store.places.remember(place, forContentHash: "a", path: "/a")
    // Even when the clock was set back meanwhile.
    let next = ReadingPlace(offset: TextOffset(5), updated: Timestamp(milliseconds: 1))
    try store.places.remember(next, forContentHash: "a")
    #expect(try store.places.place(forContentHash: "a") == next)
  }

  @Test func `the path that is known stays when none is given`() throws {
    do {
      let store = try AnnotationStore(path: folder.store)
      try store.places.remember(place, forContentHash: "a", path: "/a")
      try store.places.remember(place, forContentHash: "a")
    }
    let database = try Database(path: folder.store)
    #expect(try database.rows("SELECT path FROM reading_place") { $0.text(0) } == ["/a"])
  }

  @Test func `text from outside is kept as text`() throws {
    let store = try AnnotationStore(path: folder.store)
    let hash = "'; DROP TABLE reading_place; --\u{0}\u{644}"
    try store.places.remember(place, forContentHash: hash, path: "\u{0}")
    #expect(try store.places.place(forContentHash: hash) == place)
  }

  @Test func `a place before the text is refused`() throws {
    let store = try AnnotationStore(path: folder.store)
    #expect(throws: StoreError.self) {
      try store.places.remember(ReadingPlace(offset: TextOffset(-1)), forContentHash: "a")
    }
    #expect(try store.places.place(forContentHash: "a") == nil)
  }

  @Test func `the documents read longest ago are forgotten first`() throws {
    let store = try AnnotationStore(path: folder.store)
    for (hash, age) in [("a", 30), ("b", 10), ("c", 20), ("d", 40)] {
      let updated = Timestamp(milliseconds: 1_000_000 - Int64(age))
      try store.places.remember(
        ReadingPlace(offset: .zero, updated: updated), forContentHash: hash)
    }
    #expect(try store.places.forgetOldest(keeping: 4) == 0)
    #expect(try store.places.forgetOldest(keeping: 2) == 2)
    let known = try ["a", "b", "c", "d"].filter {
      try store.places.place(forContentHash: $0) != nil
    }
    #expect(known == ["b", "c"])
    #expect(try store.places.forgetOldest(keeping: 0) == 2)
  }
}
