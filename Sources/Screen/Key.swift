/// A key press as the terminal tells it.
package enum Key: Hashable, Sendable {
  /// A printing character, Arabic or other.
  case character(Character)
  /// A letter with Control held, lower case: `.control("o")` is Ctrl-O.
  case control(Character)
  /// A character with Alt held (the terminal sends ESC before it).
  case alt(Character)
  case up, down, left, right
  case pageUp, pageDown, home, end
  case enter, tab, backTab, escape, backspace, delete, insert
  /// A function key, from 1.
  case function(Int)
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// The key of a printing character: `"j"`.
  package init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    self = .character(Character(scalar))
  }
}
