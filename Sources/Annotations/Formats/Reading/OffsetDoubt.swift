import ArabicText

/// Whether offsets without quoted words seem to count another unit than they are read in.
///
/// They do where they cut words in the one reading and cut none in the other, and in no case the other
/// way round; then every place that the two readings differ on is in doubt. Where both happens, as
/// when people mark passages carelessly, it is where the other reading is right more often, for the
/// items that the first one cuts.
struct OffsetDoubt {
  private let rival: OffsetReading?
  private let isWhole: Bool

  /// Weighs all `items` of a file; `text` is that in which the offsets of an item count.
  init(
    _ items: [ImportItem], in reading: OffsetReading, _ others: [OffsetReading],
    text: (ImportItem) -> ImportText
  ) {
    var best: (reading: OffsetReading, lead: Int, isWhole: Bool)?
    for other in others where other != reading {
      var (support, contradiction) = (0, 0)
      for item in items {
        let own = text(item)
        let spans = [reading, other].map { Self.span(of: item, own, $0) }
        guard spans[0] != spans[1] else { continue }
        let cuts = spans.map { span in span.map(own.text.cutsWord) ?? true }
        if cuts[0], !cuts[1] { support += 1 }
        if !cuts[0], cuts[1] { contradiction += 1 }
      }
      let lead = support - contradiction
      if lead > best?.lead ?? 0 { best = (other, lead, contradiction == 0) }
    }
    (rival, isWhole) = (best?.reading, best?.isWhole ?? false)
  }

  private static func span(
    of item: ImportItem, _ own: ImportText, _ reading: OffsetReading
  ) -> TextSpan? {
    guard let first = item.pieces.first, let last = item.pieces.last else { return nil }
    return own.span(.init(start: first.start, end: last.end), reading)
  }

  /// The place that `piece` may mean instead of `span`.
  func other(
    _ piece: ImportItem.Piece, _ own: ImportText, for span: TextSpan?
  ) -> (span: TextSpan, reading: OffsetReading)? {
    guard let rival, let other = own.span(piece, rival), other != span else { return nil }
    let isCut = span.map(own.text.cutsWord) ?? true
    return isWhole || isCut && !own.text.cutsWord(other) ? (other, rival) : nil
  }
}
