import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Screen

/// Something that happened.
package enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted into the terminal.
  case paste(String)
  /// The mouse did something.
  case mouse(MouseEvent)
  /// The terminal has a new size.
  case resize(Size)
  /// The file that is read holds another text now.
  case documentChanged(Document)
  /// Work on the text of a revision has come to something.
  case answer(Answer, of: Revision)
  /// All themes, to choose from.
  case themes([Theme])
  /// A theme is loaded: to be worn, or to be tried on.
  case themeLoaded(Theme, isPreview: Bool)
  /// A theme cannot be used; the message says why.
  case themeRefused(String)
  /// The person's dictionary has answered to ``Effect/lookUp(_:)`` with a word.
  case lookedUp(LookupAnswer, of: String)
  /// A person has edited the text of ``Effect/editText(_:)``; `nil` where no editor could be run.
  case textEdited(String?)
  /// Work on the reading room has come to something.
  case room(RoomAnswer)
  /// A question of the article of this number is asked over the list of articles.
  case libraryOpened(LibraryQuestion, from: Int)
  /// The library has answered to ``Effect/ask(_:)``.
  case library(LibraryAnswer, to: LibraryQuestion)
  /// What has become of what was said of names in all articles.
  case lesson(NameLessonAnswer)
  /// Somebody else has said of names which are of one.
  case namesJoined
  /// What was found in the article is to be shown.
  case found(FoundPassage)
}

/// What work on a text beside the screen has come to: its places are those of that text.
package enum Answer: Sendable {
  /// The analysis has come further.
  case analysis(Analysis, AnalysisProgress)
  /// A search ended: where the hit stands, or `nil` where there is none.
  case searchEnded(SearchRequest, TextSpan?)
  /// The hits of a search are counted.
  case hitsCounted(HitCount, HitOrder)
  /// The paragraphs to show are found.
  case filtered(FilterRequest, [Paragraph])
  /// The hash of the text has been computed.
  case hashed(String)
  /// A list of the person's, or a line of it, is left out.
  case listProblem(UserListProblem)
  /// The person's lists are others than those that the analysis was begun with.
  case listsChanged
  /// The store of annotations has something to tell.
  case notes(StoreAnswer)
}
