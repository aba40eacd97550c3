import Interface
import Screen

/// A key that matters now, and what it does: told in the status line where there is room, and pressed by a
/// click on it.
struct Hint: Hashable, Sendable {
  /// The keys, as one presses them.
  var keys: [Key]
  /// What they do, in a word or two.
  var label: Phrase

  /// Whether the keys alone are told.
  var isBare = false

  /// That `keys` do what `label` says.
  init(_ keys: [Key], _ label: PhraseKey) { self.init(keys, Phrase(label)) }

  /// That `keys` do what `label` says.
  init(_ keys: [Key], _ label: Phrase) {
    self.keys = keys
    self.label = label
  }
}

extension ReaderState {
  /// That the first key of `command` does what `label` says; `nil` where it has no key.
  func hint(_ command: Command, _ label: PhraseKey) -> Hint? {
    keymap.keys(of: command).first.map { Hint([$0], label) }
  }

  /// The keys that matter now: those of the uppermost mode that has any to tell.
  var hints: [Hint] {
    appearance.showsHints ? modeHints ?? modes.reading.hints(self) : []
  }

  private var modeHints: [Hint]? { modes.open.reversed().lazy.compactMap { $0.hints(self) }.first }

  /// What is told where no hint has room: the way out of a mode, or that to the page of all keys.
  var lastHint: Hint? {
    guard appearance.showsHints else { return nil }
    return modeHints.map(\.last) ?? hint(.help, .hintKeys)
  }

  /// What is told where not even that has room, while the article is read: the key alone.
  var bareHint: Hint? {
    guard appearance.showsHints, modeHints == nil, var hint = hint(.help, .hintKeys) else {
      return nil
    }
    hint.isBare = true
    return hint
  }
}
