import ArabicText

/// Finds where the items of a file stand in a text.
///
/// Offsets are read in the way that most items with quoted words agree on: in the unit of the format
/// first, then in others, with line ends counted otherwise, with a byte order mark. Another item is
/// read in the one way in which its words stand at its place; words of which none does are looked for.
/// Never is a place taken where other words stand than those that the item quotes.
struct ItemPlacer {
  /// Where an item stands, or why it stands nowhere.
  enum Outcome {
    case placed(Anchor, ImportPlacing)
    case refused(ImportReason)
  }

  private let article: ImportArticle
  private let main: ImportText
  private let texts: [ImportText]
  /// How the format counts.
  let documented: OffsetReading
  /// The ways to read offsets, the documented one first.
  let readings: [OffsetReading]
  private let isCertain: Bool

  /// - Parameters:
  ///   - text: the article.
  ///   - texts: the texts that rows of the file give.
  ///   - unit: the unit that the format says.
  ///   - isCertain: whether it is the unit that a person has named, and no other is tried.
  init(_ text: AnchoredText, texts: [String], unit: OffsetUnit, isCertain: Bool) {
    let article = ImportArticle(text)
    let main = ImportText(article)
    (self.article, self.main) = (article, main)
    self.texts = texts.map { string in
      string.utf8.elementsEqual(article.string.utf8) ? main : ImportText(string, of: article)
    }
    documented = OffsetReading(unit: unit)
    self.isCertain = isCertain
    let units = isCertain ? [unit] : [unit] + OffsetUnit.allCases.filter { $0 != unit }
    readings = [false, true].flatMap { mark in
      OffsetReading.LineEnds.allCases.flatMap { ends in
        units.map { OffsetReading(unit: $0, lineEnds: ends, countsMark: mark) }
      }
    }
  }

  /// Where each of `items` stands, in their order, as far as `bound` lets them be looked for.
  func outcomes(of items: [ImportItem], within bound: inout ImportBound) -> [Outcome] {
    let common = commonReading(of: items)
    let doubt = OffsetDoubt(
      items.filter { $0.words == nil }, in: common,
      isCertain ? [] : readings.filter { !$0.countsMark }, text: text)
    return items.map { item in
      guard !bound.isReached else { return .refused(.notLookedFor(count: 1)) }
      let outcome = item.words == nil ? byOffsets(item, common, doubt) : byWords(item, common)
      if case .placed(let anchor, _) = outcome { bound.keep(anchor) }
      return outcome
    }
  }

  func text(of item: ImportItem) -> ImportText { item.text.map { texts[$0] } ?? main }

  // MARK: Items with quoted words

  private func byWords(_ item: ImportItem, _ common: OffsetReading) -> Outcome {
    let own = text(of: item)
    var reading = common
    var place = span(of: item, common)
    if place == nil, !item.pieces.isEmpty {
      let others = readings.compactMap { reading in
        span(of: item, reading).map { (span: $0, reading: reading) }
      }
      // At two places they would be at none.
      if let only = others.first, others.allSatisfy({ $0.span == only.span }) {
        (place, reading) = (only.span, only.reading)
      }
    }
    if let place {
      guard isUnbroken(item, in: own, reading) else { return .refused(.inPieces) }
      return settle(place, of: own, item, reading)
    }
    return search(item, in: own)
  }

  /// Whether nothing but blanks lies between the pieces.
  private func isUnbroken(
    _ item: ImportItem, in own: ImportText, _ reading: OffsetReading
  ) -> Bool {
    let spans = item.pieces.compactMap { own.span($0, reading) }
    return zip(spans, spans.dropFirst()).allSatisfy { one, next in
      one.upper <= next.lower
        && own.text.scalars(in: TextSpan(one.upper, next.lower)).allSatisfy {
          ScalarProperties($0.value).isSpace
        }
    }
  }

  /// The place in the article of a place in a text of the file.
  private func settle(
    _ span: TextSpan, of own: ImportText, _ item: ImportItem, _ reading: OffsetReading
  ) -> Outcome {
    if let place = own.inArticle(span),
      let placed = placed(at: place, reading, isMoved: false)
    {
      return placed
    }
    guard let anchor = own.anchor(of: span) else {
      return .refused(outside(item, own))
    }
    let search = WordSearch(article.text, anchor)
    guard own.isKin || search.certain != nil else { return .refused(.otherText(count: 1)) }
    return moved(search.place, anchor.exact, item, reading)
  }

  /// An item at `span` of the article, widened to whole letters.
  private func placed(at span: TextSpan, _ reading: OffsetReading?, isMoved: Bool) -> Outcome? {
    guard let anchor = article.text.anchor(of: span) else { return nil }
    let placing = ImportPlacing(
      reading: reading == documented ? nil : reading, isMoved: isMoved,
      isWidened: !article.text.isPassage(span))
    return .placed(anchor, placing)
  }

  private func search(_ item: ImportItem, in own: ImportText) -> Outcome {
    let words = item.words?.joined(separator: " ") ?? ""
    guard own.isArticle || own.isKin else { return .refused(.otherText(count: 1)) }
    let piece = item.pieces.first ?? ImportItem.Piece(start: 0, end: 0)
    let anchor = Anchor(
      start: ScalarOffset(max(0, piece.start)), end: ScalarOffset(max(0, piece.end)),
      exact: words, prefix: item.prefix, suffix: item.suffix, contentHash: "")
    return moved(WordSearch(article.text, anchor).place, words, item, nil)
  }

  private func moved(
    _ place: WordSearch.Place, _ words: String, _ item: ImportItem, _ reading: OffsetReading?
  ) -> Outcome {
    switch place {
    case .at(let span):
      guard WordSearch.stands(words, at: span, in: article.text.text),
        let placed = placed(at: span, reading, isMoved: true)
      else { break }
      return placed
    case .several(let count): return .refused(.severalPlaces(words, count: count))
    case .many(let count): return .refused(.manyPlaces(words, count: count))
    case .nowhere: break
    }
    let own = text(of: item)
    if own.isArticle, let first = item.pieces.first, let last = item.pieces.last,
      let span = own.span(.init(start: first.start, end: last.end), documented)
    {
      return .refused(.otherWords(there: own.text.string(in: span), wanted: words))
    }
    return .refused(.wordsMissing(words))
  }

  // MARK: Items that have offsets alone

  private func byOffsets(
    _ item: ImportItem, _ common: OffsetReading, _ doubt: OffsetDoubt
  ) -> Outcome {
    let own = text(of: item)
    guard let first = item.pieces.first, let last = item.pieces.last else {
      return .refused(.noOffsets)
    }
    guard isUnbroken(item, in: own, common) else { return .refused(.inPieces) }
    let whole = ImportItem.Piece(start: first.start, end: last.end)
    let span = own.span(whole, common)
    if let other = doubt.other(whole, own, for: span) {
      return .refused(
        .unitInDoubt(
          there: span.map { own.text.string(in: $0) } ?? "", other: own.text.string(in: other.span),
          reading: other.reading))
    }
    guard let span else { return .refused(outside(item, own)) }
    let outcome = settle(span, of: own, item, common)
    guard case .placed(let anchor, var placing) = outcome else { return outcome }
    placing.isCutting = own.text.cutsWord(span)
    return .placed(anchor, placing)
  }

  private func outside(_ item: ImportItem, _ own: ImportText) -> ImportReason {
    .outside(
      start: item.pieces.first?.start ?? 0, end: item.pieces.last?.end ?? 0, count: own.count)
  }
}
