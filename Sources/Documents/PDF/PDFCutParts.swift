import EntityModel

/// Joins what the program cuts inside words: at a vowel sign, with which the first part ends, and inside lam and alef, as it does in justified lines of LibreOffice: the line ends with the
/// alef, and what stands behind it begins with the lam.
enum PDFCutParts {
  private static let and = Array(" و ".utf8)
  private static let (alef, lam) = (Array("ا".utf8), Array("ل".utf8))
  /// Controls of direction, U+202A to U+202E, begin with these bytes.
  private static let control: [UInt8] = [0xE2, 0x80]

  /// `parts` of a line in the order of reading, with a space between two of them.
  ///
  /// - Complexity: O(*n*).
  static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
    parts.dropFirst().reduce(into: Array(parts.first ?? [])) { line, part in
      if var alef = loneAlef(of: line), let lam = loneLam(of: part) {
        // "And" is a part of its word.
        if line[..<alef].suffix(and.count).elementsEqual(and) {
          alef -= 1
          line.remove(at: alef)
        }
        line.insert(contentsOf: Self.lam, at: alef)
        let rest = part[..<lam] + part[(lam + Self.lam.count)...]
        if rest.first != 0x20 { line.append(0x20) }
        line += rest
      } else if let word = cutAtSign(line, part) {
        line = word
      } else {
        line.append(0x20)
        line += part
      }
    }
  }

  /// Where the letter stands that `line` ends with, by itself.
  private static func loneAlef(of line: [UInt8]) -> Int? {
    var end = line.count
    while end >= 3, line[(end - 3)...].starts(with: control) { end -= 3 }
    guard end >= alef.count, line[..<end].suffix(alef.count).elementsEqual(alef) else { return nil }
    let before = line[..<(end - alef.count)].last
    return before.map { $0 <= 0x20 || (0xAA...0xAE).contains($0) } ?? true ? end - alef.count : nil
  }

  /// Where the letter stands that `part` begins with, by itself.
  private static func loneLam(of part: ArraySlice<UInt8>) -> Int? {
    var start = part.startIndex
    while part[start...].starts(with: control) { start = min(start + 3, part.endIndex) }
    guard part[start...].starts(with: lam) else { return nil }
    let next = part[(start + lam.count)...].first
    return next.map { $0 <= 0x20 || $0 == control[0] } ?? true ? start : nil
  }

  // MARK: Signs

  /// How much likelier two parts that may be words have to be as one, as a logarithm: a judgement.
  private static let margin: Float = 8

  /// `line` and `part` as one where a word is cut between them, the sign behind the letter that `part` begins with.
  private static func cutAtSign(_ line: [UInt8], _ part: ArraySlice<UInt8>) -> [UInt8]? {
    guard let likelihood = WordLikelihood.builtIn else { return nil }
    let line = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    let end = line.lastIndex { !isControl($0) } ?? 0
    guard line.indices.contains(end), PDFLetters.isMark(line[end]) else { return nil }
    let before: [Unicode.Scalar] = line[..<end].reversed().drop { $0 == " " || isControl($0) }
      .prefix { PDFLetters.isLetter($0) || PDFLetters.isMark($0) }.reversed()
    let part = Array(String(decoding: part, as: UTF8.self).unicodeScalars)
    let start = part.firstIndex { !isControl($0) } ?? 0
    let behind = part[start...].prefix { PDFLetters.isLetter($0) || PDFLetters.isMark($0) }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word.filter(PDFLetters.isLetter))))
    }
    // A letter is no word, and two words may stand on either side of a sign.
    let isPart = before.count(where: PDFLetters.isLetter) == 1
    guard !before.isEmpty, let letter = behind.first, PDFLetters.isLetter(letter),
      PDFPages.mayStand(line[end], before: behind),
      score(before + behind) > score(before) + score(Array(behind)) + (isPart ? 0 : margin)
    else { return nil }
    let head = line[..<end].reversed().drop { $0 == " " || isControl($0) }.reversed()
    // The controls of the two lines are those of one.
    let word = head + [letter, line[end]] + part[(start + 1)...]
    return Array(String(String.UnicodeScalarView(word)).utf8)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value)
  }
}
