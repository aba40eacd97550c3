/// A box of mail in one file (RFC 4155, `mbox`): before each message stands a line that begins with `From `.
enum MailBox {
  private static let mark = Array("From ".utf8)

  /// The messages in `bytes`; all of it where it is one message.
  ///
  /// - Complexity: O(*n*).
  static func messages(in bytes: UnsafeBufferPointer<UInt8>) -> [MIMEPart.Bytes] {
    guard bytes.starts(with: mark) else { return [bytes[...]] }
    var messages: [MIMEPart.Bytes] = []
    var (start, place, isBlank) = (0, 0, true)
    while place < bytes.endIndex {
      let line = bytes[place...].prefix { $0 != 0x0A }
      let next = min(line.endIndex + 1, bytes.endIndex)
      if isBlank, line.starts(with: mark), isField(bytes[next...].prefix { $0 != 0x0A }) {
        if place > start { messages.append(bytes[start..<place]) }
        start = next
      }
      isBlank = line.isEmpty || line.elementsEqual([0x0D])
      place = next
    }
    return messages + [bytes[start...]]
  }

  /// Whether `line` is a field of a head: a name, a colon.
  private static func isField(_ line: MIMEPart.Bytes) -> Bool {
    let name = line.prefix { $0 != 0x3A }
    return !name.isEmpty && name.count < line.count
      && name.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
