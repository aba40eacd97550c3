/// Mends the tables of letters (`ToUnicode`) of WeasyPrint, which tell the text of a whole cluster, a letter and its vowel
/// signs, for the first sign that is drawn of it, and none for the others.
///
/// That first one is the vowel sign, so that its letter would stand wherever the sign does: `النَّهْرئِ` for «النَّهْرِ». Here
/// the sign keeps what is none of the letter, and the letter goes to what is drawn behind it.
struct PDFClusters {
  /// `table` so mended.
  private(set) var table: [UInt8]
  /// Whether it is a table of WeasyPrint, as its small digits show.
  let areThere: Bool

  /// An entry of a list: `<0789> <0623064F>`.
  private struct Entry {
    var code: Int
    var text: Range<Int>
    var letters: [Unicode.Scalar]
  }

  /// Mends `table`, behind whose signs those stand that `follower` tells.
  ///
  /// - Complexity: O(*n*).
  init(_ table: [UInt8], follower: (Int) -> Int?) {
    self.table = table
    areThere = PDFStreams.has("<0000> <ffff>", table)
    guard areThere else { return }
    let entries = Self.entries(of: table)
    let empty = entries.filter(\.letters.isEmpty)
    var texts: [Int: [Unicode.Scalar]] = [:]
    for entry in entries {
      let marks = entry.letters.filter(PDFLetters.isMark)
      let letters = entry.letters.filter { !PDFLetters.isMark($0) }
      guard letters.count == 1, !marks.isEmpty, PDFLetters.isLetter(letters[0]) else { continue }
      texts[entry.code] = marks
      // Of a letter with two signs either may be drawn behind the first.
      if marks.count == 1, let base = follower(entry.code),
        empty.contains(where: { $0.code == base })
      {
        texts[base] = letters
      }
    }
    for entry in entries.reversed() {
      guard let text = texts[entry.code] else { continue }
      self.table.replaceSubrange(entry.text, with: text.flatMap(Self.digits))
    }
  }

  /// The entries of the lists of single signs, in order.
  private static func entries(of table: [UInt8]) -> [Entry] {
    var result: [Entry] = []
    var place = 0
    table.withUnsafeBufferPointer { bytes in
      while let start = PDFStreams.find("beginbfchar", in: bytes, from: place) {
        let end = PDFStreams.find("endbfchar", in: bytes, from: start) ?? bytes.count
        place = end
        var (strings, next): ([Range<Int>], Int) = ([], start)
        while let open = bytes[next..<end].firstIndex(of: 0x3C),
          let close = bytes[open..<end].firstIndex(of: 0x3E)
        {
          strings.append(open + 1..<close)
          next = close + 1
        }
        for index in stride(from: 0, to: strings.count - 1, by: 2) {
          guard let code = number(in: bytes[strings[index]]) else { continue }
          let text = strings[index + 1]
          result.append(Entry(code: code, text: text, letters: letters(in: bytes[text])))
        }
      }
    }
    return result
  }

  /// The letters of a text, two bytes each.
  private static func letters(in digits: Slice<UnsafeBufferPointer<UInt8>>) -> [Unicode.Scalar] {
    stride(from: digits.startIndex, to: digits.endIndex - 3, by: 4)
      .compactMap { number(in: digits[$0..<$0 + 4]).flatMap { Unicode.Scalar(UInt32($0)) } }
  }

  private static func number(in digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard digits.count == 4 else { return nil }
    return digits.reduce(Int?(0)) { number, digit in
      number.flatMap { number in PDFLetterTable.value(digit).map { number << 4 + $0 } }
    }
  }

  private static func digits(_ scalar: Unicode.Scalar) -> [UInt8] {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return Array((String(repeating: "0", count: max(0, 4 - digits.count)) + digits).utf8)
  }
}
