/// How bytes of mail are sent as ASCII (RFC 2045, §6).
enum TransferEncoding {
  /// The bytes that were sent as `sent` in the encoding called `name`; one that is not known changes nothing.
  ///
  /// - Complexity: O(*n*).
  static func decoded(_ sent: some Sequence<UInt8>, _ name: String) -> [UInt8] {
    if name.hasPrefix("quoted-printable") { return unquoted(Array(sent)) }
    return name.hasPrefix("base64") ? unpacked(sent) : Array(sent)
  }

  /// Undoes quoted-printable (RFC 2045, §6.7).
  private static func unquoted(_ part: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(part.count)
    var index = part.startIndex
    while index < part.endIndex {
      let byte = part[index]
      index += 1
      guard byte == 0x3D else {
        result.append(byte)
        continue
      }
      if index < part.endIndex, part[index] == 0x0D { index += 1 }
      if index < part.endIndex, part[index] == 0x0A {
        index += 1
      } else if index + 1 < part.endIndex, let high = digit(part[index]),
        let low = digit(part[index + 1])
      {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// The value of a hexadecimal digit in capital or small letters.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Undoes base64 (RFC 4648); what is none of its letters is skipped.
  static func unpacked(_ part: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in part {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
