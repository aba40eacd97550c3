import ArabicText
import EntityModel

/// The name that words of a text are where a person says that they are one: without what is attached before it, as
/// the analysis would read it, and with its article.
///
/// المصرف of للمصرف, بايدن of لبايدن; but ليلى, and a word that no list has with its first letter or without.
package struct BareName: Hashable, Sendable {
  /// Where it stands.
  package let span: TextSpan
  /// How it is written alone.
  package let name: String

  /// The name in the words at `span`.
  ///
  /// - Complexity: O(*n*) in the words; where no list has the first one, in the text.
  package init(of span: TextSpan, in text: DecodedText) {
    let words = ParagraphWords(of: text, in: span, names: .builtIn)
    guard let first = words.words.first, first.kind == .arabic, first.span.lower == span.lower,
      let reading = Self.reading(of: words, in: text)
    else {
      self.span = span
      name = text.string(in: span)
      return
    }
    self.span = TextSpan(reading.start, span.upper)
    name = reading.unwritten.letters + text.string(in: self.span)
  }

  /// The reading behind clitics of the first word; `nil` where it begins the name as it stands.
  private static func reading(of words: ParagraphWords, in text: DecodedText) -> Reading? {
    guard let plain = words.plain(0), !isName(plain), !plain.isWholeName else { return nil }
    let hidden = words.readings(of: 0).dropFirst().filter { $0.unwritten != .none }
    let bare = words.nameReadings(of: 0).dropFirst().filter { !$0.clitics.contains(.future) }
    if let known = bare.first(where: isName) { return known }
    // No word begins with للـ but behind ل.
    if let article = hidden.first { return article }
    let isUnknown = plain.kinds.isEmpty && plain.classes.isEmpty
    return bare.first { reading in
      if isUnknown, !reading.kinds.isEmpty || !reading.classes.isEmpty { return true }
      let end = words.words[0].span.upper
      let stem = text.string(in: TextSpan(reading.start, end))
      return text.places(ofWords: stem).contains { $0.lower != reading.start }
    }
  }

  private static func isName(_ reading: Reading) -> Bool {
    reading.kinds.isPart || !reading.kinds.isDisjoint(with: [.person, .place, .organisation])
  }
}

extension DecodedText {
  /// Whether no letter stands directly before or after `span`.
  package func isWhole(_ span: TextSpan) -> Bool {
    let before = scalar(before: span.lower).map { ScalarProperties($0.value).isLetter } ?? false
    let after = scalar(at: span.upper).map { ScalarProperties($0.value).isLetter } ?? false
    return !before && !after
  }

  /// The places where `words` stand as whole words, spelt just so.
  ///
  /// - Complexity: O(*n*) in the text.
  package func places(ofWords words: String, within span: TextSpan? = nil) -> [TextSpan] {
    (FoldedPattern(words, folding: [])?.matches(in: self, span: span ?? self.span) ?? [])
      .filter { isWhole($0) }
  }

  /// The places where `name` stands alone, also behind clitics and with what of its article is not written there
  /// (للمصرف of المصرف), as ``BareName`` reads them.
  ///
  /// - Complexity: O(*n*) in the text.
  package func places(ofName name: String, within span: TextSpan? = nil) -> [TextSpan] {
    let stem = name.hasPrefix("ال") ? String(name.dropFirst(2)) : name
    let found = FoldedPattern(stem, folding: [])?.matches(in: self, span: span ?? self.span) ?? []
    return found.compactMap { place in
      guard !isLetter(at: place.upper) else {
        return nil
      }
      var start = place.lower
      while let scalar = scalar(before: start), ScalarProperties(scalar.value).isLetter {
        start = scalar.offset
      }
      let bare = BareName(of: TextSpan(start, place.upper), in: self)
      return bare.name == name ? bare.span : nil
    }
  }

  private func isLetter(at offset: TextOffset) -> Bool {
    scalar(at: offset).map { ScalarProperties($0.value).isLetter } ?? false
  }
}
