/// A complete escape sequence at the start of some bytes (ECMA-48 §5.4 and §5.6).
struct ControlSequence: Hashable, Sendable {
  /// What introduces it.
  enum Kind: Hashable, Sendable {
    /// ESC [, up to a final byte 0x40 to 0x7E, which belongs to the body.
    case csi
    /// ESC P, up to ST.
    case dcs
    /// ESC ], up to ST or BEL.
    case osc
  }

  /// The longest sequence that is looked for; a longer one is not a terminal's answer.
  static let longest = 256

  var kind: Kind
  /// What stands between the introducer and the terminator.
  var body: String
  /// The bytes of the whole sequence.
  var length: Int

  /// The sequence that `bytes` begin with, or `nil` where they begin with none or are cut.
  init?(prefixOf bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 3, bytes.first == 0x1B else { return nil }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): kind = .csi
    case UInt8(ascii: "P"): kind = .dcs
    case UInt8(ascii: "]"): kind = .osc
    default: return nil
    }
    let content = bytes.dropFirst(2).prefix(Self.longest)
    if kind == .csi {
      guard let final = content.firstIndex(where: { !(0x20...0x3F).contains($0) }),
        (0x40...0x7E).contains(content[final])
      else { return nil }
      body = String(decoding: content[...final], as: UTF8.self)
      length = final + 1 - bytes.startIndex
      return
    }
    guard let end = content.firstIndex(where: { $0 == 0x1B || $0 == 0x07 }) else { return nil }
    let isBell = content[end] == 0x07
    if isBell {
      guard kind == .osc else { return nil }
    } else {
      guard end + 1 < bytes.endIndex, bytes[end + 1] == UInt8(ascii: "\\") else { return nil }
    }
    body = String(decoding: content[..<end], as: UTF8.self)
    length = end + (isBell ? 1 : 2) - bytes.startIndex
  }
}
