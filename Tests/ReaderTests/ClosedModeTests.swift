import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen
import Testing

@testable import Annotations
@testable import Reader

/// Keys that a mode has asked for, when the file changes before they come.
struct ClosedModeTests {
  private static let other = "خبر آخر لا يشبه الأول\nليس فيه شيء مما كان\n"

  private func reader(mentions confidence: Double = 0.5) throws -> NotesFixture {
    let fixture = try NotesFixture(columns: 120, rows: 14)
    let document = fixture.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    for index in analysis.entities.indices {
      for mention in analysis.entities[index].mentions.indices {
        analysis.entities[index].mentions[mention].confidence = confidence
      }
    }
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    return fixture
  }

  private func change(_ fixture: NotesFixture, to text: String = other) {
    fixture.reader.send(.documentChanged(Document(text, name: "article.txt")))
  }

  @Test(arguments: [
    ("r", Key.character("y")), ("r", "x"), ("r", " "), ("llC", "p"), ("llC", "k"), ("llCx", "e"),
    ("llv", "q"), ("llv", "w"), ("pc", "j"), ("pc", .enter),
  ])
  func `a key that was asked for does nothing else, and that is told`(open: String, key: Key)
    throws
  {
    let fixture = try reader()
    try fixture.press(open)
    #expect(!fixture.state.modes.open.isEmpty)
    change(fixture)
    let (count, place) = (fixture.reader.effects.count, fixture.state.article.top)
    #expect(fixture.state.modes.contains(ClosedMode.self))
    fixture.reader.press(key)
    #expect(fixture.reader.effects.count == count)
    #expect(fixture.state.article.top == place && fixture.state.article.selection == nil)
    #expect(fixture.state.notice?.phrase.key == .keyOfClosedMode)
    #expect(fixture.state.modes.open.isEmpty)
    // Pressed again it is a key of the article.
    fixture.reader.press("G")
    #expect(fixture.state.notice?.phrase.key != .keyOfClosedMode)
  }

  @Test func `a key that was not asked for goes on to the article at once`() throws {
    let fixture = try reader()
    try fixture.press("r")
    change(fixture)
    fixture.reader.press("?")
    #expect(fixture.state.modes.contains(Help.self))
  }

  @Test func `why it was closed is told until a key, whatever else is`() throws {
    let fixture = try reader()
    try fixture.press("r")
    change(fixture)
    fixture.reader.answer(.notes(.unavailable(Phrase(.storeNoHome))))
    #expect(fixture.reader.status.contains("not in it any more"))
  }

  @Test func `a review waits for the new text, tells what it asks, and decides nothing meanwhile`()
    throws
  {
    let fixture = try reader()
    try fixture.press("r")
    let item = try #require(fixture.state.modes.first(Review.self)?.item)
    let words = try #require(fixture.words(item.span))
    change(fixture, to: "سطر جديد كتبه غيرنا قبل كل شيء\n" + ReaderFixture.article)
    let count = fixture.reader.effects.count
    fixture.reader.press("y")
    #expect(fixture.reader.effects.count == count)
    #expect(fixture.state.notice?.phrase.key == .reviewWaits)
    let document = fixture.state.article.document
    var analysis = ReaderFixture.analysis(of: document)
    for index in analysis.entities.indices {
      for mention in analysis.entities[index].mentions.indices {
        analysis.entities[index].mentions[mention].confidence = 0.5
      }
    }
    fixture.reader.answer(.analysis(analysis, .finished(span: document.text.span)))
    fixture.reader.press("y")
    if fixture.reader.effects.count == count { fixture.reader.press("y") }
    guard case .notes(.change(let edits, _)) = fixture.reader.effects.last,
      case .add(let span, _) = edits.first
    else {
      Issue.record("nothing is accepted")
      return
    }
    #expect(fixture.words(span) == words)
  }

  @Test func `tags and names whose words are gone keep these for the next start`() throws {
    for keys in ["tوسم", "Crاسم آخر", "Cmاسم آخر"] {
      let fixture = try reader()
      try fixture.press("ll" + keys)
      let words = try #require(fixture.words(fixture.state.article.selection?.span))
      change(fixture)
      #expect(fixture.state.notesToRescue(contentHash: "a").map(\.words) == [words])
      change(fixture, to: "نص ثالث\n")
      #expect(fixture.state.notesToRescue(contentHash: "a").map(\.words) == [words])
      guard keys.hasPrefix("t") else { continue }
      fixture.reader.press(.enter)
      #expect(fixture.state.notesToRescue(contentHash: "a").map(\.words) == [words])
    }
  }

  @Test func `a note whose words stand elsewhere is not told that they are gone`() throws {
    let fixture = try NotesFixture(columns: 160, rows: 14)
    try fixture.press("/وادي النخيل")
    try fixture.press(.enter)
    try fixture.press("aملاحظة")
    change(fixture, to: "وادي النخيل\n")
    #expect(fixture.reader.status.contains("around the words of the note"))
    #expect(fixture.words(fixture.state.article.selection?.span) == "وادي النخيل")
    // It is kept, and goes where the person says: to what is selected.
    fixture.reader.press(.escape)
    #expect(fixture.state.article.notes.drafts.map(\.text) == ["ملاحظة"])
    fixture.reader.press("a")
    fixture.reader.press(.escape)
    guard case .notes(.change(let edits, _)) = fixture.reader.effects.last,
      case .add(let span, _) = edits.first
    else {
      Issue.record("the note is not stored")
      return
    }
    #expect(fixture.words(span) == "وادي النخيل")
  }

  @Test func `what is wrong with a list is told once, and again when it is another`() {
    var reader = ReaderFixture(columns: 160)
    let line = UserListProblem.Line(
      path: "/a/names.tsv", number: 3, reason: .unknownKind("HUM"))
    let problem = UserListProblem.unusable([line])
    reader.answer(.listProblem(problem))
    #expect(reader.status.contains("names.tsv, line 3: no kind is called HUM"))
    reader.press("j")
    reader.answer(.listProblem(problem))
    #expect(reader.state.notice == nil)
    let more = UserListProblem.unusable([
      line, .init(path: "/a/speakers.tsv", number: 9, reason: .noSpeaker),
    ])
    reader.answer(.listProblem(more))
    #expect(reader.status.contains("2 lines"))
  }
}
