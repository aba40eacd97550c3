/// Puts brackets right that a PDF holds as they are seen and not as they are read.
///
/// XeTeX tells the sign that is printed: of a bracket in a text from right to left its mirror image.
enum PDFBrackets {
  /// How many brackets stand the wrong way round at least, and how many times as many as others: judgements.
  private static let (leastWrong, leastRatio) = (3, 4)

  private static let opening: [Unicode.Scalar: Unicode.Scalar] = [
    "(": ")", "[": "]", "{": "}", "«": "»", "‹": "›",
  ]
  private static let closing = Dictionary(uniqueKeysWithValues: opening.map { ($1, $0) })

  /// `pages` with the brackets turned where most of them stand as none does that is read.
  ///
  /// - Complexity: O(*n*).
  static func turned(_ pages: [[[Unicode.Scalar]]]) -> [[[Unicode.Scalar]]] {
    let ways = pages.joined().lazy.flatMap { line in
      line.indices.compactMap { way(of: $0, in: line) }
    }
    let wrong = ways.count { !$0 }
    guard wrong >= leastWrong, wrong >= leastRatio * ways.count(where: \.self) else { return pages }
    return pages.map { $0.map(turned) }
  }

  private static func turned(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: PDFLetters.isLetter) else { return line }
    return line.indices.map { index in
      let sign = line[index]
      return way(of: index, in: line) == true ? sign : opening[sign] ?? closing[sign] ?? sign
    }
  }

  /// Whether the bracket at `index` is one that opens before a word, or one that closes behind it; `nil` where there is
  /// none, or what stands beside it does not tell.
  private static func way(of index: Int, in line: [Unicode.Scalar]) -> Bool? {
    let sign = line[index]
    let opens = opening[sign] != nil
    guard opens || closing[sign] != nil else { return nil }
    let before = index > 0 ? line[index - 1] : " "
    let next = index + 1 < line.count ? line[index + 1] : " "
    if before == " ", isOfWord(next) { return opens }
    if isOfWord(before), !isOfWord(next) { return !opens }
    return nil
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || PDFLetters.isMark(scalar)
  }
}
