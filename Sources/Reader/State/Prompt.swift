import Interface
import Screen

/// A line that is being typed at the bottom of the screen.
package struct Prompt: Hashable, Sendable {
  /// What a line is typed for.
  package enum Purpose: String, CaseIterable, Hashable, Sendable {
    /// A search through the text.
    case search = "/"
    /// A command by its name.
    case command = ":"
    /// What paragraphs must hold to be shown.
    case filter = "&"

    /// What stands before the line.
    package var sign: String { rawValue }
  }

  /// What it is typed for.
  package var purpose: Purpose
  /// What was typed so far.
  package var text: String = ""
  /// Where it was begun, to go back to.
  var origin: Jump
  /// The search that was in force before.
  var search: SearchState?
  /// The theme that was in force before, while others are tried on.
  var theme: Theme?
  /// What the line may become, while that is being chosen.
  var completion: Completion?
  /// The line of the history that is shown.
  var recall: Recall?

  /// Takes a key that changes the text, or says that it is none.
  mutating func edit(_ key: Key) -> Bool { Self.edit(&text, key) }

  /// Changes `text` as a line that is typed, or says that `key` is for something else.
  static func edit(_ text: inout String, _ key: Key) -> Bool {
    switch key {
    case .backspace:
      guard !text.isEmpty else { return false }
      // The last scalar, not the last character: a mark is taken off before its letter.
      text.unicodeScalars.removeLast()
    case .control("u"):
      text = ""
    case .control("w"):
      while text.last?.isWhitespace == true { text.removeLast() }
      while let last = text.last, !last.isWhitespace { text.removeLast() }
    case .character(let character):
      text.append(character)
    default:
      return false
    }
    return true
  }
}

/// A line of the history that is shown in the place of what was typed.
struct Recall: Hashable, Sendable {
  /// Which line, counted from the last.
  var index: Int
  /// What was typed before.
  var draft: String
}

/// What a line may become.
struct Completion: Hashable, Sendable {
  /// What stands before the word that is completed.
  var stem: String
  /// The word as it was typed.
  var typed: String
  /// What it may become.
  var candidates: [String]
  /// The candidate that is taken, or `nil` for what was typed.
  var index: Int?

  /// The line with the candidate that is taken.
  var text: String { stem + (index.map { candidates[$0] } ?? typed) }

  /// Takes the next candidate, or the one before; what was typed comes between last and first.
  mutating func step(_ step: Step) {
    let places = candidates.count + 1
    let current = index ?? candidates.count
    let next = (current + (step == .forward ? 1 : places - 1)) % places
    index = next == candidates.count ? nil : next
  }
}
