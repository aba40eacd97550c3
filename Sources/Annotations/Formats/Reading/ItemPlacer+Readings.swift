import ArabicText

// In which reading of its offsets an item has the words that it quotes.
extension ItemPlacer {
  /// The reading in which the words of most items stand where their offsets say.
  func commonReading(of items: [ImportItem]) -> OffsetReading {
    let quoting = items.filter { $0.words != nil && !$0.pieces.isEmpty }
    let fitting = quoting.count { span(of: $0, documented) != nil }
    guard fitting < quoting.count else { return documented }
    var best = (reading: documented, count: fitting)
    for reading in readings.dropFirst() {
      let count = quoting.count { span(of: $0, reading) != nil }
      if count > best.count { best = (reading, count) }
    }
    return best.reading
  }

  /// The span of the item's own text whose words are those that it quotes.
  func span(of item: ImportItem, _ reading: OffsetReading) -> TextSpan? {
    let own = text(of: item)
    let spans = item.pieces.compactMap { own.span($0, reading) }
    guard spans.count == item.pieces.count, let first = spans.first, let last = spans.last,
      first.lower < last.upper, let words = item.words
    else { return nil }
    let there = spans.map { own.text.string(in: $0) }
    let isSame =
      words.count == there.count
      ? zip(words, there).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
      : words.joined(separator: " ").utf8.elementsEqual(there.joined(separator: " ").utf8)
    return isSame ? TextSpan(first.lower, last.upper) : nil
  }
}
