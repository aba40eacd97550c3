import ArabicText

/// A text in the form in which anchors compare it, with the way back to its own positions.
///
/// Saving a file again may change its bytes and not a word of it. So white space between two words is
/// one blank, or one line break where there is one in it, however it is written and whatever blanks and
/// empty lines stand beside it; at the start and the end of the text it is left out, and so is every
/// byte order mark. Letters are taken apart from their marks and these are in canonical order (UAX #15,
/// form D).
struct ComparableText: Sendable {
  /// The text in that form.
  let text: DecodedText
  /// Looks for words in it.
  let words: SearchedText
  /// Where its bytes come from, in order.
  private let pieces: [ComparablePiece]

  /// The form of `source`; `work` counts what searches in it do.
  ///
  /// - Complexity: O(*n*) in the length of the text, in time and memory.
  init(_ source: DecodedText, work: SearchWork = SearchWork()) {
    var writer = ComparableTextWriter(source)
    writer.readAll()
    text = DecodedText(copying: writer.bytes)
    words = SearchedText(text, work: work)
    pieces = writer.pieces
  }

  /// The text `source` as it is: for one so long that its form would not fit into memory.
  init(verbatim source: DecodedText, work: SearchWork) {
    text = source
    words = SearchedText(text, work: work)
    pieces = [
      ComparablePiece(lower: .zero, upper: source.end, source: source.span, isVerbatim: true)
    ]
  }

  /// The end of a span.
  enum End {
    case lower, upper
  }

  /// Where `offset` of the text itself, the end of a span of it, stands in this form.
  ///
  /// White space that is written otherwise here counts as outside of a span that ends in it.
  ///
  /// - Returns: `nil` between a letter and its mark that are written otherwise.
  /// - Complexity: O(log *n*).
  func offset(ofSource offset: TextOffset, as end: End) -> TextOffset? {
    let index = pieces.partitioningIndex { piece in
      end == .lower ? piece.source.upper > offset : piece.source.upper >= offset
    }
    guard index < pieces.count else { return text.end }
    let piece = pieces[index]
    if offset <= piece.source.lower {
      return end == .lower || index == 0 ? piece.lower : pieces[index - 1].upper
    }
    if offset == piece.source.upper { return piece.upper }
    if piece.isVerbatim { return piece.lower + (offset - piece.source.lower) }
    guard piece.isSpace else { return nil }
    return end == .lower ? piece.upper : piece.lower
  }

  /// The span of the text itself whose form is at `span`.
  ///
  /// - Parameters:
  ///   - span: a passage of the form.
  ///   - isRounded: whether a span that ends between a letter and its mark is made longer by it.
  /// - Returns: `nil` for such a span otherwise, and for an empty one.
  /// - Complexity: O(log *n*).
  func source(of span: TextSpan, isRounded: Bool = false) -> TextSpan? {
    guard !span.isEmpty else { return nil }
    let first = pieces[pieces.partitioningIndex { $0.upper > span.lower }]
    let last = pieces[pieces.partitioningIndex { $0.upper >= span.upper }]
    let lower = first.source(of: span.lower) ?? (isRounded ? first.source.lower : nil)
    let upper = last.source(of: span.upper) ?? (isRounded ? last.source.upper : nil)
    guard let lower, let upper else { return nil }
    return TextSpan(lower, upper)
  }
}

/// A part of the form, and where it comes from.
struct ComparablePiece: Sendable {
  /// Where it begins in the form, and where it ends there.
  var lower, upper: TextOffset
  /// What it stands for in the text itself.
  var source: TextSpan
  /// Whether it is the same bytes there.
  var isVerbatim: Bool
  /// Whether it is white space.
  var isSpace = false

  /// Where `offset`, in it or at its end, stands in the text itself; `nil` where that cannot be told.
  func source(of offset: TextOffset) -> TextOffset? {
    if offset == lower { return source.lower }
    if offset == upper { return source.upper }
    return isVerbatim ? source.lower + (offset - lower) : nil
  }
}
