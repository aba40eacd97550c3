import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// A text that grows, or is edited, to one that has annotations of its own.
@Suite struct GrownTextTests {
  private static let part = "افتتحت وزيرة النقل ليلى الحداد جسرا"
  private static let words = part + " جديدا في مدينة الزهراء."
  private let folder: TemporaryFolder
  private let store: AnnotationStore
  private let whole = AnchoredText(DecodedText(words), contentHash: "whole")
  private let beginning = AnchoredText(DecodedText(part), contentHash: "part")
  private let key = StreamKey.make()

  init() throws {
    folder = try TemporaryFolder()
    store = try AnnotationStore(path: folder.store)
  }

  private func annotation(
    _ range: Range<Int>, _ color: HighlightColor? = nil, note: String = "", tags: [String] = [],
    of text: AnchoredText? = nil
  ) throws -> Annotation {
    let text = text ?? beginning
    return Annotation(
      anchor: try #require(text.anchor(start: range.lowerBound, end: range.upperBound)),
      color: color, note: note, tags: tags)
  }

  private func add(
    _ annotation: Annotation, to text: AnchoredText, at path: String?, summary: String = "add"
  ) throws {
    _ = try store.annotations(of: text, path: path).perform([.add(annotation)], summary: summary)
  }

  private func said(_ text: AnchoredText, at path: String?) throws -> [String] {
    try store.annotations(of: text, path: path).all().map { placed in
      let words = placed.span.map { text.text.string(in: $0) } ?? "-"
      return words + ":" + (placed.annotation.color?.rawValue ?? "") + ":" + placed.annotation.note
    }
  }

