extension PDFGutter {
  /// How much higher than most a line may be that is cut, as subheads are: headlines go across, and have wide gaps.
  private static let mostHeight = 1.25

  /// `lines` with those cut in two that the program holds for one though they stand on either side of one of `places`:
  /// none of their words does, and what is free is as wide as the gutter.
  ///
  /// - Complexity: O(*n* log *n*) in the lines and words, times the places.
  static func cut(
    _ lines: [PDFBoxes.Line], at places: [Double], isRightToLeft: Bool
  ) -> [PDFBoxes.Line] {
    guard !places.isEmpty, !lines.isEmpty else { return lines }
    let usual = lines.map(\.height).sorted()[lines.count / 2]
    return places.reduce(lines) { lines, place in
      let left = lines.filter { $0.right <= place && place - $0.right < 3 * usual }
      let right = lines.filter { $0.left > place && $0.left - place < 3 * usual }
      guard let edge = right.map(\.left).min(), let top = left.map(\.top).min() else {
        return lines
      }
      let free = (left.map(\.right).max() ?? place)...max(place, edge)
      return lines.flatMap { line -> [PDFBoxes.Line] in
        guard line.left < place, line.right > place, line.height < mostHeight * usual,
          line.bottom > top, line.parts.count == 1
        else { return [line] }
        return halves(of: line, at: free, isRightToLeft: isRightToLeft) ?? [line]
      }
    }
  }

  /// The words of `line` on either side of what is `free`, those that are read first before the others.
  private static func halves(
    of line: PDFBoxes.Line, at free: ClosedRange<Double>, isRightToLeft: Bool
  ) -> [PDFBoxes.Line]? {
    let left = line.words.filter { $0.upperBound <= free.lowerBound + 1 }
    let right = line.words.filter { $0.lowerBound >= free.upperBound - 1 }
    guard !left.isEmpty, !right.isEmpty, left.count + right.count == line.words.count else {
      return nil
    }
    let old = line.cut ?? .init(words: 0..<line.words.count, count: line.words.count)
    guard old.words.count == line.words.count else { return nil }
    let sides = isRightToLeft ? [right, left] : [left, right]
    let middle = old.words.lowerBound + sides[0].count
    let ranges = [old.words.lowerBound..<middle, middle..<old.words.upperBound]
    return zip(sides, ranges).map { words, range in
      var half = line
      half.words = words
      half.left = words.map(\.lowerBound).min() ?? line.left
      half.right = words.map(\.upperBound).max() ?? line.right
      half.cut = .init(words: range, count: old.count)
      return half
    }
  }
}
