import Documents
import Interface
import Reader
import Screen

/// Articles that are read beside the program.
extension ReaderLoop {
  /// Goes to the article `number` when all of it has come, and tells of that by `key`.
  func awaitStream(_ number: Int, _ key: PhraseKey) {
    streams.wanted = number
    session.state.notify(Notice(key, .path(sources[number].name), .key(.escape)))
    begin(number)
  }

  /// Reads the article `number` beside the program, unless that is being done.
  func begin(_ number: Int) {
    guard let take = streams.begin(number) else { return }
    let open = number == session.number ? session : others[number]
    services.files.beginLoading(
      sources[number], encoding: encoding, extent: open?.extent ?? extent, then: take)
  }

  /// Lets go of the article that is awaited, as the person says.
  ///
  /// - Returns: `false` where there is none.
  func stopAwaiting() -> Bool {
    guard let wanted = streams.wanted.take() else { return false }
    session.state.notify(Notice(.fileNotAwaited, .path(sources[wanted].name)))
    return true
  }

  /// Goes to the stream that is wanted, where it has come, or tells why it cannot be read; shows what has
  /// come of articles that are open.
  ///
  /// - Returns: `false` where that ends the program.
  func showStreams() -> Bool {
    let (ended, again) = streams.takeAll()
    for number in again { begin(number) }
    for (number, error) in ended {
      let isOpen = sessions.contains { $0.number == number }
      if !isOpen { failures[number] = error.phrase }
      listFiles()
      let key: PhraseKey = isOpen ? .notReloaded : .notOpened
      session.state.notify(Notice(key, .phrase(error.phrase), isError: true))
    }
    for session in sessions {
      if let document = streams.take(session.number), show(document, in: session) { listFiles() }
    }
    guard let wanted = streams.wanted, streams.document(wanted) != nil else { return true }
    return open(wanted)
  }
}
