/// Bytes as letters (RFC 4648, section 4), for what a control sequence carries.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The encoding of `bytes`, with padding.
  static func encode(_ bytes: [UInt8]) -> String {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      bits <<= 8
      for index in 0..<4 {
        let isPadding = index > group.count
        encoded.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(bits >> 26)])
        bits <<= 6
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
