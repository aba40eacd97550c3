import ArabicText
import Interface
import Screen

/// Which side keys act on.
package enum Focus: Sendable {
  case article, pane
}

/// What keys and mouse are in the middle of while the article is read.
package struct Reading: Hashable, Sendable {
  /// What the mouse does with its button down.
  enum Gesture: Hashable, Sendable {
    /// It draws up a passage.
    case selecting(Drag)
    /// It moves the line beside the pane.
    case resizingPane
  }

  /// Which side keys act on.
  package internal(set) var focus: Focus
  /// Whether the pane has the keys since the last command, which was not to give them: then the key that
  /// leads into it has nothing left to do.
  var hasJustEntered: Bool
  /// The number typed before a command, as in `5j`.
  package internal(set) var count: Optional<Int>
  /// What the mouse does.
  var gesture: Optional<Gesture>

  /// The article, in the middle of nothing.
  static let start = Reading(
    focus: .article, hasJustEntered: false, count: nil, gesture: nil)

  /// Takes over a change of the text: a passage that is being drawn up is given up.
  mutating func relocate(by change: TextChange) {
    self = Reading(
      focus: focus, hasJustEntered: hasJustEntered, count: count,
      gesture: gesture == .resizingPane ? .resizingPane : nil)
  }
}

/// A passage that is being drawn up with the mouse.
struct Drag: Hashable, Sendable {
  /// The letter where the button went down, or an empty span beside the text.
  var start: TextSpan
  /// Whether the mouse has moved since.
  var hasMoved: Bool
}

extension ReaderState {
  /// Handles a key while nothing is open over the article.
  mutating func pressWhileReading(_ key: Key) -> [Effect] {
    if let digit = digit(of: key) {
      modes.reading.count = min((modes.reading.count ?? 0) * 10 + digit, 1_000_000)
      return []
    }
    let times = modes.reading.count
    modes.reading.count = nil
    let scope: CommandScope = modes.reading.focus == .pane ? .pane : .everywhere
    guard let command = keymap.command(for: key, in: scope) else {
      notice = Notice(.keyUnknown, .key(key), .call(of: .help, in: keymap))
      return []
    }
    return perform(command, times: times)
  }

  private func digit(of key: Key) -> Int? {
    let latin = ArabicKeyboard.latinKey(for: key) ?? key
    guard case .character(let character) = latin, character.isASCII,
      let digit = character.wholeNumberValue
    else { return nil }
    return digit
  }

  /// What the status line says while nothing is open that says something else.
  var readingStatus: StatusLineText {
    if let count = modes.reading.count {
      return StatusLineText(language.inDigits(String(count)), end: position)
    }
    let inPane =
      modes.reading.focus == .pane && !paneCovers
      ? [StatusLineText.Part(text: string(.inPane))] : []
    let selected = inPane + selectionParts
    if let notice {
      let told = StatusLineText(
        [StatusLineText.Part(text: string(notice.phrase))], end: position, isError: notice.isError,
        isWhole: true)
      var both = told
      both.parts += selected
      // What is told comes before what is selected where there is no room for both.
      return StatusLine.fits(both, in: self) ? both : told
    }
    let name = StatusLineText.Part(text: Label.fileName(article.document.name))
    return StatusLineText(selected.isEmpty ? [name] : selected, end: position)
  }
}
