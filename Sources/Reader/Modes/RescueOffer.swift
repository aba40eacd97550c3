import Annotations
import ArabicText
import Interface
import Screen

/// What the status line says, until a key, of notes that an earlier reader could not store.
///
/// A mode and no notice, since it must not be covered by what the store has to tell at the start.
struct RescueOffer: Mode {
  /// What it says of this article; the notice of the article comes next.
  let own: [Phrase]
  /// What it says of other articles and of files.
  let others: [Phrase]

  /// The key is for whatever it was pressed for.
  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    key == .escape ? .leave() : .leaveAndPassDown()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    event.action == .press ? .leaveAndPassDown() : .passDown()
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> RescueOffer? { self }

  func status(_ state: ReaderState) -> StatusLineText? {
    let notice = [state.notice].compactMap { $0?.phrase }
    return StatusLineText(
      (own + notice + others).map { StatusLineText.Part(text: state.string($0)) },
      end: state.position,
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
    let here = article.notes.drafts.filter { $0.rescued != nil }
    let own = here.last.map { last in
      [
        Phrase(
          .rescuedHere, .number(here.count), .call(of: .writeNote, in: keymap),
          .phrase(last.phrase))
      ]
    }
    var rest = problems
    if !others.isEmpty {
      let names = Set(others).sorted().joined(separator: " ")
      rest.insert(Phrase(.rescuedElsewhere, .number(others.count), .text(names)), at: 0)
    }
    if !(own == nil && rest.isEmpty) { modes.push(RescueOffer(own: own ?? [], others: rest)) }
  }
}

extension UnsavedNote {
  /// What it is, in a few words: a name that was being typed as it was asked for.
  fileprivate var phrase: Phrase {
    let said = Phrase.Argument.text(text.onOneLine.shortened)
    let words = Phrase.Argument.text(words.onOneLine.shortened)
    return switch kind {
    case .note: Phrase(.draftNote, said, words)
    case .tags: Phrase(.draftTags, said, words)
    case .highlight:
      Phrase(
        .draftHighlight, HighlightColor(rawValue: text).map { .phrase(Phrase($0.name)) } ?? said,
        words)
    case .correction: correction.map { $0.0.phrase } ?? Phrase(.correctionUnknown)
    case .rename: Phrase(.askRename, said, words)
    case .merge: Phrase(.askMerge, said, words)
    case .split: Phrase(.askSplit, said, words)
    case .speaker: Phrase(.askSpeaker, said)
    }
  }
}

extension String {
  /// As much as the status line has room for.
  fileprivate var shortened: String { count > 40 ? prefix(39) + "…" : self }
}
