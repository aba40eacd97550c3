import ArabicText
import Glibc
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Numbers and words that somebody else has written.
@Suite struct OutsideValueTests {
  private static let text = AnchoredText(
    DecodedText("افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء."), contentHash: "a")
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Numbers at the ends of what numbers there are.
  private static let numbers: [String] = [
    "-9223372036854775808", "-9223372036854775807", "-9223372036854775000", "-62135596800001",
    "-1", "0", "1", "4", "62", "63", "64", "253402300800000", "9223372036854775000",
    "9223372036854775806", "9223372036854775807",
  ]
  private static let jsonNumbers =
    numbers + [
      "9223372036854775808", "-9223372036854775809", "1e30", "-1e30", "1e999", "-1e999", "0.5",
      "4.0", "null", "true", "\"4\"", "[]", "{}", "\"\"",
    ]

  // MARK: Files of others

  /// Files of all formats with one value in the place of `@`.
  private static let files: [(ExchangeFormat, String)] = [
    (.jsonl, #"{"spans":[{"start":@,"end":6,"label":"PER"}]}"#),
    (.jsonl, #"{"spans":[{"start":0,"end":@,"label":"PER"}]}"#),
    (.jsonl, #"{"text":"افتتحت وزيرة","label":[[@,6,"PER"],[0,@,"x"],[@,@,"y"]]}"#),
    (.jsonl, #"{"spans":[{"start":0,"end":6,"rawi":{"id":"x","created":@,"note":"n"}}]}"#),
    (
      .jsonl,
      #"{"spans":[{"start":0,"end":6,"rawi":{"id":"x","created":0,"modified":@,"note":"n"}}]}"#
    ),
    (.jsonl, #"{"spans":[{"start":0,"end":6,"rawi":{"id":@,"created":0,"color":@,"tags":@}}]}"#),
    (
      .jsonl,
      #"{"data":{"text":"افتتحت"},"annotations":[{"result":[{"value":{"start":@,"end":@,"labels":["PER"]}}]}]}"#
    ),
    (.brat, "T1\tPER @ 6\tافتتحت\n"), (.brat, "T1\tPER 0 @\tافتتحت\n"),
    (.brat, "T1\tPER @ @;@ @\tافتتحت\n"),
    (
      .brat,
      "T1\tNote 0 6\tافتتحت\n#1\tRawi T1\t{\"id\":\"x\",\"created\":@}\n#2\tAnnotatorNotes T1\tn\n"
    ),
    (.conll, "افتتحت B-@\nوزيرة I-@\n"),
    (
      .w3c,
      #"{"type":"Annotation","body":"n","created":@,"target":{"selector":[{"type":"TextPositionSelector","start":@,"end":6}]}}"#
    ),
    (
      .w3c,
      #"{"type":"Annotation","body":"n","target":{"selector":[{"type":"TextPositionSelector","start":@,"end":@},{"type":"TextQuoteSelector","exact":"وزيرة","prefix":"@"}]}}"#
    ),
  ]

  private func exportsEverything() throws {
    let store = try AnnotationStore(path: folder.store)
    let all = try store.annotations(of: Self.text).all()
    for format in ExchangeFormat.allCases {
      _ = format.write(ExchangeDocument(text: Self.text, name: "x", annotations: all))
    }
    _ = try store.annotatedDocuments().map(\.seen.iso)
  }

  @Test(arguments: files.indices)
  func `whatever number a file holds, all can be exported that was taken in`(_ index: Int) throws {
    let (format, content) = Self.files[index]
    for number in Self.jsonNumbers {
      let filled = content.replacing("@", with: number)
      guard let result = try? format.read(filled, of: Self.text) else { continue }
      for annotation in result.annotations {
        let anchor = annotation.anchor
        #expect(Self.text.span(at: anchor) != nil, "\(filled)")
        #expect(Timestamp.range.contains(annotation.created.milliseconds))
      }
      let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
      _ = try notes.perform(result.annotations.map(AnnotationEdit.add), summary: "imported")
      try exportsEverything()
      while try notes.undo() != nil {}
    }
  }

  @Test func `names that only a normal form tells apart are two`() throws {
    let anchor = try #require(Self.text.anchor(start: 0, end: 6))
    let names = ["\u{E9}", "e\u{301}"].map { AnnotationID(rawValue: $0) }
    #expect(names[0] != names[1] && Set(names).count == 2 && names[0] > names[1])
    let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
    _ = try notes.perform(
      names.map { .add(Annotation(id: $0, anchor: anchor, note: "n")) }, summary: "add")
    #expect(Set(try notes.all().map(\.id)) == Set(names))
  }

  @Test(arguments: ["", String(repeating: "x", count: AnnotationID.longest + 1)])
  func `a name of no length, or of one that is none, is not taken in`(_ name: String) throws {
    let anchor = try #require(Self.text.anchor(start: 0, end: 6))
    let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
    let annotation = Annotation(id: AnnotationID(rawValue: name), anchor: anchor, note: "n")
    #expect(throws: StoreError.self) { try notes.perform([.add(annotation)], summary: "add") }
    #expect(try notes.all().isEmpty)
  }

  // MARK: A store

  /// A store with one annotation and its journal.
  private func fill() throws {
    let store = try AnnotationStore(path: folder.store)
    let notes = store.annotations(of: Self.text, path: "/a.txt")
    let anchor = try #require(Self.text.anchor(start: 7, end: 18))
    let one = Annotation(anchor: anchor, color: .green, note: "n", tags: ["t"])
    var other = one
    other.correction = .reject(subject: .init(name: "x", kind: .person))
    _ = try notes.perform([.add(one)], summary: "add")
    _ = try notes.perform([.change(from: one, to: other)], summary: "change")
    try store.places.remember(
      ReadingPlace(offset: TextOffset(4), jumps: [.zero]), forContentHash: "a")
    try store.places.remember(marks: ["a": TextOffset(2)], forContentHash: "a")
  }

  private static let columns = [
    "document.work", "document.seen", "annotation.work", "annotation.created",
    "annotation.modified", "anchor.work", "anchor.first", "anchor.last", "anchor.distinction",
    "anchor.side_distinction", "anchor.made", "change.number", "change.work", "change.made",
    "change.state", "reading_place.offset", "reading_place.updated", "reading_mark.offset",
  ]

  @Test(arguments: columns)
  func `whatever number stands in a store, it is read or refused`(_ column: String) throws {
    let (table, name) = (column.split(separator: ".")[0], column.split(separator: ".")[1])
    let edited = AnchoredText(
      DecodedText("عاجل\nافتتحت وزيرة النقل ليلى الحداد جسرا جديدا"), contentHash: "b")
    for number in Self.numbers {
      for file in folder.names { unlink("\(folder.path)/\(file)") }
      try fill()
      do {
        let database = try Database(path: folder.store)
        try database.runScript("PRAGMA ignore_check_constraints = ON")
        try database.run("UPDATE OR REPLACE \(table) SET \(name) = \(number)")
      }
      let store = try AnnotationStore(path: folder.store)
      #expect(try store.places.place(forContentHash: "a")?.offset.utf8 ?? 0 >= 0)
      #expect(try store.places.marks(forContentHash: "a").values.allSatisfy { $0 >= .zero })
      _ = try? store.annotations(of: edited, path: "/a.txt").all()
      try exportsEverything()
      let notes = store.annotations(of: Self.text, path: "/a.txt")
      for _ in 0..<3 { _ = try? notes.undo() }
      for _ in 0..<3 { _ = try? notes.redo() }
      let new = Annotation(anchor: try #require(Self.text.anchor(start: 0, end: 6)), note: "new")
      _ = try? notes.perform([.add(new)], summary: "add")
      _ = try store.places.forgetOldest(keeping: 1)
      try exportsEverything()
    }
  }

  @Test(arguments: [
    "annotation SET color = 'mauve'", "annotation SET tags = 'no json'",
    "annotation SET tags = '[1]'",
    "annotation SET more = '{'", "annotation SET more = '{\"correction\": 1}'",
    "annotation SET more = '{\"scope\": \"galaxy\"}'",
    "annotation SET more = '{\"absentFrom\": 4}'",
  ])
  func `an annotation that cannot be read is an error, and is not lost`(_ change: String) throws {
    try fill()
    try Database(path: folder.store).run("UPDATE \(change)")
    let kept = try rows("annotation")
    let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
    let error = StoreError.unknownAnnotation(path: folder.store)
    #expect(throws: error) { try notes.all() }
    let id = AnnotationID(
      rawValue: try Database(path: folder.store).rows("SELECT id FROM annotation") {
        $0.text(0) ?? ""
      }[0])
    #expect(throws: error) { try notes.perform([.remove(id)], summary: "remove") }
    #expect(try rows("annotation") == kept)
    // The journal knows what it was.
    #expect(try notes.undo() != nil)
    #expect(try notes.all().count == 1)
  }

  private func rows(_ table: String) throws -> [String] {
    try Database(path: folder.store).rows("SELECT * FROM \(table)") { row in
      (0..<6).map { row.text($0) ?? "-" }.joined(separator: "|")
    }
  }

  @Test(arguments: [
    "'no json'", "'[]'", "'{}'", "'[{}]'", "'[{\"before\":null,\"after\":null}]'",
    "replace(items, '\"n\"', '1')", "replace(items, '\"green\"', '\"mauve\"')",
    "replace(items, '[\"t\"]', '[1]')", "replace(items, '[\"t\"]', '\"t\"')",
    "replace(items, '\"created\":', '\"created\":1e30,\"x\":')",
    "replace(items, '\"start\":', '\"start\":1e30,\"x\":')",
    "replace(items, '\"end\":', '\"end\":\"e\",\"x\":')",
    "replace(items, '\"sha256\":', '\"sha\":')", "replace(items, '\"id\":', '\"name\":')",
    "replace(items, '\"scope\":\"here\"', '\"scope\":\"galaxy\"')",
    "replace(items, '\"correction\":', '\"correction\":7,\"x\":')",
  ])
  func `a change that cannot be read is an error, and nothing is undone`(_ items: String) throws {
    try fill()
    try Database(path: folder.store).run("UPDATE change SET items = \(items)")
    let notes = try AnnotationStore(path: folder.store).annotations(of: Self.text)
    let before = try notes.all()
    #expect(throws: StoreError.unknownChange(path: folder.store)) { try notes.undo() }
    #expect(try notes.all() == before)
  }
}
