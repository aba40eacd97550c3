import Screen

/// Keys as configuration files name them: `j`, `ctrl-d`, `alt-p`, `space`, `pagedown`, `f1`.
extension Key {
  /// Why a name is no key to bind.
  package enum NameProblem: Error, Hashable, Sendable {
    /// It names no key.
    case unknown
    /// The terminal sends the same for another key, which is to be named instead.
    case sameAs(String)
    /// Digits are counts, as in `5j`.
    case digit
    /// Ctrl-C always quits.
    case reserved
  }

  private static let names: KeyValuePairs<String, Key> = [
    "space": " ", "enter": .enter, "tab": .tab, "shift-tab": .backTab, "escape": .escape,
    "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down,
    "left": .left, "right": .right, "pageup": .pageUp, "pagedown": .pageDown, "home": .home,
    "end": .end,
  ]

  /// What Control makes of letters that have a key of their own (ASCII).
  private static let sentAlike: [Character: String] = [
    "i": "tab", "m": "enter", "h": "backspace", "[": "escape",
  ]

  /// The names of keys that have one; characters name themselves.
  package static var namesOfKeys: [String] { names.map(\.key) + ["f1 … f12", "ctrl-…", "alt-…"] }

  /// The key called `name`.
  ///
  /// - Throws: ``NameProblem`` where it is none that can be bound.
  package init(name: String) throws(NameProblem) {
    if let character = name.first, name.unicodeScalars.count == 1 {
      guard !character.isWhitespace,
        character.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
      else { throw .unknown }
      guard !character.isWholeNumber else { throw .digit }
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let (_, key) = Self.names.first(where: { $0.key == lower }) {
      self = key
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else if lower.hasPrefix("ctrl-") {
      self = try Self.controlKey(String(lower.dropFirst(5)))
    } else if lower.hasPrefix("alt-") {
      let letter = name.dropFirst(4)
      guard letter.unicodeScalars.count == 1, let character = letter.first else { throw .unknown }
      self = .alt(character)
    } else {
      throw .unknown
    }
  }

  private static func controlKey(_ rest: String) throws(NameProblem) -> Key {
    if rest == "space" { return .control(" ") }
    guard rest.utf8.count == 1, let letter = rest.first,
      letter.isLetter || "[\\]^_".contains(letter)
    else { throw .unknown }
    if letter == "c" { throw .reserved }
    if let other = sentAlike[letter] { throw .sameAs(other) }
    return .control(letter)
  }

  /// The name by which configuration files know the key.
  package var name: String {
    if let (name, _) = Self.names.first(where: { $0.value == self }) { return name }
    return switch self {
    case .character(let character): String(character)
    case .control(" "): "ctrl-space"
    case .control(let letter): "ctrl-\(letter)"
    case .alt(let letter): "alt-\(letter)"
    case .function(let number): "f\(number)"
    default: ""
    }
  }
}
