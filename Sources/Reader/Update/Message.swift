import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen

/// Something that happened.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resize(Size)
  /// The analysis has come further.
  case analysis(Analysis, AnalysisProgress)
  /// A search ended: where the hit stands, or `nil` where there is none.
  case searchEnded(SearchRequest, TextSpan?)
  /// The hash of the text has been computed.
  case hashed(String)
  /// All themes, to choose from.
  case themes([Theme])
  /// A theme is loaded: to be worn, or to be tried on.
  case themeLoaded(Theme, isPreview: Bool)
  /// A theme cannot be used; the message says why.
  case themeRefused(String)
  /// The paragraphs to show are found.
  case filtered(FilterRequest, [Paragraph])
  /// The hits of a search are counted.
  case hitsCounted(HitCount, HitOrder)
  /// The store of annotations has something to tell.
  case notes(NotesNews)
  /// A person has edited the text of ``Effect/editText(_:)``; `nil` where no editor could be run.
  case textEdited(String?)
}

/// Something that the program is asked to do.
package enum Effect: Hashable, Sendable {
  /// End the program.
  case quit
  /// Give the terminal back to the shell until the program is continued.
  case suspend
  /// Draw everything anew, as after another program wrote to the terminal.
  case redraw
  /// Analyse the document, what is in the span first; answer with ``Message/analysis(_:_:)``.
  case analyze(first: TextSpan)
  /// Search; answer with ``Message/searchEnded(_:_:)``. A new search ends the one before.
  case search(SearchRequest)
  /// Find the paragraphs to show; answer with ``Message/filtered(_:_:)``. A new wish ends the one before.
  case filter(FilterRequest)
  /// Stop looking for paragraphs.
  case cancelFilter
  /// Count the hits of a search; answer with ``Message/hitsCounted(_:_:)``.
  case countHits(HitCount)
  /// Load a theme by its name or path; answer with ``Message/themeLoaded(_:isPreview:)`` or, where it
  /// is not only tried on, ``Message/themeRefused(_:)``.
  case loadTheme(String, isPreview: Bool)
  /// Keep a line that was typed for the next start.
  case keepHistory(History.Entry)
  /// Put a text on the clipboard.
  case copy(String)
  /// Read another of the open files, by its number.
  case openFile(Int)
  /// Load the article anew.
  case reload
  /// Open the article in an editor, at the line of a place, and load it anew.
  case edit(TextOffset)
  /// Keep the marks of the article.
  case keepMarks([Character: TextOffset])
  /// Give back what is remembered of the text of this hash.
  case recall(hash: String)
  /// Answer with all themes: ``Message/themes(_:)``.
  case listThemes
  /// Stop the search that runs.
  case cancelSearch
  /// Change the annotations; answer with ``Message/notes(_:)``.
  case notes(NotesRequest)
  /// Let the person edit a text in the editor that they have chosen; answer with
  /// ``Message/textEdited(_:)``.
  case editText(String)
}
