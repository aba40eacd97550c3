import ArabicAnalysis
import ArabicText
import Corrections
import Glibc
import Interface
import Reader
import ReaderRuntime
import Synchronization

/// An analysis that finds nothing, or what lists and rules find, at once or never.
final class FakeAnalyzer: DocumentAnalyzer {
  /// When an analysis ends.
  enum Ending: Sendable {
    /// When all is analysed, which is at once.
    case atOnce
    /// When it is cancelled.
    case whenCancelled
    /// When the test says so, cancelled or not.
    case whenReleased
  }

  private let setup: AnalysisSetup?
  private let ending: Ending
  private let isReleased = Atomic(false)
  private let counts = Mutex((started: 0, cancelled: 0))

  /// An analysis that ends so, and finds what `setup` finds.
  init(_ ending: Ending = .atOnce, _ setup: AnalysisSetup? = nil) {
    (self.ending, self.setup) = (ending, setup)
  }

  var listsVersion: ListsVersion { setup?.listsVersion ?? .none }

  /// How many analyses began.
  var started: Int { counts.withLock { $0.started } }
  /// How many of them were cancelled before their end.
  var cancelled: Int { counts.withLock { $0.cancelled } }

  /// Lets analyses end.
  func release() { isReleased.store(true, ordering: .sequentiallyConsistent) }

  func analyze(
    _ document: Document, first: TextSpan, isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  ) {
    counts.withLock { $0.started += 1 }
    post(.analysis(.empty, .running(done: 1, total: document.text.utf8Count)))
    switch ending {
    case .atOnce: break
    case .whenCancelled: while !isCancelled() { sched_yield() }
    case .whenReleased:
      while !isReleased.load(ordering: .sequentiallyConsistent) { sched_yield() }
    }
    let found = setup?.pipeline().analyze(document) ?? .empty
    if isCancelled() { return counts.withLock { $0.cancelled += 1 } }
    post(.analysis(found, .finished(span: document.text.span)))
  }
}

/// An editor in which a test does what a person would do.
final class FakeEditor: TextEditor {
  var problem: Phrase?
  var editFile: (String) -> Void = { _ in }
  var editText: (String) -> String = { $0 }

  func edit(
    _ path: String, at offset: TextOffset, of text: DecodedText, in terminal: any ReaderTerminal
  ) -> TextEditorProblem? {
    terminal.suspendForChild { _ in editFile(path) }
    return problem.map(TextEditorProblem.init)
  }

  func edit(
    _ text: String, in terminal: any ReaderTerminal, begin: (_ file: String) -> Void
  ) -> EditedNote {
    begin("/note")
    if let problem { return EditedNote(problem: TextEditorProblem(reason: problem)) }
    return terminal.suspendForChild { _ in EditedNote(text: editText(text)) }
  }
}
