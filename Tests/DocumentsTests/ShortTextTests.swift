import ArabicText
import CAnalysisData
import TestSupport
import Testing

@testable import Documents

/// One to three words are enough to tell a charset by.
@Suite struct ShortTextTests {
  /// The words of the built-in lists that can stand in an article, two letters at least.
  private static let words: [String] = {
    let lists = [
      rawi_list_titles(), rawi_list_class_nouns(), rawi_list_word_classes(), rawi_list_nominals(),
      rawi_list_cues(), rawi_list_phrases(), rawi_list_everyday_words(),
    ]
    let letters = lists.flatMap { list in
      String(decoding: UnsafeBufferPointer(start: list.bytes, count: list.count), as: UTF8.self)
        .split(separator: "\n").filter { $0.first != "#" }
        .flatMap { $0.unicodeScalars.split { !("\u{621}"..."\u{64A}").contains($0) } }
    }
    return Set(letters.map { String(String.UnicodeScalarView($0)) })
      .filter { $0.unicodeScalars.count > 1 }.sorted()
  }()

  private func decoded(_ bytes: [UInt8]) throws -> (text: String, charset: String) {
    try bytes.withUnsafeBufferPointer { bytes in
      guard case .text(let charset) = CharsetDetector.detect(bytes) else { return ("", "binary") }
      if charset.isUTF8 { return (String(decoding: bytes, as: UTF8.self), charset.name) }
      let text = try CharsetConverter.convert(bytes, from: charset)
      return (String(decoding: text.bytes, as: UTF8.self), charset.name)
    }
  }

  /// The floors are what was reached, less a little: of a hundred texts so many are read rightly.
  @Test(arguments: [
    ("UTF-8", 100.0), ("UTF-16LE", 100), ("UTF-16BE", 100), ("WINDOWS-1256", 99),
    ("ISO-8859-6", 99),
  ])
  func `a text of one to three words of the lists is read rightly`(
    charset: String, floor: Double
  ) throws {
    var generator = SeededGenerator(seed: 3)
    for count in 1...3 {
      var right = 0
      for _ in 0..<400 {
        let words = (0..<count).compactMap { _ in Self.words.randomElement(using: &generator) }
        let text = words.joined(separator: " ")
        if try decoded(Samples.encoded(text, charset)).text == text { right += 1 }
      }
      #expect(Double(right) / 4 >= floor, "\(count) words")
    }
  }

  @Test(arguments: [
    "سلام", "خبر", "نعم", "مرحبا", "شكرا", "القاهرة", "بيروت", "محمد", "لا", "الحرب",
  ])
  func `a single word in the code page of Windows is that word`(word: String) throws {
    #expect(try decoded(Samples.encoded(word, "WINDOWS-1256")).text == word)
    #expect(try decoded(Samples.encoded(word + "\r\n", "WINDOWS-1256")).text == word + "\r\n")
  }

  @Test(arguments: ["café", "für", "naïve", "à la carte", "déjà vu"])
  func `Latin letters with accents stay what they are in the code page`(text: String) throws {
    #expect(try decoded(Samples.encoded(text, "WINDOWS-1256")).text == text)
  }
}

/// Charsets of other times and text that was converted wrongly.
@Suite struct UnusualCharsetTests {
  private func decoded(_ bytes: [UInt8], as name: String? = nil) throws -> (String, String) {
    let folder = try TemporaryFolder()
    let document = try DocumentLoader.load(path: folder.file(bytes), encoding: name)
    return (document.text.string(in: document.text.span), document.charset)
  }

