import ArabicText
import TestSupport
import Testing

@testable import Annotations

/// Two windows on one text, each with changes of its own.
@Suite struct OwnChangesTests {
  private let folder: TemporaryFolder
  private let text = AnchoredText(
    DecodedText("افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء."), contentHash: "a")
  private let notes: DocumentAnnotations

  init() throws {
    folder = try TemporaryFolder()
    notes = try AnnotationStore(path: folder.store).annotations(of: text, path: "/news/a.txt")
  }

  /// A window that is opened now.
  private func opened() throws -> OwnChanges {
    var own = OwnChanges()
    own.earlier = try notes.lastChange()
    return own
  }

  private func annotation(_ range: Range<Int>) throws -> Annotation {
    Annotation(
      anchor: try #require(text.anchor(start: range.lowerBound, end: range.upperBound)),
      color: .yellow)
  }

  @discardableResult
  private func perform(
    _ edit: AnnotationEdit, _ summary: String, _ own: inout OwnChanges
  ) throws -> AnnotationOutcome {
    let outcome = try notes.perform([edit], summary: summary)
    own.insert(outcome)
    return outcome
  }

  @Test
  func `each takes back and does again its own first, and says what is of the other`()
    throws
  {
    _ = try notes.perform([.add(annotation(36..<41))], summary: "earlier")
    var (first, second) = (try opened(), try opened())
    try perform(.add(annotation(0..<6)), "one", &first)
    try perform(.add(annotation(7..<12)), "two", &second)
    try perform(.add(annotation(13..<18)), "three", &first)
    let own = try #require(try notes.undo(own: second))
    #expect(own.summary == "two" && !own.isOfOthers)
    #expect(try notes.undo(own: first)?.summary == "three")
    #expect(try notes.redo(own: second)?.summary == "two")
    #expect(try notes.redo(own: first)?.summary == "three")
    #expect(try notes.undo(own: second)?.summary == "two")
    // Nothing of its own is left.
    let other = try #require(try notes.undo(own: second))
    #expect(other.summary == "three" && other.isOfOthers)
    #expect(try notes.undo(own: first)?.summary == "one")
    let earlier = try #require(try notes.undo(own: second))
    #expect(earlier.summary == "earlier" && !earlier.isOfOthers)
  }

  @Test func `changes of earlier days are taken back one by one, and done again in their order`()
    throws
  {
    let marked = try (0..<4).map { try annotation($0 * 7..<$0 * 7 + 5) }
    for (number, annotation) in marked.enumerated() {
      _ = try notes.perform([.add(annotation)], summary: "\(number)")
    }
    var own = try opened()
    func step(_ outcome: AnnotationOutcome?) -> String? {
      if let outcome { own.insert(outcome) }
      return outcome?.summary
    }
    #expect(try (0..<5).map { _ in step(try notes.undo(own: own)) } == ["3", "2", "1", "0", nil])
    #expect(try (0..<3).map { _ in step(try notes.redo(own: own)) } == ["0", "1", "2"])
    #expect(step(try notes.undo(own: own)) == "2")
  }

  @Test func `what the other has added to one's own is not lost`() throws {
    var (first, second) = (try opened(), try opened())
    let one = try annotation(0..<6)
    try perform(.add(one), "one", &first)
    var changed = one
    changed.note = "هنا"
    try perform(.change(from: one, to: changed), "note", &second)
    let last = try #require(try notes.undo(own: first))
    #expect(last.summary == "note" && last.isOfOthers)
    #expect(try notes.undo(own: first)?.summary == "one")
    // The note stands on what it was added to, which comes first.
    #expect(try notes.redo(own: second)?.summary == "one")
    #expect(try notes.redo(own: second)?.summary == "note")
    #expect(try notes.all().map(\.annotation.note) == ["هنا"])
  }
}
