import ArabicText

/// Pairs the quotation marks of one paragraph.
///
/// Never fails: a mark that cannot be paired is left out or closed where the paragraph ends, and a
/// wrong closing mark is taken for the right one where the spacing says so. At most four marks are
/// open at once, so that the work is linear in the words whatever the marks.
struct QuotationMarkParser {
  private let words: ParagraphWords
  private var found: [MarkedText] = []
  /// The marks that are open, innermost last, by their place in `found`.
  private var open: [Int] = []

  /// The marked texts of the paragraph in the order of their opening marks.
  ///
  /// - Complexity: O(*n*) in the words.
  static func markedTexts(of words: ParagraphWords) -> [MarkedText] {
    var parser = QuotationMarkParser(words: words)
    for index in 0..<words.count {
      guard let role = QuotationSigns.role(of: words.sign(index)) else { continue }
      parser.handle(index, role.use, role.family)
    }
    parser.finish()
    return parser.found
  }

  private init(words: ParagraphWords) { self.words = words }

  private mutating func handle(
    _ index: Int, _ use: QuotationSigns.Use, _ family: QuotationSigns.Family
  ) {
    let side = side(of: index)
    if family == .singleStraight, side == .unclear { return }
    if let place = open.lastIndex(where: { found[$0].family == family }) {
      let isCloser =
        use == .closing || use == .either && side != .opens || use == .opening && side == .closes
      if isCloser {
        close(place, at: index, isRepaired: use == .opening)
      } else {
        // A second opening mark of the same family: it opens a mark inside, or the first was never
        // closed.
        if use == .either || family == .straight, !opensInner(index, family) {
          closeEarly(place, before: index)
        }
        begin(index, family, isRepaired: false)
      }
      return
    }
    if use == .closing, side != .opens || family == .singleCurly {
      // A closing mark of another family ends what is open: “…" and "…”.
      if side == .closes, let last = open.last, family != .singleCurly,
        found[last].family != .guillemets || family == .singleGuillemets
      {
        close(open.count - 1, at: index, isRepaired: true)
      }
      return
    }
    if use == .either, side == .closes {
      if let last = open.last, [.curly, .guillemets].contains(found[last].family) {
        close(open.count - 1, at: index, isRepaired: true)
      }
      return
    }
    begin(index, family, isRepaired: use == .closing)
  }

  /// "… of the "White Helmets" and …": whether marks that look alike open, close, and close again.
  private func opensInner(_ index: Int, _ family: QuotationSigns.Family) -> Bool {
    var isClosed = false
    var next = index + 1
    while next < words.count, next - index < words.parameters.quotations.outerMarkReach {
      if QuotationSigns.role(of: words.sign(next))?.family == family {
        guard side(of: next) == .closes else { return false }
        if isClosed { return true }
        guard next - index <= words.parameters.quotations.innerMarkReach + 1 else { return false }
        isClosed = true
      }
      next += 1
    }
    // The outer one is never closed: the inner is one if a noun stands before it, not a verb of saying.
    return isClosed && next >= words.count
      && words.isPlain(index - 1, [.complementiser, .cue]) == false && words.sign(index - 1) == 0
  }

  /// What the spacing around a mark says.
  private enum Side { case opens, closes, unclear }

  private func side(of index: Int) -> Side {
    let isAfterGap = isGap(before: index)
    let isBeforeGap = isGap(after: index)
    if isAfterGap, !isBeforeGap { return .opens }
    if isBeforeGap, !isAfterGap { return .closes }
    return .unclear
  }

  /// Whether a space, an opening bracket, a colon or a lone proclitic stands before the mark.
  private func isGap(before index: Int) -> Bool {
    guard index > 0 else { return true }
    let last = words.words[index - 1]
    if last.span.upper < words.words[index].span.lower { return true }
    switch last.kind {
    case .punctuation:
      return [
        Signs.openBracket, Signs.openSquareBracket, Signs.colon, Signs.openGuillemet,
        Signs.openCurlyMark, Signs.enDash, Signs.emDash, Signs.hyphen,
      ].contains(last.sign)
    case .arabic:
      // بـ"…": a proclitic with tatweel, or one letter.
      return last.span.utf8Count <= 4 && last.shape.contains(.short)
    case .foreign, .number: return false
    }
  }

  /// Whether a space, a sign or the paragraph's end stands behind the mark.
  private func isGap(after index: Int) -> Bool {
    guard index + 1 < words.count else { return true }
    let next = words.words[index + 1]
    if next.span.lower > words.words[index].span.upper { return true }
    return next.kind == .punctuation
      && ![
        Signs.openBracket, Signs.openSquareBracket, Signs.openGuillemet, Signs.openCurlyMark,
        Signs.ellipsis,
      ].contains(next.sign)
      && !(QuotationSigns.role(of: next.sign)?.use == .opening)
  }

  private mutating func begin(_ index: Int, _ family: QuotationSigns.Family, isRepaired: Bool) {
    guard open.count < words.parameters.quotations.deepestMarks else { return }
    found.append(
      MarkedText(
        words: index + 1..<index + 1, outer: index..<index + 1, family: family, parent: open.last,
        isRepaired: isRepaired))
    open.append(found.count - 1)
  }

  /// Closes the open mark at `place` and forgets those inside that were never closed.
  private mutating func close(_ place: Int, at index: Int, isRepaired: Bool) {
    for inner in open[(place + 1)...] { end(inner, at: index, closing: index, isRepaired: true) }
    end(open[place], at: index, closing: index + 1, isRepaired: isRepaired)
    open.removeSubrange(place...)
  }

  /// Ends an open mark before another one: at the last end of a sentence, else at once.
  private mutating func closeEarly(_ place: Int, before index: Int) {
    let first = found[open[place]].words.lowerBound
    var last = index
    var back = index - 1
    while back > first, index - back < words.parameters.quotations.sentenceReach {
      if SentenceSigns.isTerminator(words.sign(back)) {
        last = back
        break
      }
      back -= 1
    }
    for inner in open[place...] { end(inner, at: last, closing: last, isRepaired: true) }
    open.removeSubrange(place...)
  }

  private mutating func finish() {
    var last = words.count
    while last > 0, SentenceSigns.isTerminator(words.sign(last - 1)) { last -= 1 }
    for inner in open {
      end(inner, at: last, closing: words.count, isRepaired: true)
      found[inner].isUnclosed = true
    }
    open = []
  }

  private mutating func end(_ place: Int, at index: Int, closing: Int, isRepaired: Bool) {
    let first = found[place].words.lowerBound
    found[place].words = first..<max(first, index)
    found[place].outer = found[place].outer.lowerBound..<max(first, closing)
    if isRepaired { found[place].isRepaired = true }
  }
}
