import ArabicText
import Interface
import Screen

/// What the status line says, until a key, of notes that an earlier reader could not store.
///
/// A mode and no notice, since it must not be covered by what the store has to tell at the start.
struct RescueOffer: Mode {
  /// What it says, the most urgent first.
  let phrases: [Phrase]

  /// The key is for whatever it was pressed for.
  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    key == .escape ? .leave() : .leaveAndPassDown()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> RescueOffer? { self }

  func status(_ state: ReaderState) -> StatusLineText? {
    let notice = [state.notice].compactMap { $0?.isError == true ? $0?.phrase : nil }
    return StatusLineText(
      (phrases + notice).map { StatusLineText.Part(text: state.string($0)) }, end: state.position,
      isWhole: true)
  }

  /// The keys are those for whatever lies below.
  func hints(_ state: ReaderState) -> [Hint]? { nil }
}

extension ReaderState {
  /// Tells of what earlier readers have left: of this article, by what was taken over, of others, and
  /// what is wrong with a file.
  ///
  /// - Parameters:
  ///   - others: the names of other articles that there are notes of, once for each note.
  ///   - problems: what is wrong.
  package mutating func offerRescued(others: [String], problems: [Phrase]) {
    let here = article.notes.drafts.count { $0.rescued != nil }
    var phrases: [Phrase] = []
    if here > 0 {
      phrases.append(
        Phrase(.rescuedHere, .number(here), .call(of: .writeNote, in: keymap)))
    }
    if !others.isEmpty {
      let names = Set(others).sorted().joined(separator: " ")
      phrases.append(Phrase(.rescuedElsewhere, .number(others.count), .text(names)))
    }
    phrases += problems
    if !phrases.isEmpty { modes.push(RescueOffer(phrases: phrases)) }
  }
}
