import ArabicText

extension Entity {
  /// `mention` as it would be written alone: with the alef that the article has lost behind ل (الجيش of للجيش),
  /// and of a common noun with all of the article (اللجنة of للجنة).
  ///
  /// A name that begins with a lam of its own stays: لندن of للندن.
  package func written(_ mention: Mention, in text: DecodedText) -> String {
    let words = text.words(in: mention.span)
    guard words.hasPrefix("ل"), text.scalar(before: mention.span.lower)?.value == Letters.lam else {
      return words
    }
    let first = words.prefix { !$0.isWhitespace }
    let names = canonical.split(whereSeparator: \.isWhitespace)
    for letters in ["ا", "ال"] where names.contains(where: { $0 == letters + first }) {
      return letters + words
    }
    if names.contains(first) { return mention.form == .nominal ? "ال" + words : words }
    return mention.form == .nominal || names.contains(first.dropFirst()) ? "ا" + words : words
  }
}
