extension PDFGutter {
  /// How much is free at least between columns in a line that the program has through both, in heights of it, and where
  /// it is wider by far than the spaces of the line, as where letters are low for their lines: judgements, that spaces
  /// of justified lines are less.
  private static let (leastFree, leastOfWide) = (0.6, 0.4)

  /// Whether so many of `lines` as a column has at least have a gap as wide as between columns.
  static func mayPart(_ lines: [PDFBoxes.Line]) -> Bool {
    lines.count { line in
      let words = line.words.sorted { $0.lowerBound < $1.lowerBound }
      return zip(words, words.dropFirst()).contains {
        $1.lowerBound - $0.upperBound >= leastOfWide * line.height
      }
    } >= leastLines
  }

  /// The two parts of `line` where it has no word at `place` and as much is free there as between columns, else the line.
  static func halves(of line: PDFBoxes.Line, at place: Double) -> [PDFBoxes.Line] {
    guard line.left < place, line.right > place else { return [line] }
    let sides = [
      line.words.indices.filter { line.words[$0].upperBound <= place },
      line.words.indices.filter { line.words[$0].lowerBound >= place },
    ]
    let parts = sides.compactMap(line.with(words:))
    guard parts.count == 2, sides[0].count + sides[1].count == line.words.count else {
      return [line]
    }
    let free = parts[0].right...max(parts[0].right, parts[1].left)
    let width = free.upperBound - free.lowerBound
    let height = parts.map(\.height).min() ?? line.height
    return width >= leastFree * height
      || width >= leastOfWide * height && isWidestGap(free, of: line)
      ? parts : [line]
  }

  /// How much higher than most a line may be that is cut, as subheads are: headlines go across, and have wide gaps.
  private static let mostHeight = 1.25

  /// `lines` with those cut in two that the program holds for one though they stand on either side of one of `gutters`:
  /// none of their words does, and what is free is as wide as the gutter.
  ///
  /// - Complexity: O(*n* log *n*) in the lines and words, times the gutters.
  static func cut(
    _ lines: [PDFBoxes.Line], at gutters: [PDFGutter], isRightToLeft: Bool
  ) -> [PDFBoxes.Line] {
    guard !gutters.isEmpty, !lines.isEmpty else { return lines }
    let usual = lines.map(\.height).sorted()[lines.count / 2]
    return gutters.reduce(lines) { lines, gutter in
      let place = gutter.place
      // The number of the page stands between columns.
      let long = lines.filter { $0.width > 2 * usual }
      let left = long.filter { $0.right <= place && place - $0.right < 3 * usual }
      let right = long.filter { $0.left > place && $0.left - place < 3 * usual }
      guard let edge = right.map(\.left).min(), let top = left.map(\.top).min() else {
        return lines
      }
      let free = (left.map(\.right).max() ?? place)...max(place, edge)
      return lines.flatMap { line -> [PDFBoxes.Line] in
        guard line.left < place, line.right > place, line.parts.count == 1,
          let halves = halves(of: line, at: free, isRightToLeft: isRightToLeft),
          halves.contains(where: { $0.height < mostHeight * usual })
            && line.bottom > top && line.middle < gutter.extent.upperBound
            || isWidestGap(free, of: line)
        else { return [line] }
        return halves
      }
    }
  }

  /// Which share of the gutter has to be free in a line at least.
  private static let leastShare = 0.7

  /// How much wider than the other gaps of a line that between columns is at least, where it stands above all that is in
  /// columns for sure, or is high as a headline, or as a line of a text beside a subhead: a judgement.
  private static let leastRatio = 1.3

  /// The width of one digit at most, in heights of a line: a judgement.
  private static let widthOfNumber = 0.6

  /// Whether what is `free` is wider by far than any gap between words of `line` on one side of it, but for that behind
  /// the number of a heading.
  private static func isWidestGap(_ free: ClosedRange<Double>, of line: PDFBoxes.Line) -> Bool {
    let words = line.words.sorted { $0.lowerBound < $1.lowerBound }
    let middle = (free.lowerBound + free.upperBound) / 2
    func isNumber(_ word: ClosedRange<Double>) -> Bool {
      word.upperBound - word.lowerBound < widthOfNumber * line.height
    }
    let others = zip(words, words.dropFirst())
      .filter { $0.upperBound > middle || $1.lowerBound < middle }
      .filter { !isNumber($0) && !isNumber($1) }
      .map { $1.lowerBound - $0.upperBound }
    return free.upperBound - free.lowerBound > leastRatio * (others.max() ?? .infinity)
  }

  /// The words of `line` on either side of what is `free`, those that are read first before the others.
  private static func halves(
    of line: PDFBoxes.Line, at free: ClosedRange<Double>, isRightToLeft: Bool
  ) -> [PDFBoxes.Line]? {
    let middle = (free.lowerBound + free.upperBound) / 2
    let left = line.words.indices.filter { line.words[$0].upperBound <= middle }
    let right = line.words.indices.filter { line.words[$0].lowerBound >= middle }
    guard let start = left.map({ line.words[$0].upperBound }).max(),
      let end = right.map({ line.words[$0].lowerBound }).min(),
      left.count + right.count == line.words.count, line.letters.count == line.words.count
    else { return nil }
    // Letters may reach out of their column.
    let width = free.upperBound - free.lowerBound
    guard
      end - start >= width - 2
        || end - start >= leastShare * width
          && isWidestGap(start...end, of: line)
    else { return nil }
    let all = line.letters.reduce(0, +)
    let old =
      line.cut
      ?? .init(words: 0..<line.words.count, count: line.words.count, letters: 0..<all)
    guard old.words.count == line.words.count else { return nil }
    let sides = isRightToLeft ? [right, left] : [left, right]
    let word = old.words.lowerBound + sides[0].count
    let letter = old.letters.lowerBound + sides[0].reduce(0) { $0 + line.letters[$1] }
    return sides.enumerated().map { number, side in
      var half = line.with(words: side) ?? line
      let (words, letters) = (old.words, old.letters)
      half.cut = .init(
        words: number == 0 ? words.lowerBound..<word : word..<words.upperBound, count: old.count,
        letters: number == 0 ? letters.lowerBound..<letter : letter..<letters.upperBound)
      return half
    }
  }
}
