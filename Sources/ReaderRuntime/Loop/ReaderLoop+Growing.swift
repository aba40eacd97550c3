import ArabicText
import Documents
import Interface
import Reader

extension ReaderLoop {
  /// Shows what has come of the article that is piped into the program.
  ///
  /// - Returns: `false` where that ends the program.
  func showArrived() -> Bool {
    guard let (number, article) = arriving, let part = article.take(),
      let session = sessions.first(where: { $0.number == number })
    else { return true }
    if part.isWhole { arriving = nil }
    let isRead = session === self.session
    switch part.result {
    case .success(let document):
      let isAsBefore = document.contentHash == session.state.article.document.contentHash
      var goesOn = true
      if !isAsBefore {
        goesOn = run(session.change(to: document, remembers: false), of: session)
      }
      if isRead, !session.isFollowing {
        session.state.notify(Notice(part.isWhole ? .allHasCome : .moreAwaited))
      }
      return goesOn
    case .failure(let error):
      session.state.notify(Notice(.notReloaded, .phrase(error.phrase), isError: true))
      return true
    }
  }

  /// Shows the end of the article as it grows, until a key is pressed.
  func follow() {
    session.isFollowing = true
    _ = pollFile()
    session.state.showEnd(Notice(.following))
  }

  /// Any key stops following; it still does what it does, but for the one that ends programs.
  func stopFollowing() {
    guard session.isFollowing else { return }
    session.isFollowing = false
    session.state.notify(Notice(.followingStopped))
  }
}
