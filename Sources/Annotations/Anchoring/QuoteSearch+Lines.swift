import ArabicText

/// Places that are certain because lines were added and nothing else was done.
extension QuoteSearch {
  /// The place in a text that has all lines of the text that the anchor was made in, one so short that
  /// the anchor holds it whole: at its start or end, or with others between them.
  var placeOfWholeText: TextSpan? {
    guard !quote.goesOnBefore, !quote.goesOnAfter else { return nil }
    return placeAtEdge ?? placeBetweenLines
  }

  private var placeAtEdge: TextSpan? {
    let whole = candidates.filter { candidate in
      guard candidate.before == prefixCount, candidate.after == suffixCount else { return false }
      let lower = candidate.span.lower - quote.prefix.utf8.count
      let upper = candidate.span.upper + quote.suffix.utf8.count
      return lower == .zero && endsLine(upper) || upper == text.end && beginsLine(lower)
    }
    return whole.count == 1 ? whole.first?.span : nil
  }

  private var placeBetweenLines: TextSpan? {
    let old = Self.lines((quote.prefix + quote.exact + quote.suffix).utf8)
    let own = quote.prefix.utf8.count { $0 == 0x0A }
    guard let lineStart = quote.lineStart, let lineEnd = quote.lineEnd,
      !quote.exact.unicodeScalars.contains("\n"), old.count(where: { $0 == old[own] }) == 1,
      isEnough(prefixCount + suffixCount, least: 12)
    else { return nil }
    let (before, after) = (bytesOfLineBefore(lineStart), bytesOfLineAfter(lineEnd))
    let found = place { candidate in
      candidate.before >= lineStart && candidate.after >= lineEnd
        && beginsLine(candidate.span.lower - before) && endsLine(candidate.span.upper + after)
    }
    // All lines are gone through only where that can help: many anchors are looked for in one text.
    guard let found else { return nil }
    form.words.work.add(decoded: text.utf8Count)
    var rest = old[...]
    for line in text.withUTF8({ Self.lines($0) }) where line == rest.first { rest.removeFirst() }
    return rest.isEmpty ? found : nil
  }

  private static func lines(_ bytes: some Collection<UInt8>) -> [[UInt8]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The length of the last scalars of the prefix, in bytes.
  private func bytesOfLineBefore(_ scalars: Int) -> Int {
    quote.prefix.unicodeScalars.suffix(scalars).reduce(0) { $0 + UTF8.width($1) }
  }

  /// The length of the first scalars of the suffix, in bytes.
  private func bytesOfLineAfter(_ scalars: Int) -> Int {
    quote.suffix.unicodeScalars.prefix(scalars).reduce(0) { $0 + UTF8.width($1) }
  }

  /// The place that has all of the context on one side, where that alone told the passage from others,
  /// and on the other side the rest of its line, where lines were added behind or before that.
  var placeBesideNewLines: TextSpan? {
    place(where: isAfterOldLines) ?? place(where: isBeforeOldLines)
  }

  private func place(where isThere: (Candidate) -> Bool) -> TextSpan? {
    guard let found = candidates.first(where: isThere) else { return nil }
    let rest = candidates.drop { $0.span != found.span }.dropFirst()
    return rest.contains(where: isThere) ? nil : found.span
  }

  /// Whether `count` scalars on one side alone told the passage from others.
  private func sideTells(_ count: Int) -> Bool {
    guard let side = anchor.sideDistinction, side >= 0 else { return false }
    return side <= min(Self.greatestDistinction, count - Self.margin)
  }

  private func isAfterOldLines(_ candidate: Candidate) -> Bool {
    guard candidate.before == prefixCount, let lineEnd = quote.lineEnd,
      candidate.after >= lineEnd
    else { return false }
    let end = candidate.span.upper + bytesOfLineAfter(lineEnd)
    guard endsLine(end) else { return false }
    // Nothing was changed before it.
    let isAtStart = candidate.span.lower.utf8 == quote.prefix.utf8.count
    guard sideTells(isAtStart ? Anchor.contextLength : prefixCount) else { return false }
    let rest = quote.suffix.unicodeScalars.dropFirst(lineEnd + 1)
    let isThere = places(of: rest, in: TextSpan(end, text.end)).contains { beginsLine($0.lower) }
    return isEnough(candidate.before + lineEnd + (isThere ? rest.count : 0))
  }

  private func isBeforeOldLines(_ candidate: Candidate) -> Bool {
    guard candidate.after == suffixCount, let lineStart = quote.lineStart,
      candidate.before >= lineStart
    else { return false }
    let start = candidate.span.lower - bytesOfLineBefore(lineStart)
    guard beginsLine(start) else { return false }
    // Nothing was changed behind it.
    let isAtEnd = candidate.span.upper + quote.suffix.utf8.count == text.end
    guard sideTells(isAtEnd ? Anchor.contextLength : suffixCount) else { return false }
    let rest = quote.prefix.unicodeScalars.dropLast(lineStart + 1)
    let isThere = places(of: rest, in: TextSpan(.zero, start)).contains { endsLine($0.upper) }
    return isEnough(candidate.after + lineStart + (isThere ? rest.count : 0))
  }

  private func isEnough(_ context: Int, least: Int = leastEvidence) -> Bool {
    context + scalarCount >= least
  }

  private func places(
    of words: Substring.UnicodeScalarView, in span: TextSpan
  ) -> [TextSpan] {
    form.words.places(of: String(String.UnicodeScalarView(words)).utf8, in: span, limit: 8)
  }

  private func beginsLine(_ offset: TextOffset) -> Bool {
    offset == .zero || text[byte: offset - 1] == 0x0A
  }

  private func endsLine(_ offset: TextOffset) -> Bool {
    offset == text.end || text[byte: offset] == 0x0A
  }
}
