import Interface
import Platform
import Reader

extension ReaderLoop {
  /// How the reader comes to its end.
  enum Ending {
    /// The program was asked to end, or the terminal is gone: nobody can be asked any more.
    case forced
    /// The person wants to leave, and nothing is unsaved.
    case left
    /// What could not be stored was kept as files, as the person has said.
    case kept
    /// The person lets go of what could not be stored.
    case discarded
  }

  /// How long a person who leaves waits before they are asked about what the store has not yet taken.
  private static let longestWait = Duration.milliseconds(500)

  /// Ends the reader where all that was written is stored; else asks the person.
  ///
  /// - Returns: `false` where that ends the program.
  func leave() -> Bool {
    for session in sessions { _ = run(session.state.saveOpenNotes(), of: session) }
    if sessions.contains(where: \.state.awaitsStore) {
      _ = shared.store.wait(atMost: Self.longestWait)
      for session in sessions { _ = run(session.handlePosted() ?? [], of: session) }
    }
    return ask()
  }

  /// Asks what becomes of what is not stored, for the reason of the store or this `problem`.
  ///
  /// - Returns: `false` where there is nothing, and the person leaves.
  func ask(_ problem: Phrase? = nil) -> Bool {
    var notes = UnsavedNotes(of: sessions.map(\.state))
    guard !notes.items.isEmpty else {
      ending = .left
      return false
    }
    notes.problem = problem ?? notes.problem
    session.state.askBeforeLeaving(notes)
    return true
  }

  /// Keeps what could not be stored as files, one for each article.
  ///
  /// - Returns: `false` where that ends the program.
  func keepUnsaved() -> Bool {
    do throws(FileError) {
      for session in sessions { try session.keepUnsaved() }
      ending = .kept
      return false
    } catch {
      return ask(Phrase(.unsavedNotKept, .phrase(error.phrase)))
    }
  }

  /// Keeps all that the person would miss, however the program ends, but for a crash.
  func end() {
    room?.stop()
    shared.store.hurry(within: .milliseconds(500))
    if ending == .discarded { for session in sessions { session.state.discardUnsaved() } }
    if ending == .forced {
      for session in sessions { _ = run(session.state.saveOpenNotes(), of: session) }
    }
    // First of all, as whoever ends the program may not wait for the store.
    if ending != .left { for session in sessions { try? session.keepUnsaved() } }
    for session in sessions {
      session.remember()
      session.work.end()
    }
    if ending == .forced || ending == .left {
      // The store gives up earlier.
      _ = shared.store.wait(atMost: .seconds(10))
    }
    lastWords = sessions.flatMap(close)
    services.history.shorten()
    pane.keep(session.state)
  }

  /// Leaves in the files of `session` what is not stored in the end.
  ///
  /// - Returns: what is to be told about that.
  private func close(_ session: FileSession) -> [LastWords] {
    var words = session.takeLastAnswers().map {
      LastWords.phrase(Phrase(.noteNotSaved, .phrase($0)))
    }
    do throws(FileError) {
      try session.keepUnsaved()
      if let path = session.record.path {
        words.append(
          .phrase(
            Phrase(.unsavedKept, .number(session.record.kept.count), .path(path))))
      }
    } catch {
      words.append(.phrase(Phrase(.unsavedFollow, .phrase(error.phrase))))
      words.append(.text(session.record.text(of: session.unsaved()).string))
    }
    return words
  }
}

/// What is told on standard error when the terminal is the shell's again.
package enum LastWords: Hashable, Sendable {
  /// A message.
  case phrase(Phrase)
  /// Notes that could be kept nowhere else.
  case text(String)
}
