import ArabicText

/// Finds words that were changed a little.
///
/// A passage of *m* scalars that differs in few of them still holds some of its pieces unchanged. Each
/// place of a piece gives a window, in which the stretch with the fewest differences from the passage
/// is found (Sellers, *The theory and computation of evolutionary distances*, 1980).
struct ApproximateMatch {
  /// The least and the greatest length of a passage, in scalars.
  private static let lengths = 12...600
  /// The share of scalars that may differ.
  private static let tolerance = 0.34
  /// How many pieces are looked for, how long each is, and at how many places each.
  private static let (pieces, pieceLength, placesOfPiece) = (12, 6, 8)

  private let words: [UInt32]
  private let searched: SearchedText
  private var text: DecodedText { searched.text }

  init(_ exact: String, in searched: SearchedText) {
    words = exact.unicodeScalars.map(\.value)
    self.searched = searched
  }

  /// The stretch most like the words and how like it is, 0 to 1; of equals the one nearest to `offset`.
  func best(near offset: TextOffset) -> (TextSpan, likelihood: Double)? {
    guard Self.lengths.contains(words.count) else { return nil }
    var best: (span: TextSpan, errors: Int)?
    var tried: [TextSpan] = []
    for window in windows where !tried.contains(window) {
      tried.append(window)
      guard let match = match(in: window) else { continue }
      guard let old = best else {
        best = match
        continue
      }
      let isNearer = abs(match.span.lower - offset) < abs(old.span.lower - offset)
      if match.errors < old.errors || match.errors == old.errors && isNearer { best = match }
    }
    guard let best, Double(best.errors) <= Double(words.count) * Self.tolerance else { return nil }
    return (best.span, 0.5 * (1 - Double(best.errors) / Double(words.count)))
  }

  /// Where to look: around each place of a piece, as far as the passage goes on both sides.
  private var windows: [TextSpan] {
    let step = max(Self.pieceLength, words.count / Self.pieces)
    var windows: [TextSpan] = []
    for start in stride(from: 0, through: words.count - Self.pieceLength, by: step) {
      let piece = string(words[start..<start + Self.pieceLength])
      for place in searched.places(of: piece.utf8, limit: Self.placesOfPiece) {
        let slack = words.count / 3 + 4
        let lower = moved(place.lower, by: -(start + slack))
        let upper = moved(place.upper, by: words.count - start - Self.pieceLength + slack)
        windows.append(TextSpan(lower, upper))
      }
    }
    return windows
  }

  private func string(_ scalars: ArraySlice<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return String(view)
  }

  private func moved(_ offset: TextOffset, by scalars: Int) -> TextOffset {
    var offset = offset
    for _ in 0..<abs(scalars) {
      let next =
        scalars < 0 ? text.scalar(before: offset)?.offset : text.scalar(at: offset)?.span.upper
      guard let next else { break }
      offset = next
    }
    return offset
  }

  /// The stretch of `window` with the smallest edit distance from the words.
  private func match(in window: TextSpan) -> (span: TextSpan, errors: Int)? {
    let scalars = Array(text.scalars(in: window))
    guard !scalars.isEmpty else { return nil }
    // One column of the table at a time, with the start of the stretch that each entry goes back to.
    var errors = Array(0...words.count)
    var starts = [Int](repeating: 0, count: words.count + 1)
    var best: (end: Int, start: Int, errors: Int)?
    for (column, scalar) in scalars.enumerated() {
      var diagonal = (errors: errors[0], start: column)
      starts[0] = column + 1
      for row in 1...words.count {
        let old = (errors: errors[row], start: starts[row])
        let same = diagonal.errors + (words[row - 1] == scalar.value ? 0 : 1)
        var entry = (errors: same, start: diagonal.start)
        if old.errors + 1 < entry.errors { entry = (old.errors + 1, old.start) }
        if errors[row - 1] + 1 < entry.errors { entry = (errors[row - 1] + 1, starts[row - 1]) }
        (errors[row], starts[row]) = entry
        diagonal = old
      }
      if best.map({ errors[words.count] < $0.errors }) ?? true {
        best = (column, starts[words.count], errors[words.count])
      }
    }
    guard let best, best.start <= best.end else { return nil }
    return (TextSpan(scalars[best.start].offset, scalars[best.end].span.upper), best.errors)
  }
}
