import ArabicText
import Documents
import Interface
import Reader
import Screen
import TestSupport
import Testing

@testable import ReaderRuntime

/// A reader in a world that a test makes.
final class FakeWorld {
  static let article = """
    وزيرة النقل تفتتح جسر النهر
    افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء.
    وتستعد الشركة لمشروع آخر في وادي النخيل.
    """

  let clock = FakeClock()
  let log = CallLog()
  let files = FakeFiles()
  let store: FakeStore
  let editor = FakeEditor()
  /// The editor that is used, and where notes are kept that cannot be stored, where a test says so.
  var realEditor: (any TextEditor)?
  var rescue: RescueFolders?
  /// The person's dictionary.
  var lookup = LookupTool(nil)
  /// What opens links.
  var links = LinkTool(nil)
  let analyzer: FakeAnalyzer
  let terminal: FakeTerminal
  private let sources: [ArticleSource]
  private(set) lazy var loop = makeLoop()

  /// A world in which there are files of these names, but for the missing ones; the first is read.
  init(
    _ names: [String] = ["a.txt"], missing: Set<String> = [], text: String = FakeWorld.article,
    analyzer: FakeAnalyzer = FakeAnalyzer(), store: FakeStore? = nil
  ) throws {
    self.store = try store ?? FakeStore()
    self.analyzer = analyzer
    terminal = FakeTerminal(clock: clock, log: log)
    sources = names.map { .file("/" + $0) }
    for name in names where !missing.contains(name) { files.write(text, to: "/" + name) }
  }

  private func makeLoop() -> ReaderLoop {
    let catalog = ThemeCatalog(environment: [:], executableFolder: nil, readFile: { _ in nil })
    let services = ReaderServices(
      terminal: terminal, files: files, store: store, now: { [clock] in clock.now },
      analyzer: analyzer,
      themes: ThemeForBackground(files: ThemeFiles(catalog), background: .dark, colors: 256),
      editor: realEditor ?? editor, copyToDesktop: { [log] in log.add("desktop copies \($0)") },
      lookup: lookup, links: links, history: PromptHistoryFile(environment: store.environment),
      pane: PaneFile(environment: store.environment),
      rescue: rescue ?? RescueFolders(environment: store.environment))
    return ReaderLoop(
      document(), first: 0, of: sources, preferences: Preferences(), services: services)
  }

  /// The article of the file `name` as it is now.
  func document(_ name: String? = nil) -> Document {
    let source = name.map { ArticleSource.file("/" + $0) } ?? sources[0]
    guard case .success(let document) = files.load(source, encoding: nil, extent: .article) else {
      Issue.record("there is no \(source.name)")
      return Document("")
    }
    return document
  }

  /// How the article stands that is read.
  var state: ReaderState { loop.session.state }
  /// The text that is read.
  var text: String { state.article.document.text.string(in: state.article.document.text.span) }
  /// The message in the status line.
  var notice: PhraseKey? { state.notice?.phrase.key }

  /// Plays `script` to its end.
  ///
  /// - Returns: the exit status.
  @discardableResult
  func play(_ script: [Step]) -> Int32 {
    terminal.script = script
    let status = loop.run()
    #expect(loop.waitForWork(atMost: .seconds(60)))
    return status
  }

  /// Waits until the status line says this.
  func awaitNotice(_ key: PhraseKey) -> Step {
    .until("the notice is \(key)") { self.notice == key }
  }

  /// Selects the first place of `words` from the top.
  func select(_ words: String) -> [Step] {
    Step.type("/" + words) + [
      .key(.enter), .until("\(words) is found") { self.state.article.selection != nil },
    ]
  }

  /// Enough time for a change of a file to be noticed.
  var untilFilesArePolled: Step { .pass(.milliseconds(1150)) }
}
