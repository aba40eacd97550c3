import ArabicText

/// How much may be done and kept for the items of a file: a bound linear in the lengths of the text and
/// the file and in the number of items.
struct ImportBound {
  private let work: SearchWork.Limit
  /// How many bytes of passages may yet be kept: they may overlap, and each holds its words.
  private var left: Int

  /// The bound for a file of `bytes` with `items`.
  init(bytes: Int, items: Int, of text: AnchoredText) {
    let bytes = bytes + text.text.utf8Count
    self.init(work: text.work.limit(bytes: bytes, items: items), passages: 1 << 26 + bytes << 2)
  }

  /// The bound of `work` and of `passages`, the most bytes of them that are kept.
  init(work: SearchWork.Limit, passages: Int) { (self.work, left) = (work, passages) }

  /// Whether no more is to be looked for.
  var isReached: Bool { left < 0 || work.isReached }

  /// Counts a passage that is kept.
  mutating func keep(_ anchor: Anchor) { left -= anchor.exact.utf8.count }
}
