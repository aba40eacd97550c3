/// Tells the charset of a page: by its mark, by being valid UTF-8, by what the page says, by its letters.
///
/// The standard asks the page before its bytes; but pages say what they are not, and bytes that are
/// valid UTF-8 with Arabic in them are hardly ever anything else. What a page says is looked for
/// everywhere: some say it far behind the first 1,024 bytes, which the standard allows.
enum HTMLCharset {
  /// The charset, and the one that the page says in vain.
  struct Verdict: Hashable {
    var charset: Charset
    var refuted: String?
  }

  /// The charset of `page`.
  ///
  /// - Parameters:
  ///   - page: the bytes.
  ///   - outer: the charset that a message around the page says.
  /// - Returns: the charset, and what the page says in vain.
  /// - Complexity: O(*n*).
  static func detect(_ page: UnsafeBufferPointer<UInt8>, outer: String? = nil) -> Verdict {
    if let marked = Charset.marked(page) { return Verdict(charset: marked) }
    let sample = UnsafeBufferPointer(rebasing: page.prefix(CharsetDetector.sampleLength))
    if let wide = WideCharset.detect(sample) { return Verdict(charset: wide) }
    let statistics = UTF8Statistics(page)
    let declared = (outer ?? declaration(in: page)).flatMap(label)
    // Pages are put together: a foot may be in another charset than what the page says, and is no reason
    // to give up the rest.
    let weight = declared == "UTF-8" ? 2 : CharsetDetector.weightOfIllFormed
    if !statistics.isASCII, statistics.illFormed * weight <= statistics.wellFormed {
      if let repeated = RepeatedUTF8.detect(sample) {
        return Verdict(charset: .mistaken(for: repeated.outer))
      }
      return Verdict(charset: .utf8)
    }
    if statistics.isASCII { return Verdict(charset: .utf8) }
    let detected = letters(of: page) { hebrew($0) ?? ArabicCharset.detect($0) }
    guard let declared, declared != "UTF-8" else {
      return Verdict(charset: detected, refuted: declared)
    }
    let charset = declared == "ISO-8859-8" ? Charset(declared).visual : Charset(declared)
    guard CharsetConverter.knows(charset) else {
      return Verdict(charset: detected, refuted: declared)
    }
    if ArabicCharset.knows(charset) {
      // Which of those of Arabic it is, its letters say better than the page; a few accents of a page in
      // another language say nothing.
      let spelled = letters(of: page) { ArabicCharset.detect($0, declared: charset) }
      let charset = letterCount(page, spelled) > 8 ? spelled : charset
      return Verdict(
        charset: charset,
        refuted: charset.name.uppercased() == declared.uppercased() ? nil : declared)
    }
    // One that gives other letters than Arabic is believed, unless it gives fewer by far.
    let (here, there) = (letterCount(page, charset), letterCount(page, detected))
    return there > 2 * here + 8
      ? Verdict(charset: detected, refuted: declared) : Verdict(charset: charset)
  }

  /// The charset of Hebrew that `letters` are in; `nil` where they are none.
  ///
  /// Its letters stand in one range of both of its charsets, which in those of Arabic has few of the most
  /// frequent letters. Where words begin with the forms of their ends they are stored as they are seen.
  private static func hebrew(_ letters: UnsafeBufferPointer<UInt8>) -> Charset? {
    let high = letters.filter { $0 >= 0x80 }
    guard high.count >= 8, high.count(where: { (0xE0...0xFA).contains($0) }) * 20 >= high.count * 19
    else { return nil }
    let ends: Set<UInt8> = [0xEA, 0xED, 0xEF, 0xF3, 0xF5]
    var (first, last) = (0, 0)
    for word in letters.split(separator: 0x20) where word.count > 1 {
      if ends.contains(word[word.startIndex]) { first += 1 }
      if ends.contains(word[word.endIndex - 1]) { last += 1 }
    }
    return first > last ? Charset("ISO-8859-8").visual : Charset("windows-1255")
  }

