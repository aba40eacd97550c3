import ArabicText
import Screen

/// The Arabic (101) keyboard: which Latin key stands where an Arabic character is typed.
///
/// Source: the layouts "Arabic (101)" of Windows and `ara` of xkeyboard-config, which agree on these
/// keys. Characters that both keyboards have keep their meaning: `/` searches, though Shift+م types
/// it too, so that "previous place" is also on Alt.
package enum ArabicKeyboard {
  private static let rows: [(latin: String, arabic: String)] = [
    ("qwertyuiop[]", "ضصثقفغعهخحجد"),
    ("asdfghjkl;'", "شسيبلاتنمكط"),
    ("zxcvnm,./", "ئءؤرىةوزظ"),
    ("QWERIOP{}", "\u{64E}\u{64B}\u{64F}\u{64C}÷×؛<>"),
    ("ASHJK", "\u{650}\u{64D}أـ،"),
    ("XNM?", "\u{652}آ’؟"),
    ("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    ("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
  ]

  /// Keys that type lam-alef, as one scalar where the keyboard driver sends one.
  private static let ligatures: [Unicode.Scalar: Character] = [
    "\u{FEFB}": "b", "\u{FEF7}": "G", "\u{FEF9}": "T", "\u{FEF5}": "B",
  ]

  private static let latin: [Unicode.Scalar: Character] = {
    var table = ligatures
    for row in rows {
      for (latin, arabic) in zip(row.latin, row.arabic.unicodeScalars) { table[arabic] = latin }
    }
    return table
  }()

  private static let arabic: [Character: Unicode.Scalar] = {
    // The first row that has a key names it; ligatures come where no single letter does.
    var table = Dictionary(ligatures.map { ($1, $0) }) { first, _ in first }
    for row in rows.reversed() {
      for (latin, scalar) in zip(row.latin, row.arabic.unicodeScalars)
      where ScalarProperties(scalar.value).scalarClass != .mark && !latin.isNumber {
        table[latin] = scalar
      }
    }
    return table
  }()

  /// What the key types while the keyboard is Arabic, where that is a sign of its own.
  package static func arabicCharacter(for key: Key) -> Character? {
    guard case .character(let latin) = key else { return nil }
    return arabic[latin].map(Character.init)
  }

  /// What the key is while the keyboard is Arabic, where that types a sign of its own.
  package static func arabicKey(for key: Key) -> Key? {
    switch key {
    case .character(let latin): arabic[latin].map { .character(Character($0)) }
    case .alt(let latin): arabic[latin].map { .alt(Character($0)) }
    default: nil
    }
  }

  /// The key of a Latin keyboard in the place of `key`, or `nil` where it is Latin already.
  package static func latinKey(for key: Key) -> Key? {
    switch key {
    case .character(let character): latinCharacter(for: character).map(Key.character)
    case .alt(let character): latinCharacter(for: character).map(Key.alt)
    default: nil
    }
  }

  private static func latinCharacter(for character: Character) -> Character? {
    // Two letters where the driver sends lam and alef one after the other would be `g`, `h`.
    character.unicodeScalars.count == 1 ? character.unicodeScalars.first.flatMap { latin[$0] } : nil
  }
}
