import Annotations
import ArabicAnalysis
import ArabicText
import Screen

/// Something that happened.
public enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has a new size.
  case resize(Size)
  /// The analysis has come further.
  case analysis(Analysis, AnalysisProgress)
  /// A search ended: where the hit stands, or `nil` where there is none.
  case searchEnded(SearchRequest, TextSpan?)
  /// The hits of a search are counted.
  case hitsCounted(HitCount, HitOrder)
  /// The store of annotations has something to tell.
  case notes(NotesNews)
  /// A person has edited the text of ``Effect/editText(_:)``; `nil` where no editor could be run.
  case textEdited(String?)
}

/// Something that the program is asked to do.
public enum Effect: Hashable, Sendable {
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
  /// Count the hits of a search; answer with ``Message/hitsCounted(_:_:)``.
  case countHits(HitCount)
  /// Put a text on the clipboard.
  case copy(String)
  /// Stop the search that runs.
  case cancelSearch
  /// Change the annotations; answer with ``Message/notes(_:)``.
  case notes(NotesRequest)
  /// Let the person edit a text in the editor that they have chosen; answer with
  /// ``Message/textEdited(_:)``.
  case editText(String)
}
