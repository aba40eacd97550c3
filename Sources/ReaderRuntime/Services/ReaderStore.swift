import Annotations
import ArabicText
import Reader

/// Where the reader keeps what it has to know the next time.
package protocol ReaderStore {
  /// The annotations of `document`, whose text follows on that of the hash `earlier`, where one was shown
  /// before.
  func notes(of document: Document, after earlier: String?) -> any NoteStore
  /// Where documents were left; opened when it is first asked for.
  func places() -> any PlaceStore
}

/// The annotations of one document.
///
/// It is used by one job at a time, on whatever thread; each call may wait for the disk or for
/// another program.
package protocol NoteStore: Sendable {
  /// Reads the annotations, if that has not been done.
  ///
  /// - Returns: what to tell the reader, in this order.
  func load() -> [StoreAnswer]
  /// Reads the annotations again where another program has changed them; `nil` where none has.
  func reloadIfChanged() -> StoreAnswer?
  /// Does what is asked for; it is on disk when this returns.
  func perform(_ request: NotesRequest) -> StoreAnswer
  /// Does all of what is asked for, in this order, with as few waits for the disk as it can.
  ///
  /// - Returns: an answer to each.
  func perform(_ requests: [NotesRequest]) -> [StoreAnswer]
  /// Closes the store; it is opened anew when something is asked of it.
  func close()
}

extension NoteStore {
  package func perform(_ requests: [NotesRequest]) -> [StoreAnswer] {
    requests.map { perform($0) }
  }
}

/// Where documents were left and which places in them have letters, by the hash of the text.
///
/// It costs convenience and nothing else where something cannot be read or kept.
package protocol PlaceStore {
  /// What is wrong with it, for the person.
  var problem: Notice? { get }
  /// Where the text was left.
  func place(inText hash: String) -> ReadingPlace?
  /// The places in the text that have letters.
  func letterMarks(inText hash: String) -> [Character: TextOffset]
  /// Keeps where the text was left, which came from the file at `path`.
  func keep(_ place: ReadingPlace, inText hash: String, path: String?)
  /// Keeps the places that have letters.
  func keep(letterMarks: [Character: TextOffset], inText hash: String)
}