  /// The letters of right-to-left scripts that the beginning of what is not ASCII spells in `charset`.
  private static func letterCount(_ page: UnsafeBufferPointer<UInt8>, _ charset: Charset) -> Int {
    letters(of: page) { bytes in
      do {
        let text = try CharsetConverter.convert(bytes, from: charset)
        return String(decoding: text.bytes, as: UTF8.self).unicodeScalars.count { scalar in
          (0x5D0...0x64A).contains(scalar.value) && scalar.properties.isAlphabetic
        }
      } catch {
        return 0
      }
    }
  }

  /// Calls `body` with the first words of `page` that are not ASCII: markup has none.
  private static func letters<Result>(
    of page: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var letters: [UInt8] = []
    for byte in page {
      if byte >= 0x80 {
        letters.append(byte)
      } else if byte <= 0x20, let last = letters.last, last != 0x20 {
        letters.append(0x20)
      }
      if letters.count > 16 * 1024 { break }
    }
    return letters.withUnsafeBufferPointer(body)
  }

  /// The label in the first declaration of `page`: of `<meta>` or of XML.
  static func declaration(in page: UnsafeBufferPointer<UInt8>) -> String? {
    let pattern = Array("charset".utf8)
    let xml = Array("encoding".utf8)
    let start = page.drop { $0 <= 0x20 }
    if start.starts(with: "<?xml".utf8), let value = value(behind: xml, in: start.prefix(200)) {
      return value
    }
    var rest = page[...]
    while let tag = rest.firstIndex(of: 0x3C) {
      rest = rest[(tag + 1)...]
      guard rest.prefix(4).map({ $0 | 0x20 }).elementsEqual("meta".utf8) else { continue }
      // A declaration is no longer, and one that does not end is looked at no further.
      let tag = rest.prefix(1024).prefix { $0 != 0x3E }
      if let value = value(behind: pattern, in: tag) { return value }
    }
    return nil
  }

  private static func value(
    behind name: [UInt8], in part: Slice<UnsafeBufferPointer<UInt8>>
  ) -> String? {
    let part = part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let range = part.firstRange(of: name) else { return nil }
    let signs: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27]
    var rest = part[range.upperBound...].drop { signs.contains($0) }
    guard rest.first == 0x3D else { return nil }
    rest = rest.dropFirst().drop { signs.contains($0) }
    let value = rest.prefix { !signs.contains($0) && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  /// The charset that a label of the web stands for (WHATWG Encoding Standard, §4.2), as `iconv` calls it;
  /// `nil` for none.
  static func label(_ label: String) -> String? {
    let label = label.lowercased().filter { $0 != " " }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": return "UTF-8"
    case "arabic", "asmo-708", "csiso88596e", "csiso88596i", "csisolatinarabic", "ecma-114",
      "iso-8859-6", "iso-8859-6-e", "iso-8859-6-i", "iso-ir-127", "iso8859-6", "iso88596",
      "iso_8859-6", "iso_8859-6:1987":
      return "ISO-8859-6"
    case "cp1256", "windows-1256", "x-cp1256": return "windows-1256"
    case "ascii", "ansi_x3.4-1968", "cp1252", "cp819", "ibm819", "iso-8859-1", "iso8859-1",
      "iso88591", "iso_8859-1", "l1", "latin1", "us-ascii", "windows-1252", "x-cp1252":
      return "windows-1252"
    case "csiso88598e", "csisolatinhebrew", "hebrew", "iso-8859-8", "iso-8859-8-e", "iso-ir-138",
      "iso8859-8", "iso88598", "iso_8859-8", "iso_8859-8:1988", "visual":
      return "ISO-8859-8"
    case "csiso88598i", "iso-8859-8-i", "logical": return "windows-1255"
    case "cp1255", "windows-1255", "x-cp1255": return "windows-1255"
    case "utf-16", "utf-16le", "unicode", "ucs-2", "utf-16be": return "UTF-8"
    default:
      let isNamed = label.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0))
      }
      return isNamed && CharsetConverter.knows(Charset(label)) ? label : nil
    }
  }
}
