import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TestSupport
import Testing

@testable import Annotations
@testable import Reader

/// What is open over an article while another program changes its file.
struct DocumentChangeTests {
  /// What the file becomes.
  enum Change: CaseIterable {
    case longer, shorter, edited, different, empty, otherCharset

    /// The text after the change; where the words «النخيل» are gone, `hasWords` is false.
    var text: String {
      switch self {
      case .longer: "سطر جديد كتبه غيرنا قبل كل شيء\n" + ReaderFixture.article
      case .shorter: "وادي النخيل\n"
      case .edited:
        ReaderFixture.article.replacing("وتستعد الشركة لمشروع آخر في وادي النخيل.", with: "")
      case .different: "خبر آخر لا يشبه الأول\nليس فيه شيء مما كان\n"
      case .empty: ""
      // The bytes of another charset, read as what they are not.
      case .otherCharset: "æÒíÑÉ ÇáäÞá ÊÝÊÊÍ ÌÓÑ ÇáäåÑ\n"
      }
    }
  }

  private func opened(_ search: String = "وادي النخيل") throws -> NotesFixture {
    let fixture = try NotesFixture(columns: 84, rows: 14)
    try fixture.press("/" + search)
    try fixture.press(.enter)
    return fixture
  }

  private func change(_ fixture: NotesFixture, to change: Change) {
    fixture.reader.send(.documentChanged(Document(change.text, name: "article.txt")))
  }

  /// All passages that the program was asked to annotate, with their words now.
  private func annotated(_ fixture: NotesFixture, since count: Int = 0) -> [String] {
    let text = fixture.state.article.document.text
    return fixture.reader.effects.dropFirst(count).flatMap { effect -> [String] in
      guard case .notes(.change(let edits, _)) = effect else { return [] }
      return edits.compactMap { edit in
        guard case .add(let span, _) = edit else { return nil }
        #expect(text.contains(span))
        return text.contains(span) ? text.string(in: span) : "outside"
      }
    }
  }

  @Test(arguments: Change.allCases)
  func `a note that is half typed stays on its words, or is kept and offered`(to change: Change)
    throws
  {
    let fixture = try opened()
    try fixture.press("aملاح")
    self.change(fixture, to: change)
    // Whoever types goes on typing: no letter is a command.
    #expect(fixture.state.isWritingNote)
    fixture.reader.press("ظةh")
    fixture.reader.press(.escape)
    if change == .longer {
      #expect(annotated(fixture) == ["وادي النخيل"])
    } else {
      #expect(fixture.state.notice?.phrase == Phrase(.noteWaitsForPassage, .key("a")))
      #expect(annotated(fixture).isEmpty)
      #expect(fixture.state.article.notes.drafts.map(\.text) == ["ملاحظةh"])
    }
  }

