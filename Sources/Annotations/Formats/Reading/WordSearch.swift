import ArabicText

/// Looks for the words of an item of another tool in a text.
struct WordSearch {
  /// Where they stand.
  enum Place {
    case at(TextSpan)
    case several(Int)
    /// At so many places and perhaps more, which were not looked at.
    case many(Int)
    case nowhere
  }

  /// At how many places words are looked at.
  private static let limit = 1000
  /// What looking at the ends of a place is counted as, in bytes.
  private static let costOfPlace = 64

  private let text: AnchoredText
  private let anchor: Anchor

  init(_ text: AnchoredText, _ anchor: Anchor) { (self.text, self.anchor) = (text, anchor) }

  /// The place where the words and those around them certainly stand.
  var certain: TextSpan? {
    if let span = text.certainPlace(of: anchor) { return span }
    guard anchor.distinction == nil, !anchor.exact.isEmpty else { return nil }
    // A quotation with its context as the W3C means it: it stands there once.
    let whole = [anchor.prefix, anchor.exact, anchor.suffix].flatMap { Array($0.utf8) }
    let places = text.words.places(of: whole, limit: 2)
    guard places.count == 1, let place = places.first else { return nil }
    let span = TextSpan(
      place.lower + anchor.prefix.utf8.count, place.upper - anchor.suffix.utf8.count)
    return text.text.cutsWord(span) ? nil : span
  }

  /// The place where the words certainly stand, or stand as words only once.
  var place: Place {
    if let certain { return .at(certain) }
    guard !anchor.exact.isEmpty else { return .nowhere }
    var places = text.words.places(of: anchor.exact.utf8, limit: Self.limit)
    var isComplete = places.count < Self.limit
    if places.isEmpty { (places, isComplete) = wrapped }
    text.work.add(places.count * Self.costOfPlace)
    // A place that was not looked at may be as good.
    guard isComplete else { return .many(Self.limit) }
    places.removeAll { text.text.cutsWord($0) }
    if let place = places.first, places.count == 1 { return .at(place) }
    if let place = bestInContext(places) { return .at(place) }
    return places.isEmpty ? .nowhere : .several(places.count)
  }

  /// Whether `words` stand at `span`, with whatever white space between them.
  static func stands(_ words: String, at span: TextSpan, in text: DecodedText) -> Bool {
    let found = [text.string(in: span), words].map { string in
      string.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    }
    return found[0] == found[1]
  }

  /// The one place where all of the words before or behind stand too.
  private func bestInContext(_ places: [TextSpan]) -> TextSpan? {
    let (before, after) = (anchor.prefix, anchor.suffix)
    let (beforeCount, afterCount) = (before.unicodeScalars.count, after.unicodeScalars.count)
    let fitting = places.filter { place in
      beforeCount > 2
        && text.text.common(suffixOf: before.utf8, before: place.lower) == beforeCount
        || afterCount > 2
          && text.text.common(prefixOf: after.utf8, after: place.upper) == afterCount
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// Where the words stand with other white space between them, and whether these are all such places.
  private var wrapped: (places: [TextSpan], isComplete: Bool) {
    let words = anchor.exact.unicodeScalars.split { $0.properties.isWhitespace }
      .map { String($0) }
    guard words.count > 1 else { return ([], true) }
    let starts = text.words.places(of: words[0].utf8, limit: Self.limit)
    let places: [TextSpan] = starts.compactMap { start in
      var end = start.upper
      defer {
        text.work.add(Self.costOfPlace)
        text.work.add(decoded: end - start.lower)
      }
      for word in words.dropFirst() {
        let begin = end
        while let scalar = text.text.scalar(at: end), ScalarProperties(scalar.value).isSpace {
          end = scalar.span.upper
        }
        let count = text.text.common(prefixOf: word.utf8, after: end)
        guard end > begin, count == word.unicodeScalars.count else { return nil }
        end = end + word.utf8.count
      }
      return TextSpan(start.lower, end)
    }
    return (places, starts.count < Self.limit)
  }
}