  /// `text` in a charset, by what its bytes are read as.
  private func encoded(_ text: String, _ charset: String) throws -> [UInt8] {
    let table = try #require(ByteTable(charset))
    let bytes = table.bytes
    return text.unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : bytes[UInt16(scalar.value)] ?? UInt8(ascii: "?")
    }
  }

  /// Each line of `text` from its end to its beginning, numbers as they are.
  private func seen(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map {
        String(
          $0.split(separator: " ", omittingEmptySubsequences: false).reversed().map { word in
            word.allSatisfy { $0.isASCII } ? String(word) : String(word.reversed())
          }.joined(separator: " "))
      }.joined(separator: "\n")
  }

  private static let plain = """
    قال وزير الخارجية في مؤتمر صحفي عقده يوم الثلاثاء إن بلاده تدعم جهود الأمم المتحدة
    وأضاف أن القرار ظل معلقا طوال عام 2019 ولم يتغير شيء غير أن الضغوط تتزايد
    """

  /// The news in letters that a charset has.
  private static func plain(in charset: String) -> String {
    charset == "CP864" ? plain.replacing("إ", with: "ا") : plain
  }

  @Test func `the bytes of code page 720 and of the Macintosh are known`() throws {
    #expect(try decoded([0xAB, 0xE9, 0x9F, 0xEA], as: "CP720").0 == "سلام")
    #expect(
      try decoded([0xD3, 0xE4, 0xC7, 0xE5, 0xAC, 0xA0, 0xF3], as: "MacArabic").0 == "سلام، پ")
  }

  @Test(arguments: ["CP720", "CP864", "windows-1256", "ISO-8859-6"])
  func `news in a charset of one byte are recognised`(charset: String) throws {
    let text = Self.plain(in: charset)
    #expect(try decoded(encoded(text, charset)) == (text, charset))
  }

  @Test func `news of a Macintosh are recognised`() throws {
    let text = Self.plain + "، پاريس"
    #expect(try decoded(encoded(text, "MacArabic")) == (text, "MacArabic"))
  }

  @Test(arguments: [
    "قال الناطق إن الحكومة ستعمل على السلام.", "وصل الوزير إلى القاهرة.",
    "هل عاد الرئيس؟ نعم، عاد أمس.",
    plain,
  ])
  func `a Macintosh's own blanks and stops stand between words`(text: String) throws {
    let own = try encoded(text, "MacArabic").map { [0x20, 0x2E].contains($0) ? $0 + 0x80 : $0 }
    #expect(try decoded(own) == (text, "MacArabic"))
  }

  @Test func `a word of code page 720 that is well-formed UTF-8 by chance is that word`() throws {
    #expect(try decoded(encoded("مصر\n", "CP720")) == ("مصر\n", "CP720"))
    for text in ["é", "— ’", "中", "لا", "Ω ж", "ب", "€"] {
      #expect(try decoded(Array(text.utf8)) == (text, "UTF-8"))
    }
  }

  @Test(arguments: ["windows-1256", "ISO-8859-6", "CP720", "CP864"])
  func `lines stored as they are seen are brought into the order of reading`(
    charset: String
  ) throws {
    let text = Self.plain(in: charset)
    let stored = try encoded(seen(text), charset)
    #expect(try decoded(stored) == (text, charset + "-visual"))
    #expect(try decoded(stored, as: charset + "-visual").0 == text)
  }

  @Test func `numbers, words in Latin letters and brackets keep their places`() throws {
    let stored = Samples.encoded(".IBM Corp 2019/5/12 (لوألا)", "WINDOWS-1256")
    #expect(
      try decoded(stored, as: "windows-1256-visual").0 == "(الأول) IBM Corp 2019/5/12.")
  }

  @Test(arguments: ["windows-1252", "windows-1256"])
  func `UTF-8 that was made UTF-8 twice is made it once`(outer: String) throws {
    for text in ["ال", "سلام", Samples.news] {
      let twice = Array(
        text.utf8.flatMap { byte -> [UInt8] in
          guard byte >= 0x80, let table = ByteTable(outer) else { return [byte] }
          let scalar = table[byte] == 0xFFFD ? UInt16(byte) : table[byte]
          return Array(String(Unicode.Scalar(scalar) ?? "?").utf8)
        })
      #expect(try decoded(twice) == (text, "UTF-8-as-\(outer)"))
    }
  }

  @Test(arguments: [
    "Ça va très bien à Besançon — «déjà»", "Smørrebrød på Ærø § 5", "طظ", "ط", "ظل طفل", "©®",
  ])
  func `a text in UTF-8 that could be mistaken stays as it is`(text: String) throws {
    #expect(try decoded(Array(text.utf8)) == (text, "UTF-8"))
  }
}
