import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Platform
import Interface
import Reader
import Screen
import TestSupport
import Testing

@testable import ReaderRuntime

/// What the reader shows after the person's lists have changed: what everybody else finds in the article.
struct LessonTests {
  private static let text = """
    مشروع جديد
    قالت ليلى الخوري إن العمل بدأ. وأعلنت شركة النور للطاقة أن «المحطة جاهزة».
    وأضافت الشركة أن الكلفة مرتفعة. وقال وزير الطاقة سامر الحلواني إن شركة النور للطاقة تأخرت.
    وقال الوزير: «نحن مستعدون». وعاد الحلواني إلى دمشق.
    """

  private let store: FakeStore
  private let setup: AnalysisSetup
  private let world: FakeWorld

  init() throws {
    store = try FakeStore()
    setup = AnalysisSetup(model: .none, folder: try DataFolder(environment: store.environment))
    world = try FakeWorld(
      ["a.txt", "b.txt"], text: Self.text, analyzer: FakeAnalyzer(.atOnce, setup), store: store)
    world.files.write(Self.text + "\nانتهى الخبر.", to: "/b.txt")
  }

  /// What all others find in the article that is shown, with what is stored of it.
  private var expected: Analysis {
    let document = world.state.article.document
    let notes = StoredNotes(of: document, environment: store.environment)
    defer { notes.close() }
    guard case .all(let items, _)? = notes.load().first else { return .empty }
    return setup.pipeline().analyze(document, corrections: items)
  }

  private var results: Analysis { world.state.article.results.analysis }

  private func awaitExpected(_ what: String) -> Step {
    .until("\(what) the article is analysed as everywhere else") {
      world.state.article.notes.unconfirmed == 0 && results == expected
    }
  }

  /// Keys that a person types: a line end is Enter, a bar empties the line, and where three dots stand, something
  /// is waited for that can be corrected.
  private func type(_ keys: String) -> [Step] {
    keys.map { key in
      switch key {
      case "\n": .key(.enter)
      case "|": .key(.control("u"))
      case "…": .until("\(keys) finds something") { world.state.article.selection != nil }
      default: .key(.character(key))
      }
    }
  }

  /// Types `keys`, and waits until what comes of them is stored.
  private func stored(_ keys: String, _ count: Int) -> [Step] {
    type(keys) + [
      .until("\(keys) is stored") {
        world.state.article.notes.items.count == count
          && world.state.article.notes.unconfirmed == 0
      }
    ]
  }

  @Test(arguments: ["oCpe", "oCxe", "]Coe", "oCr|لولو\ne", "/وزير\n…Cpe", "))Cلمى\ne"])
  func `a lesson, its undo and its redo are shown as they are found elsewhere`(keys: String) {
    var plain = Analysis.empty
    world.play(
      [awaitExpected("at first"), .perform { plain = results }]
        + stored(keys, 1) + [awaitExpected("after a lesson")]
        + stored("u", 0) + [awaitExpected("after undo"), .perform { #expect(results == plain) }]
        + [.key(.control("r")), awaitExpected("after redo")]
        + stored("", 1) + [.perform { #expect(results != plain) }, FakeWorld.quit])
  }

  @Test func `an article that was read before is shown with a lesson that another one taught`() {
    let (next, previous) = (Step.key(.alt(".")), Step.key(.alt(",")))
    world.play(
      [awaitExpected("at first"), next, awaitExpected("at first, in another file")]
        + stored("oCpe", 1) + [awaitExpected("after a lesson"), previous]
        + [awaitExpected("in the other file"), next] + stored("u", 0)
        + [previous, awaitExpected("in the other file, after undo"), FakeWorld.quit])
  }

  @Test func `a list that somebody else writes is heeded, and what is shown stays until then`()
    throws
  {
    let path = UserListFile(.names, in: try #require(setup.folder)).path
    world.play([
      awaitExpected("at first"),
      .perform { #expect(results.entities.contains { $0.canonical == "ليلى الخوري" }) },
      .perform {
        try? FileReplacement.replace(path, with: Array("ليلى الخوري\t-\n".utf8), isDurable: false)
      },
      .pass(.seconds(1)),
      .until("the name is none") {
        #expect(!results.entities.isEmpty)
        return !results.entities.contains { $0.canonical == "ليلى الخوري" }
      },
      awaitExpected("after that"), FakeWorld.quit,
    ])
  }
}
