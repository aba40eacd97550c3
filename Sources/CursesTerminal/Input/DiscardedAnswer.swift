/// An answer of the terminal that nobody waits for, of which each part is dropped as it comes, however
/// long it is.
///
/// ECMA-48 §5.4 and §5.6: a control sequence has parameters and a final byte, a control string goes up
/// to ST. Both end before a control that stands in neither, so that Ctrl-C is a key at all times.
struct DiscardedAnswer: Hashable, Sendable {
  /// What it is.
  enum Kind: Hashable, Sendable {
    /// A control sequence, from its parameters on.
    case csi
    /// A control string, from its content on: DCS, OSC, APC.
    case string
  }

  private static let escape: UInt8 = 0x1B

  let kind: Kind
  /// Whether its end has come.
  private(set) var isComplete = false

  /// The rest of an answer of which the introducer has come.
  init(_ kind: Kind) { self.kind = kind }

  /// Whether `bytes` begin as answers do and keys do not: ESC [ with a parameter, ESC ] with a number,
  /// ESC P and ESC _ with what terminals send behind them.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 2, bytes.first == escape else { return false }
    let third = bytes[bytes.startIndex + 2]
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return (0x30...0x3F).contains(third)
    case UInt8(ascii: "]"): return (0x30...0x39).contains(third)
    // Names and versions, settings and capabilities, the unit's number (XTVERSION, DECRQSS,
    // XTGETTCAP, DA3).
    case UInt8(ascii: "P"): return [0x3E, 0x30, 0x31, 0x21].contains(third)
    // Kitty's graphics.
    case UInt8(ascii: "_"): return third == UInt8(ascii: "G")
    default: return false
    }
  }

  /// Takes what belongs to it from the beginning of `input`.
  ///
  /// - Complexity: linear in the bytes that are taken.
  mutating func take(from input: inout ArraySlice<UInt8>) {
    switch kind {
    case .csi: takeSequence(from: &input)
    case .string: takeString(from: &input)
    }
  }

  private mutating func takeSequence(from input: inout ArraySlice<UInt8>) {
    input = input.drop { (0x20...0x3F).contains($0) }
    guard let next = input.first else { return }
    isComplete = true
    if (0x40...0x7E).contains(next) { input = input.dropFirst() }
  }

  private mutating func takeString(from input: inout ArraySlice<UInt8>) {
    input = input.drop { $0 >= 0x20 || (0x08...0x0D).contains($0) }
    guard let next = input.first else { return }
    switch next {
    case Self.escape:
      // It is not known yet whether ST follows.
      guard input.count > 1 else { return }
      isComplete = true
      if input[input.startIndex + 1] == UInt8(ascii: "\\") { input = input.dropFirst(2) }
    // BEL ends it as well, CAN and SUB break it off.
    case 0x07, 0x18, 0x1A:
      isComplete = true
      input = input.dropFirst()
    default: isComplete = true
    }
  }
}
