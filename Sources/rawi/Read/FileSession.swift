import Annotations
import ArabicAnalysis
import ArabicText
import CursesTerminal
import Documents
import Reader
import Screen

/// Where an article comes from.
enum ArticleSource: Hashable {
  case file(String)
  case standardInput
  case sample

  /// The name to show before the article is loaded.
  var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .standardInput: "-"
    case .sample: InputOptions.sampleArticle.name
    }
  }

  /// The path, where there is one.
  var path: String? { if case .file(let path) = self { path } else { nil } }

  /// The article, or why it cannot be loaded.
  func loaded(encoding: String?) -> Result<Document, DocumentError> {
    do throws(DocumentError) {
      return .success(try document(encoding: encoding))
    } catch {
      return .failure(error)
    }
  }

  /// Loads the article.
  private func document(encoding: String?) throws(DocumentError) -> Document {
    switch self {
    case .file(let path): try DocumentLoader.load(path: path, encoding: encoding)
    case .standardInput: try DocumentLoader.load(encoding: encoding)
    case .sample: InputOptions.sampleArticle
    }
  }
}

/// One article that is open: how it stands on the screen, and the work beside it.
struct FileSession {
  /// Where it comes from.
  let source: ArticleSource
  /// How it stands on the screen.
  var state: ReaderState
  /// Where the workers post to.
  let mailbox: Mailbox<Message>
  let memory: ReadingMemory
  let notes: NotesWorker
  private var analysis: AnalysisWorker
  private var search: SearchWorker
  private var filter: SearchWorker
  private var watch: FileWatch?

  /// Opens what `state` shows; workers wake the loop by `wake`.
  init(
    source: ArticleSource, state: ReaderState, names: OwnNames, model: ModelChoice,
    wake: WakePipe
  ) {
    self.source = source
    self.state = state
    mailbox = Mailbox(wake: wake)
    analysis = AnalysisWorker(
      document: state.document, names: names, model: model, mailbox: mailbox)
    search = SearchWorker(text: state.document.text, mailbox: mailbox)
    filter = SearchWorker(text: state.document.text, mailbox: mailbox)
    memory = ReadingMemory(document: state.document, mailbox: mailbox)
    notes = NotesWorker(document: state.document, post: mailbox.post)
    watch = source.path.map(FileWatch.init)
  }

  /// How long to wait before the file is looked at again; `nil` where there is none.
  var patience: Duration? { watch?.patience }

  /// What has happened to the file since the last look.
  mutating func change() -> FileWatch.Change? { watch?.change() }

  /// Takes all messages of the workers in.
  ///
  /// - Returns: what is to be done by the program.
  mutating func takeMessages(_ messages: [Message]) -> [Effect] {
    messages.flatMap { perform(update(&state, $0)) }
  }

  /// Does what of `effects` concerns this article alone.
  ///
  /// - Returns: the rest, which the program has to do.
  mutating func perform(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      switch effect {
      case .analyze(let first): analysis.start(first: first)
      case .search(let request): search.start(request)
      case .countHits(let count): search.start(count)
      case .cancelSearch: search.cancel()
      case .filter(let request): filter.start(request)
      case .cancelFilter: filter.cancel()
      case .notes(let request): notes.start(request)
      case .keepMarks(let marks): memory.keep(marks)
      case .recall(let hash):
        memory.take(hash: hash)
        memory.restore(&state)
      default: return true
      }
      return false
    }
  }

  /// Stops the work beside the screen, when the article is loaded anew.
  func stop() {
    analysis.cancel()
    search.cancel()
    filter.cancel()
  }
}
