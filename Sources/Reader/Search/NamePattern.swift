import ArabicText

/// A name that is looked for as whole words, with or without what Arabic writes on to them.
package struct NamePattern: Hashable, Sendable {
  /// Vowel signs, tatweel and the forms of letters do not tell words apart; hamza does.
  private static let folding = Folding.light

  /// The words of the name, folded.
  private let words: [[UInt32]]
  /// Whether proclitics and the article may stand before the name.
  private let takesClitics: Bool
  /// The part of the first word that stands in every form of it, to pass over most text quickly.
  let core: FoldedPattern

  private static let article: [UInt32] = [0x627, 0x644]

  /// The pattern for `name`, or `nil` where it holds no word.
  package init?(_ name: String, takesClitics: Bool) {
    let text = DecodedText(name)
    words = Tokenizer.tokens(of: text, in: text.span).map {
      FoldedText(text, in: $0.span, by: Self.folding).scalars
    }.filter { !$0.isEmpty }
    self.takesClitics = takesClitics
    guard let first = words.first else { return nil }
    let part = takesClitics ? first[Self.afterArticle(of: first)...] : first[...]
    let letters = String(String.UnicodeScalarView(part.compactMap(Unicode.Scalar.init)))
    guard let core = FoldedPattern(letters, folding: Self.folding) else { return nil }
    self.core = core
  }

  private static func afterArticle(of word: [UInt32]) -> Int {
    word.starts(with: article) && word.count > 3 ? article.count : 0
  }

  /// All places in `span` of `text` where the name stands, without what is written on to it.
  ///
  /// - Complexity: O(*n*) in the bytes of the span, on text.
  package func matches(in text: DecodedText, span: TextSpan) -> [TextSpan] {
    guard !core.matches(in: text, span: span).isEmpty else { return [] }
    let tokens = Tokenizer.tokens(of: text, in: span).map {
      FoldedText(text, in: $0.span, by: Self.folding)
    }
    var matches: [TextSpan] = []
    var index = 0
    while index + words.count <= tokens.count {
      let rest = zip(words, tokens[index...]).dropFirst()
      if let start = start(in: tokens[index].scalars), rest.allSatisfy({ $0 == $1.scalars }) {
        var match = tokens[index].span(of: start..<tokens[index].scalars.count)
        for token in tokens[index..<index + words.count].dropFirst() {
          match = match.union(token.span(of: 0..<token.scalars.count))
        }
        matches.append(match)
        index += words.count
      } else {
        index += 1
      }
    }
    return matches
  }

  /// Where the first word of the name begins in a folded word of the text; `nil` where it is another.
  private func start(in word: [UInt32]) -> Int? {
    guard let name = words.first else { return nil }
    if word == name { return 0 }
    guard takesClitics, word.count > name.count - Self.article.count else { return nil }
    for split in Clitics.splits(ofFolded: word) {
      let stem = word[split.stemStart...]
      if stem.elementsEqual(name) { return split.stemStart }
      // `للحداد` hides the alef of the article; to a name without one the article may be added.
      let bare = name[Self.afterArticle(of: name)...]
      let hidden = word.count - bare.count
      guard split.hasArticle, stem.suffix(bare.count).elementsEqual(bare), hidden >= 0 else {
        continue
      }
      let before = stem.dropLast(bare.count)
      if before.elementsEqual(Self.article) || before.elementsEqual(Self.article.dropFirst()) {
        return hidden
      }
    }
    return nil
  }
}
