extension HardWrap {
  /// Those of `runs` that are one text each, and the headline before them, which has no signs of prose.
  func prose(_ runs: [Range<Int>], _ lines: [BrokenLine]) -> [Range<Int>] {
    let prose = runs.filter { isProse($0, lines) }
    guard let first = runs.first, first != prose.first, first.count <= Self.longestHeadline,
      prose.count >= Self.fewest, lines[..<first.lowerBound].allSatisfy(\.isBesideText),
      lines[first].allSatisfy({ !$0.endsInMark && !$0.beginsAnew })
    else { return prose }
    return [first] + prose
  }

  /// Whether the lines of `run` are one text, not one each.
  private func isProse(_ run: Range<Int>, _ lines: [BrokenLine]) -> Bool {
    let before = lines[run].dropLast()
    if before.allSatisfy(\.endsInBlank) { return true }
    // What stands further in than the first line of an item belongs to it.
    let first = lines[run.lowerBound]
    if first.beginsAnew, lines[run].dropFirst().allSatisfy({ $0.indent > first.indent }) {
      return true
    }
    guard !isList(around: run, lines), !lines[run].allSatisfy(\.isInHalves) else { return false }
    let words = lines[run].reduce(0) { $0 + $1.words }
    let marks = lines[run].reduce(0) { $0 + $1.innerMarks }
    return lines[run.upperBound - 1].endsSentence
      ? (marks + 1) * Self.wordsToMark.ended >= words : marks * Self.wordsToMark.open >= words
  }

  /// Whether most lines around `run` that might go on end in a sign, as items of a list do.
  private func isList(around run: Range<Int>, _ lines: [BrokenLine]) -> Bool {
    var (lower, upper) = (run.lowerBound, run.upperBound)
    while lower > 0, lines[lower - 1].mayGoOn(in: lines[lower]) { lower -= 1 }
    while upper < lines.count, lines[upper - 1].mayGoOn(in: lines[upper]) { upper += 1 }
    let full = (lower..<upper - 1).filter {
      Fit.isFull(lines[$0], lines[$0 + 1], width, measure)
    }
    return upper - lower > 2 && full.count { lines[$0].endsInMark } * 2 > full.count
  }
}
