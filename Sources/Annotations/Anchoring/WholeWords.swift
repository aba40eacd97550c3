import ArabicText

extension AnchoredText {
  /// `span` of this text with the rest of the words that it cuts, at the ends where `anchor` cut none.
  ///
  /// So a passage never ends in the middle of a word that has grown since: of `ليل` in what is `ليلا` now
  /// all is meant. Particles that are written together with a word are none of its letters: `ليل` stands
  /// in `وبليل` as a whole.
  ///
  /// - Complexity: O(1): what goes on for more than ``longest`` letters is no word.
  func wholeWords(_ span: TextSpan, of anchor: Anchor) -> TextSpan {
    let exact = anchor.exact.unicodeScalars
    var (lower, upper) = (span.lower, span.upper)
    if !Self.isInWord(anchor.prefix.unicodeScalars.last, exact.first) {
      lower = start(ofWordAt: lower)
    }
    if !Self.isInWord(exact.last, anchor.suffix.unicodeScalars.first) {
      upper = end(ofWordAt: upper)
    }
    return TextSpan(lower, upper)
  }

  private static let longest = 64

  /// The start of the word that goes on at `offset`, or `offset` where only particles stand before it.
  private func start(ofWordAt offset: TextOffset) -> TextOffset {
    var lower = offset
    for _ in 0..<Self.longest where isInWord(at: lower) {
      if let scalar = text.scalar(before: lower) { lower = scalar.offset }
    }
    guard lower < offset, !isInWord(at: lower) else { return offset }
    let folding = Folding([.marks, .hamza])
    func folded(_ span: TextSpan) -> [UInt32] {
      folding.fold(text.string(in: span)).unicodeScalars.map(\.value)
    }
    let before = folded(TextSpan(lower, offset)).count
    let word = folded(TextSpan(lower, end(ofWordAt: offset)))
    let isParticle = Clitics.splits(ofFolded: word).contains { $0.stemStart == before }
    return isParticle ? offset : lower
  }

  private func end(ofWordAt offset: TextOffset) -> TextOffset {
    var upper = offset
    for _ in 0..<Self.longest where isInWord(at: upper) {
      if let scalar = text.scalar(at: upper) { upper = scalar.span.upper }
    }
    return isInWord(at: upper) ? offset : upper
  }

  private func isInWord(at offset: TextOffset) -> Bool {
    let (before, after) = (text.scalar(before: offset), text.scalar(at: offset))
    return Self.isInWord(
      before.flatMap { Unicode.Scalar($0.value) }, after.flatMap { Unicode.Scalar($0.value) })
  }

  /// Whether no word ends between the two.
  private static func isInWord(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    [before, after].allSatisfy { scalar in
      guard let scalar else { return false }
      let properties = ScalarProperties(scalar.value)
      return properties.isLetter || properties.isMark || properties.isDigit || scalar == "\u{640}"
    }
  }
}
