import ArabicText

/// Makes a text of a message of mail (RFC 5322): what it is about as the headline, then its words; of a box of several
/// each under such a heading.
enum MailDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("mail", version: 4)

  /// The text of `message`.
  ///
  /// - Parameters:
  ///   - message: its bytes.
  ///   - name: what the file is called in errors.
  ///   - encoding: the charset of its parts, whatever they say; `nil` for what they say.
  /// - Returns: the text; one without a word where there is none beside the subject.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*).
  static func read(
    _ message: UnsafeBufferPointer<UInt8>, name: String, encoding: String?
  ) throws(DocumentError) -> ExtractedText {
    var text = ExtractedText(DocumentStructure(format: "mail", extractor: extractor))
    let messages = MailBox.messages(in: message).map(MIMEPart.init)
    if let mail = messages.first, messages.count == 1 {
      text.structure.title = field("subject", of: mail)
      text.structure.date = field("date", of: mail)
      text.structure.authors = field("from", of: mail).map { [sender($0)] } ?? []
    }
    let empty = text
    var (hasWords, hasCharset) = (false, false)
    for mail in messages {
      if let title = field("subject", of: mail) {
        text.append(title.utf8, .heading(level: messages.count == 1 ? 1 : 2))
      }
      let facts = [field("date", of: mail), field("from", of: mail).map(sender)].compactMap(\.self)
      if messages.count > 1, !facts.isEmpty {
        text.append(facts.joined(separator: " · ").utf8, .caption)
      }
      let length = text.bytes.count
      for part in mail.texts() {
        let charset = try append(part, to: &text, name, encoding)
        if !hasCharset { (text.charset, hasCharset) = (charset, true) }
        if part.isCut { text.warn([.endsEarly]) }
      }
      hasWords = hasWords || text.bytes.count > length
    }
    // A headline alone is nothing to read.
    return hasWords ? text : empty
  }

  private static func field(_ name: String, of mail: MIMEPart) -> String? {
    mail.fields[name].map(EncodedWords.decoded).flatMap(HTMLMetadata.plain)
  }

  /// The name in `from`, or the address where there is none: `"هند سالم" <hind@example.org>`.
  private static func sender(_ from: String) -> String {
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    return HTMLMetadata.plain(name) ?? from
  }

  /// Adds the words of `part`; tells the charset that they are in.
  private static func append(
    _ part: MIMEPart, to text: inout ExtractedText, _ name: String, _ encoding: String?
  ) throws(DocumentError) -> Charset {
    let content = part.content
    let (words, charset) = try content.withUnsafeBufferPointer { bytes throws(DocumentError) in
      guard !bytes.isEmpty else { return ([] as [UInt8], Charset.utf8) }
      let charset =
        if let encoding {
          try DocumentLoader.charset(of: bytes, name, encoding)
        } else {
          HTMLCharset.detect(bytes, outer: part.charset).charset
        }
      let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
      guard !charset.isUTF8 else { return (Array(body), charset) }
      return (try CharsetConverter.convert(body, from: charset).copied(), charset)
    }
    guard part.isPage else {
      for line in lines(of: words) {
        let own = line.utf8.drop { $0 == 0x3E || $0 == 0x20 }
        if own.count == line.utf8.count {
          text.append(own)
        } else if !own.isEmpty {
          text.append(own, .quotation)
        }
      }
      return charset
    }
    do throws(MarkupParser.Failure) {
      let page = try words.withUnsafeBufferPointer { bytes throws(MarkupParser.Failure) in
        try HTMLDocument.blocks(of: bytes)
      }
      for block in page.blocks { text.append(block, highest: 2) }
      text.warn(page.warnings)
    } catch {
      throw DocumentError(error, name)
    }
    return charset
  }

  /// The paragraphs of plain text, whose lines most programs break.
  private static func lines(of words: [UInt8]) -> [String] {
    let text = DecodedText(copying: words)
    let joined = HardWrap(of: text)?.joined(text, keepsSigns: true) ?? .init(text: text)
    return ArticleRecord.lines(joined.closed)
  }
}
