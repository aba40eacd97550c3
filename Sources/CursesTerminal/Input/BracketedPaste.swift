/// Text that is being pasted, as it comes between the brackets that the terminal puts around it.
///
/// Private mode 2004 of xterm's ctlseqs, "Bracketed Paste Mode". Terminals take the closing bracket out
/// of what they paste, so the first one is the end. Each byte is looked at once.
struct BracketedPaste: Sendable {
  /// Asks for the brackets.
  static let on = "\u{1B}[?2004h"
  /// Asks for text without brackets.
  static let off = "\u{1B}[?2004l"
  /// The opening bracket: the body of a control sequence.
  static let opening = "200~"

  private static let escape: UInt8 = 0x1B
  private static let closing = Array("\u{1B}[201~".utf8)

  /// How many bytes of text are kept, up to the end of a letter; the rest is swallowed.
  let limit: Int
  /// Whether the closing bracket has come.
  var isComplete: Bool { matched == Self.closing.count }
  private var bytes: [UInt8] = []
  private var isFull = false
  /// How many bytes of the closing bracket came last.
  private var matched = 0
  private var followsReturn = false

  /// A paste of which nothing has come yet.
  init(limit: Int = 4 << 20) {
    self.limit = limit
  }

  /// Takes bytes out of `input`, up to and with the closing bracket.
  ///
  /// - Complexity: linear in the bytes that are taken.
  mutating func take(from input: inout ArraySlice<UInt8>) {
    var index = input.startIndex
    while index < input.endIndex, !isComplete {
      take(input[index])
      index += 1
    }
    input = input[index...]
  }

  /// What was pasted: line breaks are line feeds, a tab is a blank, other control characters are left
  /// out, and what is no UTF-8 is U+FFFD.
  var text: String {
    var text = String(decoding: bytes, as: UTF8.self)
    text.unicodeScalars.removeAll { (0x80..<0xA0).contains($0.value) }
    return text
  }

  private mutating func take(_ byte: UInt8) {
    if byte == Self.closing[matched] {
      matched += 1
      return
    }
    // No bracket after all. ESC stands only at its beginning, so nothing but a new ESC can begin one.
    for letter in Self.closing[..<matched] { keep(letter) }
    matched = byte == Self.escape ? 1 : 0
    if matched == 0 { keep(byte) }
  }

  private mutating func keep(_ byte: UInt8) {
    defer { followsReturn = byte == 0x0D }
    switch byte {
    case 0x0A: if !followsReturn { append(0x0A) }
    case 0x0D: append(0x0A)
    case 0x09: append(0x20)
    case 0x00..<0x20, 0x7F: break
    default: append(byte)
    }
  }

  private mutating func append(_ byte: UInt8) {
    let continues = byte & 0xC0 == 0x80 && bytes.count < limit + 3
    isFull = isFull || bytes.count >= limit && !continues
    if !isFull { bytes.append(byte) }
  }
}
