extension HardWrap {
  /// Whether as many lines as tell a broken text, at the least, stand behind one another with no empty line between.
  static func hasNeighbours(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var (count, isAfterText, start) = (0, false, bytes.startIndex)
    while start < bytes.endIndex, count < fewestFlowed {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let hasText = end > start && !(end == start + 1 && bytes[start] == 0x0D)
      if hasText, isAfterText { count += 1 }
      (isAfterText, start) = (hasText, end + 1)
    }
    return count >= fewestFlowed
  }

  /// How well a width explains where lines end.
  struct Fit {
    var width: Int
    var measure: Measure
    /// Ends of lines behind which the next word has no room.
    var full = 0
    /// Those of long lines behind which it has.
    var early = 0
    /// Lines of several words that are longer.
    var over = 0

    var score: Int { full - early - over }

    static func isFull(
      _ line: BrokenLine, _ next: BrokenLine, _ width: Int, _ measure: Measure
    ) -> Bool {
      // Signs of quoted mail were set before the lines were broken, or after that.
      measure.of(line.length) + line.quoteLength + 1 + measure.of(next.firstWord) > width
    }

    /// The width that explains most; `nil` where no line has one that lines are broken at.
    ///
    /// - Complexity: O(*n* + *w*) in the lines and the widths.
    static func best(of lines: [BrokenLine], _ measure: Measure) -> Fit? {
      let limit = measure.widths.upperBound
      // How each number changes from one width to the next.
      var full = [Int](repeating: 0, count: limit + 2)
      var (early, over) = (full, full)
      var isWidth = [Bool](repeating: false, count: limit + 1)
      func add(_ changes: inout [Int], _ from: Int, _ to: Int) {
        guard from < to, from <= limit else { return }
        changes[max(0, from)] += 1
        changes[min(to, limit + 1)] -= 1
      }
      for (index, line) in lines.enumerated() where line.hasText {
        let length = measure.of(line.length)
        if length <= limit { isWidth[length] = true }
        if line.words > 1, !line.beginsAnew { add(&over, 0, length) }
        guard index + 1 < lines.count, line.mayGoOn(in: lines[index + 1]) else { continue }
        let needed = length + line.quoteLength + 1 + measure.of(lines[index + 1].firstWord)
        add(&full, length, needed)
        // A line of less than three fifths of the width ends a paragraph.
        add(&early, needed, length * 5 / 3 + 1)
      }
      var (fit, best) = (Fit(width: 0, measure: measure), Fit?.none)
      for width in 0...limit {
        fit.width = width
        fit.full += full[width]
        fit.early += early[width]
        fit.over += over[width]
        guard isWidth[width], measure.widths.contains(width) else { continue }
        if fit.score >= best?.score ?? .min { best = fit }
      }
      return best
    }

    /// Whether lines were broken at this width.
    func isBroken(_ lines: [BrokenLine]) -> Bool {
      let pairs = zip(lines, lines.dropFirst()).filter { $0.mayGoOn(in: $1) }
      let flowed = pairs.filter(\.0.endsInBlank)
      let flowedFull = flowed.count { Self.isFull($0, $1, width, measure) }
      if flowedFull >= HardWrap.fewestFlowed, flowedFull * 100 >= flowed.count * HardWrap.share {
        return true
      }
      let ends = pairs.filter { Self.isFull($0, $1, width, measure) }
      return full >= HardWrap.fewest && full * 100 >= (full + early) * HardWrap.share
        && over <= max(1, lines.count(where: \.hasText) / 20)
        // Sentences of one length, a line each, were broken by nobody.
        && ends.count(where: \.0.endsSentence) * 2 < ends.count
    }
  }
}
