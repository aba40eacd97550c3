import ArabicText

/// A token with its tag.
struct TaggedToken {
  /// Where in the file it stands.
  var spot: ImportSpot
  /// The token; empty where a sentence ends.
  var words: String
  /// Its tag.
  var tag: String
  /// Whether a tag may be a label alone.
  var isPlain = false
  /// Whether its tag is of words that stand in the text in another form.
  var isOfOtherForm = false
  /// Whether it is a line that cannot be read: what stands beside it may go on in it.
  var isUnread = false
}

/// Follows tokens through a text and finds where the spans stand that their tags make.
///
/// Tokens follow one another with nothing but blanks between them. Where other text stands, the place is
/// looked for where several of the next ones stand together.
struct TokenFollower {
  private let text: DecodedText
  private let work: SearchWork
  private let bounds: TagBounds
  /// Whether a span began without a letter that says so, as the tags of the file let it.
  private(set) var beginsFreely = false
  private var bound: SearchWork.Limit
  private var position = TextOffset.zero
  /// How often the whole of the text may yet be looked through in vain.
  private var searchesLeft = Self.mostSearches
  private static let mostSearches = 64
  /// How far tokens are looked for when other text stands where they should, in bytes.
  private static let reach = 4096
  /// How many tokens have to stand together to be found again: these, or else those.
  private static let runs = [4, 2]

  /// As how many bytes more of a file each token counts in the bound.
  private static let worthOfToken = 64

  /// Follows tokens through `text` whose tags tell `bounds`.
  init(_ text: AnchoredText, bounds: TagBounds) {
    (self.text, work, self.bounds) = (text.text, text.work, bounds)
    bound = work.limit(bytes: self.text.utf8Count, items: 0)
  }

  /// One entry for each span that the tags make; tokens that take too long to be found are none.
  mutating func entries(of tokens: [TaggedToken]) -> [ImportEntry] {
    var spans = SpanBuilder(text: text, bounds: bounds)
    var isFirst = true
    bound.raise(by: tokens.count * Self.worthOfToken)
    for (index, token) in tokens.enumerated() {
      spans.isPastBound = spans.isPastBound || bound.isReached
      guard !token.words.isEmpty else {
        if token.isUnread { spans.addUnread() } else { spans.add(token, at: nil) }
        spans.end()
        isFirst = true
        continue
      }
      let place = spans.isPastBound ? nil : follow(tokens[index...], isFirst: isFirst)
      isFirst = false
      spans.add(token, at: token.isOfOtherForm ? nil : place)
    }
    spans.end()
    beginsFreely = beginsFreely || spans.beginsFreely
    return spans.entries
  }

  /// The place of the first of `tokens`, behind those before.
  private mutating func follow(_ tokens: ArraySlice<TaggedToken>, isFirst: Bool) -> TextSpan? {
    guard let words = tokens.first?.words else { return nil }
    let place = place(of: words, at: position) ?? search(tokens, isFirst: isFirst)
    if let place { position = place.upper }
    return place
  }

  /// Where `words` stand at `offset` or behind the blanks there.
  private func place(of words: String, at offset: TextOffset) -> TextSpan? {
    var start = offset
    defer {
      work.add(words.utf8.count)
      work.add(decoded: start - offset)
    }
    while true {
      let count = text.common(prefixOf: words.utf8, after: start)
      if count == words.unicodeScalars.count {
        return TextSpan(start, start + words.utf8.count)
      }
      guard let scalar = text.scalar(at: start), scalar.value.isBlankOrUnseen else { return nil }
      start = scalar.span.upper
    }
  }

  private mutating func search(_ tokens: ArraySlice<TaggedToken>, isFirst: Bool) -> TextSpan? {
    let words = Array(tokens.lazy.map(\.words).filter { !$0.isEmpty }.prefix(Self.runs[0]))
    let near = min(text.end, position + Self.reach)
    for run in Self.runs {
      let place = search(Array(words.prefix(run)), in: TextSpan(position, near))
      if let place { return place }
    }
    guard isFirst, near < text.end, searchesLeft > 0 else { return nil }
    let place = search(words, in: TextSpan(position, text.end))
    if place == nil { searchesLeft -= 1 } else { searchesLeft = Self.mostSearches }
    return place
  }

  /// The first place where all of `words` stand, one behind the other.
  private func search(_ words: [String], in window: TextSpan) -> TextSpan? {
    guard let first = words.first else { return nil }
    work.add(window.utf8Count + first.utf8.count)
    return text.places(of: first.utf8, in: window, limit: 4096).first { start in
      var end = start.upper
      for word in words.dropFirst() {
        guard let place = place(of: word, at: end) else { return false }
        end = place.upper
      }
      return words.count >= 3 || !text.cutsWord(TextSpan(start.lower, end))
    }
  }
}

extension ImportFile {
  /// Takes the spans that the tags of `tokens` make, all of a file.
  mutating func take(_ tokens: [TaggedToken], of text: AnchoredText) {
    var follower = TokenFollower(text, bounds: TagBounds(of: tokens))
    entries += follower.entries(of: tokens)
    if follower.beginsFreely { hasFreeBeginnings = true }
  }
}
