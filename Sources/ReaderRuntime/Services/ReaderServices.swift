import ArabicText
import Corrections
import Interface
import Reader

/// All that the reader has to do with the world.
package struct ReaderServices {
  /// The terminal.
  package var terminal: any ReaderTerminal
  /// The files that articles are read from.
  package var files: any ArticleFiles
  /// The store of annotations and places.
  package var store: any ReaderStore
  /// The clock by which files and store are polled.
  package var now: () -> ContinuousClock.Instant
  /// What finds names and speech.
  package var analyzer: any DocumentAnalyzer
  /// The themes, as they look in the terminal.
  package var themes: ThemeForBackground
  /// The editor of the person's choice.
  package var editor: any TextEditor
  /// Puts a text on the clipboard of the desktop.
  package var copyToDesktop: (String) -> Void
  /// The person's dictionary.
  package var lookup: LookupTool
  /// What opens links.
  package var links: LinkTool
  /// Lines that were typed.
  package var history: PromptHistoryFile
  /// The width of the side pane.
  package var pane: PaneFile
  /// Where notes are kept that cannot be stored.
  package var rescue: RescueFolders
  /// The library that the file at a path is in; `nil` where none is known.
  package var library: (String) -> FoundShelf?

  /// Services of these parts; those left out are those of this machine.
  package init(
    terminal: any ReaderTerminal, files: any ArticleFiles = DiskFiles(), store: any ReaderStore,
    now: @escaping () -> ContinuousClock.Instant = { .now }, analyzer: any DocumentAnalyzer,
    themes: ThemeForBackground, editor: any TextEditor, copyToDesktop: @escaping (String) -> Void,
    lookup: LookupTool = LookupTool(nil), links: LinkTool = LinkTool(nil),
    history: PromptHistoryFile, pane: PaneFile,
    rescue: RescueFolders, library: @escaping (String) -> FoundShelf? = { _ in nil }
  ) {
    self.terminal = terminal
    self.files = files
    self.store = store
    self.now = now
    self.analyzer = analyzer
    self.themes = themes
    self.editor = editor
    self.copyToDesktop = copyToDesktop
    self.lookup = lookup
    self.links = links
    self.history = history
    self.pane = pane
    self.rescue = rescue
    self.library = library
  }
}

/// What finds names and speech in a document.
package protocol DocumentAnalyzer: Sendable {
  /// Tells the person's lists now from what they were before, or are later; asks the file system.
  var listsVersion: ListsVersion { get }
  /// Analyses `document` with the person's lists as they are now, and posts what is found each time
  /// that there is more to show.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - first: what is analysed first.
  ///   - isCancelled: asked between pieces of a fraction of a second; `true` ends the work.
  ///   - post: gets the results.
  func analyze(
    _ document: Document, first: TextSpan, isCancelled: @Sendable () -> Bool, post: (Answer) -> Void
  )
}

/// An editor that a person writes in, in the place of the reader.
package protocol TextEditor {
  /// Opens the file at `path` in the line that holds `offset` of `text`, and waits.
  ///
  /// - Returns: what went wrong, or `nil`.
  func edit(
    _ path: String, at offset: TextOffset, of text: DecodedText, in terminal: any ReaderTerminal
  ) -> TextEditorProblem?
  /// Lets the person edit `text`.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - terminal: where they edit it.
  ///   - begin: is told the file that holds the text before the editor has it.
  /// - Returns: what the editor has made of it.
  func edit(
    _ text: String, in terminal: any ReaderTerminal, begin: (_ file: String) -> Void
  ) -> EditedNote
}

/// What an editor has made of a text.
package struct EditedNote: Hashable {
  /// The new text; `nil` where it is what it was.
  package var text: String?
  /// What went wrong; the text may be new all the same.
  package var problem: TextEditorProblem?
  /// The file that an editor still has, which goes on while the reader ends.
  package var file: String?

  /// What an editor has made of a text.
  package init(text: String? = nil, problem: TextEditorProblem? = nil, file: String? = nil) {
    self.text = text
    self.problem = problem
    self.file = file
  }
}

/// Why nothing could be edited.
package struct TextEditorProblem: Error, Hashable {
  /// What the editor or the system says.
  package var reason: Phrase

  /// The problem of which `reason` tells.
  package init(reason: Phrase) { self.reason = reason }
}
