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
}

/// Follows tokens through a text and finds where the spans stand that their tags make.
///
/// Tokens follow one another with nothing but blanks between them. Where other text stands, the place is
/// looked for where several of the next ones stand together.
struct TokenFollower {
  private let text: DecodedText
  private let work: SearchWork
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

  init(_ text: AnchoredText) {
    (self.text, work) = (text.text, text.work)
    bound = work.limit(bytes: self.text.utf8Count, items: 0)
  }

  /// One entry for each span that the tags make; tokens that take too long to be found are none.
  mutating func entries(of tokens: [TaggedToken]) -> [ImportEntry] {
    var spans = SpanBuilder(text: text, isClosed: TagScheme.isClosed(tokens))
    var isFirst = true
    bound.raise(by: tokens.count * Self.worthOfToken)
    for (index, token) in tokens.enumerated() {
      spans.isPastBound = spans.isPastBound || bound.isReached
      guard !token.words.isEmpty else {
        spans.add(token, at: nil)
        spans.end()
        isFirst = true
        continue
      }
      let place = spans.isPastBound ? nil : follow(tokens[index...], isFirst: isFirst)
      isFirst = false
      spans.add(token, at: token.isOfOtherForm ? nil : place)
    }
    spans.end()
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
      guard let scalar = text.scalar(at: start), scalar.value.isBlank else { return nil }
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

/// Makes spans of tagged tokens.
private struct SpanBuilder {
  let text: DecodedText
  /// Whether each span of several tokens has a first and a last one.
  let isClosed: Bool
  private(set) var entries: [ImportEntry] = []
  /// Whether tokens are no longer looked for.
  var isPastBound = false
  private var open: Open?

  private struct Open {
    var label: String
    var span: TextSpan?
    var spot: ImportSpot
    /// Whether its tags say where it begins.
    var isBegun: Bool
    /// Whether its tags say where it ends.
    var isEnded = false
  }

  init(text: DecodedText, isClosed: Bool) { (self.text, self.isClosed) = (text, isClosed) }

  mutating func add(_ token: TaggedToken, at place: TextSpan?) {
    switch TagScheme.tag(token.tag, isPlain: token.isPlain) {
    case .outside, nil: end()
    case .begin(let label): begin(label, token.spot, place)
    case .inside(let label): goOn(label, token.spot, place)
    case .end(let label):
      goOn(label, token.spot, place)
      open?.isEnded = true
      end()
    case .single(let label):
      begin(label, token.spot, place)
      open?.isEnded = true
      end()
    }
  }

  private mutating func begin(
    _ label: String, _ spot: ImportSpot, _ place: TextSpan?, isBegun: Bool = true
  ) {
    end()
    open = Open(label: label, span: place, spot: spot, isBegun: isBegun)
  }

  private mutating func goOn(_ label: String, _ spot: ImportSpot, _ place: TextSpan?) {
    guard let open, open.label == label else {
      return begin(label, spot, place, isBegun: false)
    }
    guard let known = open.span, let place,
      text.scalars(in: TextSpan(known.upper, place.lower)).allSatisfy({ $0.value.isBlank })
    else {
      self.open?.span = nil
      return
    }
    self.open?.span = known.union(place)
  }

  /// Ends the span that is open.
  mutating func end() {
    guard let item = open else { return }
    open = nil
    if isClosed, !item.isBegun || !item.isEnded {
      entries.append(.refused(item.spot, .tagsBroken(label: item.label)))
    } else if let span = item.span {
      entries.append(.placed(item.spot, span, label: item.label))
    } else {
      let reason =
        isPastBound ? .notLookedFor(count: 1) : ImportReason.tokensMissing(label: item.label)
      entries.append(.refused(item.spot, reason))
    }
  }
}

extension UInt32 {
  /// Whether it is white space, or not seen.
  fileprivate var isBlank: Bool {
    let properties = ScalarProperties(self)
    return properties.isSpace || properties.isHidden || properties.scalarClass == .control
  }
}
