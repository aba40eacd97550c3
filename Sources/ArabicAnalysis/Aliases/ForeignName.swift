import ArabicText

/// A name in Latin letters, which may be another spelling of one in Arabic letters.
struct ForeignName: Hashable, Sendable {
  /// Its words in order; at least one.
  var words: [TextSpan]
  /// The mention that it stands behind in brackets: إيفان ماركوف (Ivan Markov).
  var apposed: TextSpan?

  /// The whole name.
  var span: TextSpan { words[0].union(words[words.count - 1]) }
}

extension AliasCollector {
  /// The names in Latin letters outside all mentions: capitalised words in a row, with particles
  /// between them.
  ///
  /// - Complexity: O(*n*) in the words.
  func foreignNames() -> [ForeignName] {
    var found: [ForeignName] = []
    var next = 0
    var index = 0
    while index < words.count {
      let word = words.words[index]
      while next < mentions.count, mentions[next].span.upper <= word.span.lower { next += 1 }
      let isMention = next < mentions.count && mentions[next].span.overlaps(word.span)
      guard word.kind == .foreign, word.shape.contains(.capitalised),
        !word.shape.contains(.acronym), !isMention
      else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, words.words[end].kind == .foreign { end += 1 }
      var last = end
      while !words.words[last - 1].shape.contains(.capitalised) { last -= 1 }
      if last - index <= words.parameters.joining.longestLatinName {
        var name = ForeignName(words: words.words[index..<last].map(\.span), apposed: nil)
        if words.sign(index - 1) == Signs.openBracket, words.sign(end) == Signs.closeBracket,
          index > 1, next > 0,
          mentions[next - 1].span.upper == words.words[index - 2].span.upper
        {
          name.apposed = mentions[next - 1].span
        }
        found.append(name)
      }
      index = end
    }
    return found
  }
}