  @Test func `a note whose words are gone is taken up at other words`() throws {
    let fixture = try opened()
    try fixture.press("aملاحظة")
    change(fixture, to: .different)
    fixture.reader.press(.escape)
    fixture.reader.press("a")
    #expect(fixture.state.notice?.phrase == Phrase(.noteWaitsForPassage, .key("a")))
    fixture.reader.press("/خبر آخر")
    fixture.reader.press(.enter)
    fixture.reader.press("a")
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "ملاحظة")
    fixture.reader.press(.escape)
    #expect(annotated(fixture) == ["خبر آخر"])
    #expect(fixture.state.article.notes.drafts.isEmpty)
  }

  @Test func `two notes whose words went one after the other are both kept`() throws {
    let fixture = try opened()
    try fixture.press("aالأولى")
    change(fixture, to: .different)
    fixture.reader.press(.escape)
    fixture.reader.press("/خبر آخر")
    fixture.reader.press(.enter)
    fixture.reader.press("a")
    change(fixture, to: .empty)
    change(fixture, to: .longer)
    fixture.reader.press(.escape)
    fixture.reader.press("/النخيل")
    fixture.reader.press(.enter)
    fixture.reader.press("a")
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "الأولى")
  }

  @Test func `the note of an annotation that is stored stays with it`() throws {
    let fixture = try opened()
    try fixture.press("aقديمة")
    try fixture.press(.escape)
    let known = try #require(fixture.notes.first)
    try fixture.press("a وجديدة")
    change(fixture, to: .different)
    #expect(fixture.state.isWritingNote)
    fixture.reader.press(.escape)
    guard case .notes(.change(let edits, _)) = fixture.reader.effects.last,
      case .change(let before, let after) = edits.first
    else {
      Issue.record("the note is not stored")
      return
    }
    #expect(before == known)
    #expect(after.note == "قديمة وجديدة" && after.anchor == known.anchor)
  }

  @Test(arguments: Change.allCases)
  func `a passage that is being selected stays on its words or is given up`(to change: Change)
    throws
  {
    let fixture = try opened()
    try fixture.press("v")
    self.change(fixture, to: change)
    let isKept = change == .longer
    #expect(fixture.state.modes.contains(Selecting.self) == isKept)
    #expect(fixture.words(fixture.state.article.selection?.span) == (isKept ? "وادي النخيل" : nil))
    let isElsewhere = change == .shorter
    if !isKept {
      #expect(
        fixture.state.notice?.phrase == Phrase(isElsewhere ? .passageInDoubt : .passageGone))
    }
    fixture.reader.press("h")
    #expect(annotated(fixture) == (isKept ? ["وادي النخيل"] : []))
  }

  @Test(arguments: Change.allCases)
  func `tags that are half typed go to their words, or are kept`(to change: Change) throws {
    let fixture = try opened()
    try fixture.press("tوس")
    self.change(fixture, to: change)
    fixture.reader.press("م")
    fixture.reader.press(.enter)
    let isKept = change == .longer
    #expect(annotated(fixture) == (isKept ? ["وادي النخيل"] : []))
    #expect(fixture.state.article.notes.drafts.map(\.text) == (isKept ? [] : ["وسم"]))
  }

  @Test func `a name that is half typed runs no command when its words go`() throws {
    let fixture = try NotesFixture(columns: 84, rows: 14)
    let analysis = ReaderFixture.analysis(of: fixture.state.article.document)
    fixture.reader.answer(
      .analysis(analysis, .finished(span: fixture.state.article.document.text.span)))
    try fixture.press("llCrاس")
    let count = fixture.reader.effects.count
    change(fixture, to: .different)
    fixture.reader.press("م qh")
    #expect(fixture.state.modes.first(Question.self)?.text?.hasSuffix("اسم qh") == true)
    fixture.reader.press(.enter)
    #expect(fixture.state.modes.open.isEmpty)
    #expect(annotated(fixture, since: count).isEmpty)
  }

  @Test func `that the words of a note are gone is said until the note is left`() throws {
    let fixture = try opened()
    try fixture.press("aملاحظة")
    change(fixture, to: .different)
    let said = fixture.state.statusContent.parts.first?.text
    #expect(said == fixture.state.string(Phrase(.notePassageGone, .key("a"))))
  }

  @Test(arguments: Change.allCases)
  func `a correction that is being asked about is of its words or of none`(to change: Change)
    throws
  {
    for keys in ["p", "rاسم آخر", "mالسواعد", "x"] {
      let fixture = try NotesFixture(columns: 84, rows: 14)
      let analysis = ReaderFixture.analysis(of: fixture.state.article.document)
      fixture.reader.answer(
        .analysis(analysis, .finished(span: fixture.state.article.document.text.span)))
      try fixture.press("llC" + keys)
      let count = fixture.reader.effects.count
      self.change(fixture, to: change)
      fixture.reader.press(.enter)
      fixture.reader.press("a")
      let isKept = change == .longer && !keys.hasPrefix("m")
      #expect(annotated(fixture, since: count) == (isKept ? ["وادي النخيل"] : []), "\(keys)")
    }
  }

  /// Two questions with the same answer, the second of which is looked for.
  private static let twoAnswers = [
    "سئل كريم الصافي عن بيع الميناء فأجاب من دون تردد:", "«نعم، هذا صحيح تماما».",
    "سئلت ليلى الحداد عن إغلاق المدارس فأجابت بعد صمت:", "«نعم، هذا صحيح تماما».",
  ]

  @Test(arguments: [("aملاحظة", ""), ("tوسم", ""), ("v", "h")])
  func `what is open on one of two copies goes to no other when they change places`(
    before keys: String, after later: String
  ) throws {
    let lines = Self.twoAnswers
    let (start, end) = ("هذه أسئلة اليوم.\n", "\nانتهى اللقاء مساء.\n")
    let fixture = try NotesFixture(
      start + lines.joined(separator: "\n") + end, columns: 84, rows: 14)
    try fixture.press("/هذا صحيح تماما")
    try fixture.press(.enter)
    try fixture.press("n" + keys)
    let changed = Document(
      start + (lines[2...] + lines[..<2]).joined(separator: "\n") + end, name: "article.txt")
    fixture.reader.send(.documentChanged(changed))
    try fixture.press(later)
    try fixture.press(.enter)
    try fixture.press(.escape)
    let text = fixture.state.article.document.text
    for item in fixture.items where item.placement.isCertain {
      let before = item.span.map { text.string(in: TextSpan(.zero, $0.lower)) } ?? ""
      #expect(!before.contains("كريم") && before.contains("ليلى"))
    }
  }

  @Test func `how many mentions a correction would be of is counted in the new text`() throws {
    let fixture = try opened()
    try fixture.press("Cp")
    #expect(fixture.reader.status.contains("(1)"))
    let more = "\nعاد الناس إلى وادي النخيل، ووادي النخيل بعيد.\nيقع وادي النخيل هناك.\n"
    fixture.reader.send(
      .documentChanged(Document(ReaderFixture.article + more, name: "article.txt")))
    #expect(fixture.reader.status.contains("(3)"))
  }

  @Test func `what a correction would be of is counted again when the analysis is back`() throws {
    let fixture = try NotesFixture(columns: 120, rows: 14)
    try fixture.press("]Crاسم")
    try fixture.press(.enter)
    #expect(fixture.reader.status.contains("(2)"))
    // The words alone stand there three times; the analysis knows the person by another name, too.
    let more = "\nقالت ليلى الحداد ذلك. وعادت ليلى الحداد.\n"
    let document = Document(ReaderFixture.article + more, name: "article.txt")
    fixture.reader.send(.documentChanged(document))
    #expect(fixture.reader.status.contains("(3)"))
    let analysis = ReaderFixture.analysis(of: document)
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    #expect(fixture.reader.status.contains("(4)"))
  }

  @Test(arguments: Change.allCases)
  func `a review goes on at its words or is over`(to change: Change) throws {
    let fixture = try NotesFixture(columns: 84, rows: 14)
    let document = fixture.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    for index in analysis.entities.indices {
      for mention in analysis.entities[index].mentions.indices {
        analysis.entities[index].mentions[mention].confidence = 0.5
      }
    }
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    try fixture.press("r")
    let item = try #require(fixture.state.modes.first(Review.self)?.item)
    let words = try #require(fixture.words(item.span))
    self.change(fixture, to: change)
    if let moved = fixture.state.modes.first(Review.self)?.item {
      #expect(fixture.words(moved.span) == words)
    } else {
      #expect(fixture.state.notice?.phrase == Phrase(.passageGone))
    }
    fixture.reader.press("y")
    for annotated in annotated(fixture) { #expect(annotated == words) }
  }

  @Test(arguments: Change.allCases)
  func `a search that is half typed is looked for in the new text`(to change: Change) throws {
    let fixture = try NotesFixture(columns: 84, rows: 14)
    try fixture.press("/النخ")
    self.change(fixture, to: change)
    #expect(fixture.state.modes.first(Prompt.self)?.text == "النخ")
    let hasWords = [.longer, .shorter].contains(change)
    #expect(fixture.words(fixture.state.article.selection?.span) == (hasWords ? "النخ" : nil))
    fixture.reader.press("يل")
    #expect(fixture.words(fixture.state.article.selection?.span) == (hasWords ? "النخيل" : nil))
  }

  @Test(arguments: Change.allCases)
  func `a filter holds in the new text`(to change: Change) throws {
    let fixture = try NotesFixture(columns: 84, rows: 14)
    try fixture.press("&النخيل")
    try fixture.press(.enter)
    self.change(fixture, to: change)
    let paragraphs = fixture.state.article.filter?.paragraphs
    if [.longer, .shorter].contains(change) {
      let words = paragraphs?.map { fixture.words($0.content) ?? "" } ?? []
      #expect(words.count == 1 && words.allSatisfy { $0.contains("النخيل") })
    } else {
      #expect(fixture.state.article.filter == nil)
    }
    _ = screen(of: fixture.state)
  }

  @Test func `annotations stay in sight on their words until the store tells`() throws {
    let fixture = try opened()
    try fixture.press("h")
    change(fixture, to: .longer)
    let item = try #require(fixture.items.first)
    #expect(fixture.words(item.span) == "وادي النخيل")
    change(fixture, to: .different)
    #expect(fixture.items.first?.placement == .orphan)
  }

  @Test func `answers about the text before say what was stored and nothing of places`() throws {
    let fixture = try opened()
    let before = fixture.state
    let store = fixture.state.article.revision
    fixture.reader.press("h")
    #expect(fixture.state.article.notes.unconfirmed == 1)
    change(fixture, to: .shorter)
    let span = try #require(before.article.selection?.span)
    let text = AnchoredText(before.article.document.text, contentHash: "a")
    let annotation = AnnotationDraft().annotation(of: try #require(text.anchor(of: span)))
    let outcome = AnnotationOutcome.made(PlacedAnnotation(annotation, .exact(span)))
    fixture.reader.send(.answer(.notes(.done(.highlighted, outcome)), of: store))
    #expect(fixture.state.article.notes.unconfirmed == 0)
    #expect(fixture.items.isEmpty)
    fixture.reader.send(
      .answer(
        .analysis(ReaderFixture.analysis(of: before.article.document), .notStarted), of: store))
    #expect(fixture.state.article.results.places.isEmpty)
  }

  @Test func `help opens over a note and closes back into it`() throws {
    let fixture = try opened()
    try fixture.press("aملاحظة?")
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "ملاحظة?")
    try fixture.press(.function(1))
    #expect(fixture.state.modes.contains(Help.self))
    change(fixture, to: .longer)
    #expect(fixture.state.modes.contains(Help.self))
    try fixture.press("q")
    #expect(!fixture.state.modes.contains(Help.self))
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "ملاحظة?")
  }

  @Test func `what is pasted is text for a note or a prompt and never commands`() throws {
    let fixture = try opened()
    fixture.reader.send(.paste("Dhxq\n"))
    #expect(fixture.reader.effects.isEmpty || annotated(fixture).isEmpty)
    #expect(fixture.state.notice?.phrase == Phrase(.pasteIsNoCommand, .key("/"), .key("a")))
    try fixture.press("a")
    fixture.reader.send(.paste("سطر\nوسطر"))
    #expect(fixture.state.modes.first(NoteEditor.self)?.text == "سطر\nوسطر")
    try fixture.press(.control("g"))
    try fixture.press("/")
    fixture.reader.send(.paste("وادي\nالنخيل"))
    #expect(fixture.state.modes.first(Prompt.self)?.text == "وادي النخيل")
    #expect(fixture.words(fixture.state.article.selection?.span) == "وادي النخيل")
  }

  /// Each scalar of a text has a name of its own, so that it is known where the words of a note went.
  @Test func `no note under random edits is ever on other words than its own`() {
    var kept = 0
    var edits = 0
    for seed in Fuzz.seeds(60) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var text = EditedText(sentences: 6, using: &generator)
      let start = Int.random(in: 0..<max(1, text.count), using: &generator)
      let range = start..<min(text.count, start + Int.random(in: 1...30, using: &generator))
      let names = text.names(range)
      var note = UnsavedNote(text: "n", of: .passage(text.span(of: range)), words: "")
      for _ in 0..<10 {
        let before = text.text
        text.edit(using: &generator)
        edits += 1
        guard case .passage(let was) = note.subject else { break }
        note = note.relocated(by: TextChange(from: before, to: text.text))
        guard case .passage(let span) = note.subject else { break }
        kept += 1
        #expect(text.text.contains(span), "seed \(seed)")
        if text.holds(names, in: text.range(of: span)) { continue }
        // Of two copies side by side nothing in the text tells which was there before.
        #expect(
          EditedText.reads(text.text, at: span, as: before, at: was),
          "seed \(seed): \(before.string(in: before.span)) → \(text.text.string(in: text.text.span)), \(was) → \(span)"
        )
        break
      }
    }
    #expect(kept * 3 > edits)
  }
}

extension AnnotationOutcome {
  /// What the store tells of a new annotation.
  static func made(_ item: PlacedAnnotation) -> AnnotationOutcome {
    var outcome = AnnotationOutcome(summary: "highlighted")
    outcome.changed = [item]
    return outcome
  }
}
