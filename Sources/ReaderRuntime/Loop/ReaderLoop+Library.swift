import Interface
import Platform
import Reader

extension ReaderLoop {
  /// What the article of `session` is in: the reading room, or a folder that has a catalogue.
  private func shelf(around session: FileSession) -> FoundShelf? {
    if let room { return FoundShelf(shelf: room.shelf, name: session.source.name) }
    return session.source.path.flatMap(services.library)
  }

  /// Asks the library that `session` is in; without one, nothing happens.
  func ask(_ question: LibraryQuestion, of session: FileSession) {
    guard let shelf = shelf(around: session)?.shelf else { return }
    if let problem = shelf.problem(with: question) {
      post(.refused(problem), to: question, in: session)
    } else {
      library.ask(question, shelf, mailbox: session.mailbox)
    }
  }

  /// Asks anew what is shown, where another program has said of names which are of one.
  func pollJoinedNames() {
    guard session.state.showsJoinedNames, let shelf = shelf(around: session)?.shelf,
      library.isOutdated(shelf)
    else { return }
    send(.namesJoined)
  }

  /// Says `lesson` of names in the library that `session` is in, or takes back what was said last.
  func say(_ lesson: NameLesson?, of session: FileSession) {
    guard let shelf = shelf(around: session)?.shelf else {
      session.state.notify(Notice(.libraryNone))
      return
    }
    library.say(lesson, shelf, mailbox: session.mailbox)
  }

  private func post(
    _ answer: LibraryAnswer, to question: LibraryQuestion, in session: FileSession
  ) {
    _ = update(&session.state, .library(answer, to: question))
  }

  /// Asks over the list of the library that `session` is in.
  ///
  /// - Returns: `false` where that ends the program.
  func openLibrary(_ question: LibraryQuestion, from session: FileSession) -> Bool {
    guard let shelf = shelf(around: session)?.shelf, makeRoom(around: session) else {
      session.state.notify(Notice(.libraryNone))
      return true
    }
    if let problem = shelf.problem(with: question) {
      session.state.notify(Notice(problem, isError: true))
      return true
    }
    return openRoom() && send(.libraryOpened(question, from: session.number))
  }

  /// Reads an article of the library, at what was found in it.
  ///
  /// - Returns: `false` where that ends the program.
  func open(found id: RoomDocument.ID, _ passage: FoundPassage?) -> Bool {
    guard makeRoom(around: session) else {
      session.state.notify(Notice(.libraryNone))
      return true
    }
    let number = number(of: id)
    guard number == session.number || open(number) else { return false }
    guard let passage, session.number == number else { return true }
    return send(.found(passage))
  }

  /// Makes the list of the library that `session` is in, where there is none yet.
  ///
  /// - Returns: whether there is one now.
  private func makeRoom(around session: FileSession) -> Bool {
    if room != nil { return true }
    guard let found = session.source.path.flatMap(services.library) else { return false }
    let list = FileSession(
      .room(found.name), number: Self.roomNumber,
      state: ReaderState(
        roomNamed: found.name, size: session.state.size, preferences: session.state.preferences),
      services: services, shared: shared)
    others[Self.roomNumber] = list
    room = RoomWorker(found.shelf, pool: shared.pool, mailbox: list.mailbox)
    for session in sessions { session.state.list(OpenFiles(isRoom: true)) }
    room?.fill()
    return true
  }
}
