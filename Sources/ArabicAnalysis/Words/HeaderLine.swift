import ArabicText

/// A line of a header as mail and readers of news have them, which tells facts and no story.
enum HeaderLine {
  /// Names of fields: those of RFC 5322 that programs show, and those of newsboat's pager.
  private static let names: Set<String> = [
    "from", "to", "cc", "bcc", "subject", "date", "reply-to", "sender", "message-id", "in-reply-to",
    "references", "feed", "title", "author", "link", "flags", "enclosure", "podcast download url",
  ]

  /// Whether `line` of `text` begins with the name of a field and a colon.
  ///
  /// - Complexity: O(1).
  static func begins(_ line: TextSpan, of text: DecodedText) -> Bool {
    text.withUTF8 { bytes in
      let start = bytes[line.utf8].prefix(32).drop { $0 == 0x20 || $0 == 0x3E }
      guard let colon = start.firstIndex(of: 0x3A) else { return false }
      return names.contains(String(decoding: start[..<colon], as: UTF8.self).lowercased())
    }
  }
}
