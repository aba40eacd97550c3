import ArabicText

/// Something that the program is asked to do.
///
/// What speaks of places speaks of the text of the state that asked; work on it answers with
/// ``Message/answer(_:of:)`` and that state's revision.
package enum Effect: Hashable, Sendable {
  /// End the program; where notes cannot be stored, ask what becomes of them.
  case quit
  /// Keep what could not be stored as a file, and end the program.
  case keepUnsaved
  /// End the program without what could not be stored.
  case discardUnsaved
  /// Give the terminal back to the shell until the program is continued.
  case suspend
  /// Draw everything anew, as after another program wrote to the terminal.
  case redraw
  /// Analyse the document, what is in the span first; answer with ``Answer/analysis(_:_:)``.
  case analyze(first: TextSpan)
  /// Search; answer with ``Answer/searchEnded(_:_:)``. A new search ends the one before.
  case search(SearchRequest)
  /// Stop the search that runs.
  case cancelSearch
  /// Count the hits of a search; answer with ``Answer/hitsCounted(_:_:)``.
  case countHits(HitCount)
  /// Find the paragraphs to show; answer with ``Answer/filtered(_:_:)``. A new wish ends the one
  /// before.
  case filter(FilterRequest)
  /// Stop looking for paragraphs.
  case cancelFilter
  /// Load a theme by its name or path; answer with ``Message/themeLoaded(_:isPreview:)`` or, where it
  /// is not only tried on, ``Message/themeRefused(_:)``.
  case loadTheme(String, isPreview: Bool)
  /// Look a word up in the person's dictionary; answer with ``Message/lookedUp(_:of:)``.
  case lookUp(String)
  /// Answer with all themes: ``Message/themes(_:)``.
  case listThemes
  /// Keep a line that was typed for the next start.
  case keepHistory(PromptHistory.Entry)
  /// Write the article with all that is marked in it as a page, to a new file of this path or of the
  /// article's name.
  case exportPage(String?)
  /// Put a text on the clipboard.
  case copy(String)
  /// Open an address by the person's own program; without one, put it on the clipboard.
  case openLink(String)
  /// Read another of the open files, by its number.
  case openFile(Int)
  /// Show the list of the reading room.
  case openRoom
  /// Read a document of the reading room.
  case openListed(RoomDocument.ID)
  /// Read the document so many rows behind the one that is read in the list of the reading room, or before.
  case openInRoom(by: Int)
  /// Find out what is in the reading room, and what is new there; answer with ``Message/room(_:)``.
  case fillRoom
  /// Stop that.
  case stopFillingRoom
  /// Ask the library; answer with ``Message/library(_:to:)``. A new question ends the one before.
  case ask(LibraryQuestion)
  /// Give up the question.
  case cancelQuestion
  /// Say it of names in all articles of the library; answer with ``Message/lesson(_:)``.
  case say(NameLesson)
  /// Take back what was said last; answer likewise.
  case takeBackLesson
  /// Show the list of the library that the article is in, and ask there: ``Message/libraryOpened(_:from:)``.
  case openLibrary(LibraryQuestion)
  /// Read an article of the library, at what was found in it: ``Message/found(_:)``.
  case openFound(RoomDocument.ID, FoundPassage?)
  /// Load the article anew.
  case reload
  /// Show the end of the article as it grows, until a key is pressed.
  case follow
  /// Load the article anew, all words of its page where `whole`, else the article in it alone.
  case read(whole: Bool)
  /// Open the article in an editor, at the line of a place, and load it anew.
  case edit(TextOffset)
  /// Keep the places that are named by letters.
  case keepLetterMarks([Character: TextOffset])
  /// Give back what is remembered of the text of this hash.
  case recall(hash: String)
  /// Change the annotations; answer with ``Answer/notes(_:)``.
  case notes(NotesRequest)
  /// Let the person edit a text in the editor that they have chosen; answer with
  /// ``Message/textEdited(_:)``.
  case editText(String)
}
