/// A page that a browser has saved with all that belongs to it as a message of mail (RFC 2557).
struct MHTMLMessage {
  /// The bytes of its first page, undone from how they were sent.
  let page: [UInt8]
  /// The charset that the message says of it.
  let charset: String?

  /// Reads `message`; `nil` where no page is in it.
  ///
  /// - Complexity: O(*n*).
  init?(_ message: UnsafeBufferPointer<UInt8>) {
    let bytes = message[...]
    let (head, body) = Self.divided(bytes)
    let fields = Self.fields(head)
    guard let boundary = Self.parameter("boundary", of: fields["content-type"] ?? ""),
      !boundary.isEmpty
    else { return nil }
    var rest = body
    let mark = Array("--\(boundary)".utf8)
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      let end = rest.firstRange(of: mark)?.lowerBound ?? rest.endIndex
      let (partHead, part) = Self.divided(rest[..<end].drop { $0 == 0x0D || $0 == 0x0A })
      let fields = Self.fields(partHead)
      let type = fields["content-type"] ?? ""
      if type.lowercased().hasPrefix("text/html")
        || type.lowercased().hasPrefix("application/xhtml")
      {
        page = Self.decoded(part, fields["content-transfer-encoding"]?.lowercased() ?? "")
        charset = Self.parameter("charset", of: type)
        return
      }
      rest = rest[end...]
    }
    return nil
  }

  private typealias Part = Slice<UnsafeBufferPointer<UInt8>>

  /// The head of a message or a part of it, and what stands behind the empty line.
  private static func divided(_ part: Part) -> (head: Part, body: Part) {
    let ends = ["\r\n\r\n", "\n\n"].compactMap { part.firstRange(of: Array($0.utf8)) }
    guard let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) else {
      return (part, part[part.endIndex...])
    }
    return (part[..<end.lowerBound], part[end.upperBound...])
  }

  /// The fields of a head, by their names in small letters; lines that begin with a space go on.
  private static func fields(_ head: Part) -> [String: String] {
    var fields: [String: String] = [:]
    var name = ""
    for line in head.prefix(64 * 1024).split(separator: 0x0A) {
      let text = String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        fields[name]? += text
      } else if let colon = text.firstIndex(of: ":") {
        name = text[..<colon].lowercased()
        fields[name] = String(text[text.index(after: colon)...].drop { $0 == " " })
      }
    }
    return fields
  }

  /// The parameter `name` of the value of a field: `text/html; charset="utf-8"`.
  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      let key = pair.first.map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard pair.count == 2, key == name else { continue }
      return pair[1].filter { $0 != "\"" && $0 != " " && $0 != "\t" }
    }
    return nil
  }

  private static func decoded(_ part: Part, _ encoding: String) -> [UInt8] {
    if encoding.hasPrefix("quoted-printable") { return unquoted(part) }
    return encoding.hasPrefix("base64") ? unpacked(part) : Array(part)
  }

  /// Undoes quoted-printable (RFC 2045, §6.7).
  private static func unquoted(_ part: Part) -> [UInt8] {
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

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Undoes base64 (RFC 4648); what is none of its letters is skipped.
  private static func unpacked(_ part: Part) -> [UInt8] {
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
