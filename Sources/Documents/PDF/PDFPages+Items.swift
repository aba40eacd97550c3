extension PDFPages {
  /// The most digits of the number of an item, and the least dots that lead to the number of a page: judgements.
  private static let (mostDigits, leastDots) = (2, 4)

  /// Whether a line that begins with `next` may go on with what ends with `words`: not a new item.
  static func goesOn(_ words: [Unicode.Scalar], _ next: [Unicode.Scalar]) -> Bool {
    guard let first = next.first else { return false }
    if let number = item(next) {
      // Any number may stand at the beginning of a line.
      return number == 1 ? !endsSentence(words) : item(words) != number - 1
    }
    return !["•", "-", "–", "▪", "●", "*"].contains(first) || words.isEmpty
  }

  /// The number of the item of a list that `words` begin as; `nil` where they do not.
  private static func item(_ words: [Unicode.Scalar]) -> Int? {
    let digits = words.prefix { $0.properties.numericType == .decimal }
    guard (1...mostDigits).contains(digits.count), let sign = words.dropFirst(digits.count).first,
      [".", "-", "–", ")", "("].contains(sign)
    else { return nil }
    let rest = words.dropFirst(digits.count + 1).first
    guard rest == " " || rest.map(PDFLetters.isLetter) ?? false else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1.properties.numericValue ?? 0) }
  }

  /// Whether `words` are a line of a table of contents: dots lead to a number at its end.
  static func isOfContents(_ words: [Unicode.Scalar]) -> Bool {
    words.last?.properties.numericType != nil
      && words.filter { $0 != " " }.firstRange(of: Array(repeating: ".", count: leastDots)) != nil
  }
}
