import ArabicText

/// A text that offsets of a file count in: the article, or the text that a row of the file gives.
///
/// Where a row's text is the article or a part of it, but for line ends and blanks at its ends, each of
/// its places has one in the article.
final class ImportText {
  /// The text.
  let text: DecodedText
  /// Whether it is the article.
  let isArticle: Bool
  private var indices: [OffsetReading: OffsetIndex] = [:]
  private var anchored: AnchoredText?
  private let map: LineEndMap?
  /// How much further on its bytes stand in the article, both without CRs, where they stand there.
  private let shift: Int?
  /// The bytes that stand there.
  private let shared: Range<Int>
  private let article: ImportArticle
  private(set) lazy var isKin = shift != nil || article.isKin(of: text)

  /// The article itself.
  init(_ article: ImportArticle) {
    (text, self.article) = (article.text.text, article)
    (isArticle, map, shift, shared) = (true, nil, 0, 0..<0)
  }

  /// The text that a row gives.
  init(_ string: String, of article: ImportArticle) {
    text = DecodedText(string)
    isArticle = false
    self.article = article
    let map = LineEndMap(text)
    self.map = map
    shared = map.trimmed
    shift = article.place(of: map.bytes[map.trimmed]).map { $0 - map.trimmed.lowerBound }
  }

  /// The place in the article of a span of this text.
  func inArticle(_ span: TextSpan) -> TextSpan? {
    guard !isArticle else { return span }
    guard let map, let shift else { return nil }
    let (lower, upper) = (map.place(of: span.lower), map.place(of: span.upper))
    guard lower >= shared.lowerBound, upper <= shared.upperBound, lower < upper else { return nil }
    return TextSpan(article.map.offset(of: lower + shift), article.map.offset(of: upper + shift))
  }

  /// The span of an item's piece, read in one way.
  func span(_ piece: ImportItem.Piece, _ reading: OffsetReading) -> TextSpan? {
    index(reading).span(piece.start, piece.end)
  }

  /// How many scalars it has.
  var count: Int { index(OffsetReading(unit: .scalars)).count }

  private func index(_ reading: OffsetReading) -> OffsetIndex {
    if let index = indices[reading] { return index }
    let index = OffsetIndex(text, reading)
    indices[reading] = index
    return index
  }

  /// The words at `span` with those around them.
  func anchor(of span: TextSpan) -> Anchor? {
    let known = anchored ?? AnchoredText(text, contentHash: "", work: article.text.work)
    anchored = known
    return known.anchor(of: span)
  }
}

/// The article that annotations are read for, prepared for texts of other tools.
final class ImportArticle {
  let text: AnchoredText
  private(set) lazy var map = LineEndMap(text.text)
  private lazy var plain = SearchedText(DecodedText(copying: map.bytes), work: text.work)

  init(_ text: AnchoredText) { self.text = text }

  /// The article as a string: damaged bytes are U+FFFD, as in the files that other tools write.
  private(set) lazy var string = text.text.string(in: text.text.span)

  /// The one place where `bytes` stand in the article without CRs.
  func place(of bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty else { return nil }
    let places = plain.places(of: bytes, limit: 2)
    return places.count == 1 ? places[0].lower.utf8 : nil
  }

  /// Whether `other` seems to be a state of the article: half of its pieces stand there.
  func isKin(of other: DecodedText) -> Bool {
    let bytes = LineEndMap(other).bytes
    let length = 40
    guard bytes.count >= length else { return false }
    let count = min(32, bytes.count / length)
    let found = (0..<count).count { number in
      let start = number * (bytes.count - length) / count
      let piece = bytes[start..<start + length]
      return !plain.places(of: piece, limit: 1).isEmpty
    }
    return found * 2 >= count
  }
}
