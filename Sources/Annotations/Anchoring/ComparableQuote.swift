import ArabicText

/// The words of an anchor and those around them, in the form of ``ComparableText``.
struct ComparableQuote {
  /// The passage.
  let exact: String
  /// What stood before it.
  let prefix: String
  /// What stood after it.
  let suffix: String
  /// Whether the text went on before the prefix, and after the suffix.
  let goesOnBefore, goesOnAfter: Bool

  /// The quotation of `anchor`; `nil` where nothing is left of its words, or its ends cut a letter.
  ///
  /// - Complexity: O(*n*) in the length of the passage.
  init?(_ anchor: Anchor) {
    let (before, words) = (anchor.prefix.utf8.count, anchor.exact.utf8.count)
    let whole = anchor.prefix + anchor.exact + anchor.suffix
    let form = ComparableText(DecodedText(whole))
    guard let lower = form.offset(ofSource: TextOffset(before), as: .lower),
      let upper = form.offset(ofSource: TextOffset(before + words), as: .upper), lower < upper
    else { return nil }
    goesOnBefore = anchor.prefix.unicodeScalars.count >= Anchor.contextLength
    goesOnAfter = anchor.suffix.unicodeScalars.count >= Anchor.contextLength
    exact = form.text.string(in: TextSpan(lower, upper))
    prefix = Self.prefix(
      form.text.string(in: TextSpan(.zero, lower)), isCut: goesOnBefore)
    suffix = Self.suffix(
      form.text.string(in: TextSpan(upper, form.text.end)), isCut: goesOnAfter)
  }

  /// The last scalars, without marks whose letter is cut off.
  private static func prefix(_ text: String, isCut: Bool) -> String {
    let scalars = text.unicodeScalars.suffix(Anchor.contextLength)
    guard isCut || scalars.count < text.unicodeScalars.count else { return text }
    return String(String.UnicodeScalarView(scalars.drop { isMark($0) }))
  }

  /// The first scalars, without the marks of a letter that may have had more.
  private static func suffix(_ text: String, isCut: Bool) -> String {
    var scalars = text.unicodeScalars.prefix(Anchor.contextLength)
    guard isCut || scalars.count < text.unicodeScalars.count else { return text }
    while let last = scalars.last, isMark(last) { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    CanonicalDecomposition.combiningClass(of: scalar.value) != 0
  }

  /// How many scalars of the suffix are in the line of the passage; `nil` where the line goes on.
  var lineEnd: Int? {
    let scalars = suffix.unicodeScalars
    if let index = scalars.firstIndex(of: "\n") {
      return scalars.distance(from: scalars.startIndex, to: index)
    }
    return goesOnAfter ? nil : scalars.count
  }

  /// How many scalars of the prefix are in the line of the passage; `nil` where the line goes on.
  var lineStart: Int? {
    let scalars = prefix.unicodeScalars
    if let index = scalars.lastIndex(of: "\n") {
      return scalars.distance(from: index, to: scalars.endIndex) - 1
    }
    return goesOnBefore ? nil : scalars.count
  }
}
