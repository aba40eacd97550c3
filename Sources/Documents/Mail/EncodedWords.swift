/// Words of a head of mail, which are in any charset though the head is ASCII (RFC 2047): `=?utf-8?B?2K7YqNix?=`.
enum EncodedWords {
  private struct Word {
    var charset: String
    var bytes: [UInt8]
  }

  /// `field` as it is read.
  ///
  /// - Complexity: O(*n*).
  static func decoded(_ field: String) -> String {
    var result = ""
    // Words of one charset belong together: a letter may be divided between them.
    var open: Word?
    func close() {
      if let word = open { result += text(word.bytes, word.charset) }
      open = nil
    }
    // Nobody writes more in a field that is shown.
    var rest = field.prefix(8192)
    while let begin = rest.firstRange(of: "=?") {
      let between = rest[..<begin.lowerBound]
      guard let (word, end) = word(rest[begin.upperBound...]) else {
        close()
        result += rest[..<begin.upperBound]
        rest = rest[begin.upperBound...]
        continue
      }
      if let before = open, between.allSatisfy(\.isWhitespace) {
        if before.charset == word.charset {
          open?.bytes += word.bytes
        } else {
          close()
          open = word
        }
      } else {
        close()
        result += between
        open = word
      }
      rest = rest[end...]
    }
    close()
    return result + rest
  }

  /// The bytes of a head that are no ASCII, against the rules: in UTF-8, or in the charset that they tell.
  static func raw(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.withUnsafeBufferPointer { text(Array($0), ArabicCharset.detect($0).name) }
  }

  /// The word that `rest` begins with behind its first two signs, and where it ends.
  private static func word(_ rest: Substring) -> (Word, Substring.Index)? {
    // No word is longer than 75 signs, but by programs that do not count.
    let parts = rest.prefix(2000).split(
      separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == "=" else { return nil }
    let sent = parts[2].utf8.map { $0 == 0x5F ? 0x20 : $0 }
    let bytes: [UInt8]
    switch parts[1].lowercased() {
    case "b": bytes = TransferEncoding.decoded(sent, "base64")
    case "q": bytes = TransferEncoding.decoded(sent, "quoted-printable")
    default: return nil
    }
    // A language may stand behind the charset (RFC 2231).
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    return (Word(charset: charset, bytes: bytes), rest.index(after: parts[3].startIndex))
  }

  private static func text(_ bytes: [UInt8], _ charset: String) -> String {
    let charset = Charset(HTMLCharset.label(charset) ?? charset)
    guard !charset.isUTF8, CharsetConverter.knows(charset) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    do {
      return try bytes.withUnsafeBufferPointer {
        String(decoding: try CharsetConverter.convert($0, from: charset).copied(), as: UTF8.self)
      }
    } catch {
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