  /// The keys of two streams, and the path of a file that grows.
  @Test(arguments: [StreamKey.make(), "/log.txt"])
  func `what is written before the text is whole is joined with what it has, and undone first`(
    path: String
  ) throws {
    try add(annotation(31..<35, .green, of: whole), to: whole, at: "/a.txt", summary: "old")
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: path, summary: "new")
    let joined = ["ليلى الحداد::من هي؟", "جسرا:green:"]
    let (said, kept) = (try said(whole, at: path), try self.said(whole, at: nil))
    // «جسرا» stands at 31.
    #expect(Set(said) == Set(joined) && Set(kept) == Set(joined))
    let notes = store.annotations(of: whole, path: path)
    #expect(try notes.undo()?.summary == "new")
    #expect(try notes.all().map(\.annotation.color) == [.green])
    #expect(try notes.redo()?.summary == "new")
    #expect(try notes.undo()?.summary == "new")
    #expect(try notes.undo()?.summary == "old")
    #expect(try notes.all().isEmpty)
    #expect(try notes.undo() == nil)
  }

  @Test func `the list tells where the whole text lies`() throws {
    try add(annotation(31..<35, .green, of: whole), to: whole, at: "/a.txt")
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: key)
    _ = try said(whole, at: key)
    let documents = try store.annotatedDocuments()
    #expect(documents.map(\.path) == ["/a.txt"] && documents.map(\.contentHash) == ["whole"])
    #expect(documents.map(\.count) == [2])
  }

  @Test func `what says the same is there once, and what says more adds to it`() throws {
    let old = try annotation(0..<6, .yellow, tags: ["نقل"], of: whole)
    try add(old, to: whole, at: nil)
    let new = try annotation(0..<6, .yellow)
    try add(new, to: beginning, at: key)
    var more = new
    (more.note, more.tags) = ("متى؟", ["جسور"])
    let before = store.annotations(of: beginning, path: key)
    _ = try before.perform([.change(from: new, to: more)], summary: "noted")
    let notes = store.annotations(of: whole, path: key)
    let joined = try #require(try notes.all().first?.annotation)
    #expect(try notes.all().count == 1)
    #expect(joined.note == "متى؟" && joined.tags == ["نقل", "جسور"] && joined.id == old.id)
    // Each step back takes away what it brought, and never what there was.
    _ = try notes.undo()
    #expect(try notes.all().map(\.annotation.note) == [""])
    _ = try notes.undo()
    #expect(try notes.all().map(\.annotation) == [old])
    _ = try notes.undo()
    #expect(try notes.all().isEmpty)
  }

  @Test func `another note, or another colour, of the same words stands beside`() throws {
    try add(annotation(0..<6, .yellow, note: "قديم", of: whole), to: whole, at: nil)
    try add(annotation(0..<6, .yellow, note: "جديد"), to: beginning, at: key)
    try add(annotation(0..<6, .blue), to: beginning, at: key)
    #expect(
      try Set(said(whole, at: key))
        == ["افتتحت:yellow:قديم", "افتتحت:yellow:جديد", "افتتحت:blue:"])
  }

  @Test func `two annotations of one name are told apart, in the journal, too`() throws {
    var old = try annotation(0..<6, note: "قديم", of: whole)
    var new = try annotation(7..<12, note: "جديد")
    (old.id, new.id) = (AnnotationID(rawValue: "n1"), AnnotationID(rawValue: "n1"))
    try add(old, to: whole, at: nil)
    try add(new, to: beginning, at: key)
    let notes = store.annotations(of: whole, path: key)
    #expect(try notes.all().map(\.annotation.note) == ["قديم", "جديد"])
    _ = try notes.undo()
    #expect(try notes.all().map(\.annotation.note) == ["قديم"])
  }

  @Test func `a file that is edited back to a text that is known keeps what was written`() throws {
    let other = AnchoredText(DecodedText("عاجل: " + Self.words), contentHash: "other")
    try add(annotation(31..<35, .green, of: whole), to: whole, at: "/a.txt")
    try add(annotation(25..<36, note: "من؟", of: other), to: other, at: "/b.txt")
    #expect(try Set(said(whole, at: "/b.txt")) == ["ليلى الحداد::من؟", "جسرا:green:"])
  }

  @Test func `another article at the path of one keeps its own annotations`() throws {
    let other = AnchoredText(DecodedText("نص آخر لا صلة له به."), contentHash: "other")
    try add(annotation(0..<2, .green, of: other), to: other, at: "/other.txt")
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: "/today.txt")
    #expect(try said(other, at: "/today.txt") == ["نص:green:"])
    #expect(try said(beginning, at: nil) == ["ليلى الحداد::من هي؟"])
  }

  @Test func `a text that grows on from one that was known shows what it showed`() throws {
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: "/a.txt")
    let notes = store.annotations(of: whole, path: key, after: "part")
    #expect(try notes.all().map(\.annotation.note) == ["من هي؟"])
    // Another article that has begun with the same words, of which nothing is left.
    let other = AnchoredText(DecodedText("نص آخر لا صلة له به."), contentHash: "other")
    let another = store.annotations(of: other, path: StreamKey.make(), after: "part")
    #expect(try another.all().isEmpty)
  }

  @Test func `two readers of one text that grows, one ahead, lose nothing`() throws {
    try add(annotation(31..<35, .green, of: whole), to: whole, at: nil)
    try add(annotation(0..<6, note: "١"), to: beginning, at: "/log.txt")
    let ahead = try AnnotationStore(path: folder.store).annotations(of: whole, path: "/log.txt")
    #expect(try ahead.all().count == 2)
    try add(annotation(7..<12, note: "٢"), to: beginning, at: "/log.txt")
    #expect(try ahead.all().count == 3)
    #expect(try said(whole, at: "/log.txt").count == 3)
  }

  @Test func `what cannot be joined on disk is shown joined`() throws {
    try add(annotation(31..<35, .green, of: whole), to: whole, at: nil)
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: key)
    let read = try #require(try AnnotationStore(lookingInto: folder.store))
    #expect(try read.annotations(of: whole, path: key).all().count == 2)
    #expect(try said(whole, at: nil) == ["جسرا:green:"])
  }

  @Test func `what was undone and done again in a grown text has not moved when it is opened next`()
    throws
  {
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: key)
    let grown = store.annotations(of: whole, path: key)
    _ = try grown.all()
    _ = try grown.undo()
    _ = try grown.redo()
    let placements = try store.annotations(of: whole).all().map(\.placement)
    #expect(placements == [.exact(try #require(whole.span(start: 19, end: 30)))])
  }

  /// An end that a known text has not, one that it has besides, and none.
  @Test(arguments: [("", "\n"), ("\n", ""), ("\n", "\r\n"), ("\n", "\n\n")])
  func `a text with other line ends after its last words is the same`(
    known: String, read: String
  ) throws {
    func text(_ end: String) throws -> AnchoredText {
      let text = DecodedText(Self.words + end)
      let hashes = AnchoredText(text, contentHash: "").hashesButForLineEnds
      #expect(hashes.count == 5)
      // Which of the hashes is whose, the loader of documents knows.
      return AnchoredText(text, contentHash: hashes.sorted()[end.utf8.count])
    }
    let (before, now) = (try text(known), try text(read))
    try add(annotation(45..<50, .green, of: before), to: before, at: nil)
    let all = try store.annotations(of: now, path: key).all()
    #expect(all.map(\.placement) == [.exact(try #require(now.span(start: 45, end: 50)))])
    // As a pipe comes: a note on its beginning, then the rest.
    try add(annotation(19..<30, note: "من هي؟"), to: beginning, at: "/b.txt")
    #expect(Set(try said(now, at: "/b.txt")) == Set(try said(before, at: nil)))
    #expect(try said(now, at: "/b.txt").count == 2)
  }
}
