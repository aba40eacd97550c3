import ArabicText
import EntityModel

/// The paragraphs of a part of a text in the order in which they are to be looked at: those that are
/// visible, those behind them, those before them.
///
/// They are found when they are asked for, a batch at a time, and empty ones are left out: a text may
/// have as many paragraphs as bytes. Batches are made of whole neighbourhoods, which the tagger would
/// else read twice.
struct ParagraphBatches: IteratorProtocol {
  /// Paragraphs that stand behind one another.
  struct Batch {
    /// Those that are not empty.
    var paragraphs: [Paragraph] = []
    /// The bytes of all of them with what stands between them.
    var length = 0
  }

  /// Paragraphs are looked at together up to this many bytes: a fraction of a second of work,
  /// between two looks whether it is still wanted.
  private static let size = 8 * 1024

  /// The paragraphs of which something is visible, with all that are read together with them.
  let visible: Batch
  private let text: DecodedText
  private var isAtStart = true
  /// Where the next batches come from.
  private var rest: [Stretch]

  /// Paragraphs from one to before a place.
  private struct Stretch {
    var next: Paragraph?
    var end: TextOffset
  }

  /// The paragraphs of `window`, which begins and ends where paragraphs do; those of `first` are visible.
  init(of text: DecodedText, in window: TextSpan, first: TextSpan) {
    self.text = text
    guard !window.isEmpty else {
      (visible, rest) = (Batch(), [])
      return
    }
    var start = text.paragraph(at: max(first.lower, window.lower))
    while let before = text.paragraph(before: start), before.start >= window.lower,
      Neighbourhood(of: before) == Neighbourhood(of: start)
    {
      start = before
    }
    var stretch = Stretch(next: start, end: window.upper)
    visible = Self.take(from: &stretch, of: text) { $1.start < first.upper }
    let head = text.paragraph(at: window.lower)
    rest = [stretch, Stretch(next: head.start < start.start ? head : nil, end: start.start)]
  }

  /// The next paragraphs to look at, those that are visible first.
  mutating func next() -> Batch? {
    if isAtStart {
      isAtStart = false
      return visible
    }
    while let first = rest.first, first.next == nil { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    return Self.take(from: &rest[0], of: text) { batch, _ in batch.length < Self.size }
  }

  /// Takes paragraphs as long as they are wanted, and then those of the neighbourhood of the last.
  private static func take(
    from stretch: inout Stretch, of text: DecodedText, while isWanted: (Batch, Paragraph) -> Bool
  ) -> Batch {
    var batch = Batch()
    var last: Neighbourhood?
    while let paragraph = stretch.next {
      let neighbourhood = Neighbourhood(of: paragraph)
      guard neighbourhood == last || isWanted(batch, paragraph) else { break }
      last = neighbourhood
      if !paragraph.content.isEmpty { batch.paragraphs.append(paragraph) }
      batch.length += paragraph.next - paragraph.start
      stretch.next = text.paragraph(after: paragraph).flatMap { $0.start < stretch.end ? $0 : nil }
    }
    return batch
  }
}
