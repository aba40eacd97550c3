/// Where two columns of a page, or of a part of it, are parted.
struct PDFGutter {
  private typealias Line = PDFBoxes.Line

  /// Between the columns, in points from the left edge.
  let place: Double
  /// Lines that are in neither column.
  private let across: Set<PDFBoxes.Line>
  /// Where one row of a table ends, from the top down; empty where the columns are none of a table.
  private(set) var rows: [Double] = []

  /// Whether one of the columns is a text, and not cells of a few words.
  let partsText: Bool
  /// From where to where both columns have lines, in points from the top; a line more on either side.
  let extent: ClosedRange<Double>

  /// Whether the columns are the halves of verses.
  let partsVerses: Bool
  /// Whether the columns are those of a table.
  var isOfTable: Bool { !rows.isEmpty }

  /// Whether the columns are those of a text.
  var isOfText: Bool { partsText && !isOfTable && !partsVerses }

  /// Whether `line` is in neither column.
  func isAcross(_ line: PDFBoxes.Line) -> Bool { across.contains(line) }

  /// The least lines of a column; the least share of the width of all that it has, and of its own area that
  /// its lines fill: judgements, that the cells of a table are none.
  ///
  /// Lines of a text fill less where it is in columns itself, whose paragraphs end with short lines.
  static let leastLines = 5
  private static let (leastWidth, leastFill, leastFillOfText) = (0.2, 0.55, 0.35)

  /// The most lines of a cell on an average: a judgement, that paragraphs side by side have more.
  private static let mostLinesOfCell = 2.5

  /// The place that parts `lines` best; `nil` where they are one column.
  ///
  /// One that nothing goes across is before all others: it parts what has columns and headlines of its own.
  ///
  /// - Complexity: O(*m*² log *m*) in the lines.
  init?(in lines: [PDFBoxes.Line]) {
    let width = Self.width(of: lines)
    var best: (place: Double, score: Int, isClear: Bool)?
    var besideBox: (place: Double, score: Int)?
    for place in Set(lines.map { $0.right + 0.5 }).sorted() {
      // What goes through both columns, and is free between them, is a line of each.
      let halves = lines.flatMap { Self.halves(of: $0, at: place) }
      let left = halves.filter { $0.right <= place }
      let right = halves.filter { $0.left >= place }
      let across = halves.count - left.count - right.count
      let score = min(left.count, right.count) - 2 * across
      let isClear = across == 0
      if besideBox.map({ score > $0.score }) ?? true, best == nil,
        Self.isBox(left, beside: right, of: width) || Self.isBox(right, beside: left, of: width),
        Self.across(halves, at: place, beside: left, right) == 0
      {
        besideBox = (place, score)
      }
      let isBetter =
        best.map { isClear == $0.isClear ? score > $0.score : isClear } ?? true
      guard isBetter, Self.isColumn(left, of: width), Self.isColumn(right, of: width),
        across <= (left.count + right.count) / 2
          || Self.across(halves, at: place, beside: left, right) == 0
      else { continue }
      best = (place, score, isClear)
    }
    guard let place = best?.place ?? besideBox?.place else { return nil }
    self.place = place
    let left = lines.filter { $0.right <= place }
    let right = lines.filter { $0.left >= place }
    let others = lines.filter { $0.right > place && $0.left < place }
    across = Set(others + Self.apart(left, from: right) + Self.apart(right, from: left))
    partsText = [left, right].contains(where: Self.isText)
    extent = Self.extent(of: left, right)
    partsVerses = Self.areHemistichs(left, right)
    rows = Self.rows(left, right)
  }

  /// How many of `lines` reach over `place` where columns of `left` and `right` are side by side.
  private static func across(
    _ lines: [Line], at place: Double, beside left: [Line], _ right: [Line]
  ) -> Int {
    let ends = [left, right].map { lines in
      (top: lines.map(\.top).min() ?? 0, bottom: lines.map(\.bottom).max() ?? 0)
    }
    let (top, bottom) = (max(ends[0].top, ends[1].top), min(ends[0].bottom, ends[1].bottom))
    return lines.count {
      $0.left < place && $0.right > place && top < $0.middle && $0.middle < bottom
    }
  }

  private static func extent(of left: [Line], _ right: [Line]) -> ClosedRange<Double> {
    func ends(_ lines: [Line]) -> (top: Double, bottom: Double) {
      (
        lines.map { $0.top - $0.height }.min() ?? 0,
        lines.map { $0.bottom + $0.height }.max() ?? 0
      )
    }
    let (left, right) = (ends(left), ends(right))
    let top = max(left.top, right.top)
    return top...max(top, min(left.bottom, right.bottom))
  }

  /// What parts the columns of a page with `lines`.
  ///
  /// - Complexity: O(*m*² log *m*) in the lines, times the columns.
  static func all(in lines: [PDFBoxes.Line]) -> [PDFGutter] {
    guard let gutter = Self(in: lines) else { return [] }
    return [gutter] + all(in: lines.filter { $0.right <= gutter.place })
      + all(in: lines.filter { $0.left >= gutter.place })
  }

  /// How wide a gap between columns is at least, in heights of a line: a judgement.
  private static let leastGap = 0.8

  /// Whether two lines of one height, as the program has them, are of two columns: one of `places` is between them,
  /// and they are as far apart as columns are.
  static func parts(
    _ line: PDFBoxes.Line, from other: PDFBoxes.Line, at places: [Double]
  ) -> Bool {
    let gap = (min(line.right, other.right), max(line.left, other.left))
    return gap.1 - gap.0 >= leastGap * min(line.height, other.height)
      && places.contains { gap.0 <= $0 && $0 <= gap.1 }
  }

  /// How wide `lines` are together.
  static func width(of lines: [PDFBoxes.Line]) -> Double {
    (lines.map(\.right).max() ?? 0) - (lines.map(\.left).min() ?? 0)
  }

  static func isColumn(_ lines: [PDFBoxes.Line], of width: Double) -> Bool {
    let own = self.width(of: lines)
    guard lines.count >= leastLines, own >= leastWidth * width else { return false }
    var (covered, bottom) = (0.0, -Double.infinity)
    for line in lines.sorted(by: { $0.top < $1.top }) where line.bottom > bottom {
      covered += line.bottom - max(line.top, bottom)
      bottom = line.bottom
    }
    let filled = lines.reduce(0) { $0 + $1.width * $1.height }
    let least = PDFTableRows.areText(lines) ? leastFillOfText : leastFill
    return filled >= least * own * covered
  }

  /// The lines of a column beside which the other one has none, and whose letters are of another size than
  /// those of most: headlines, below which there is text, and notes below.
  private static func apart(_ lines: [Line], from others: [Line]) -> [Line] {
    let sizes = PDFBoxes.sizes(of: lines + others)
    let heights = (lines + others).map(\.height).sorted()
    let usual = heights[heights.count / 2]
    let isLarge = { (line: Line) in sizes[line.block] ?? usual > 1.3 * usual }
    let end = (lines + others).filter { !isLarge($0) }.map(\.middle).max() ?? 0
    return lines.filter { line in
      let size = sizes[line.block] ?? usual
      // A heading below which the other column has nothing, a box beside a text, is one of the text.
      return
        (isLarge(line)
        ? line.middle < end && others.contains { $0.top >= line.bottom } : 1.12 * size < usual)
        && !others.contains { $0.top < line.bottom && $0.bottom > line.top }
    }
  }

  // MARK: Tables

  /// The places where gaps in both columns part rows; empty where most gaps of a column are its own.
  private static func rows(_ left: [Line], _ right: [Line]) -> [Double] {
    // The lines of a text may stand as far apart as rows do.
    let areTexts = [left, right].allSatisfy { lines in
      PDFTableRows.areText(lines) && areFull(lines) && lines.contains { !$0.words.isEmpty }
    }
    let (first, second) = (gaps(in: left, areTexts), gaps(in: right, areTexts))
    let both = first.compactMap { gap in
      second.first { $0.overlaps(gap) }.map {
        (max($0.lowerBound, gap.lowerBound) + min($0.upperBound, gap.upperBound)) / 2
      }
    }
    let isTable =
      both.count >= 2 && both.count * 10 >= min(first.count, second.count) * 7
      && Double(left.count + right.count) <= 2 * mostLinesOfCell * Double(both.count + 1)
    let rows = both.sorted()
    return isTable && areLevel(left, right, in: rows) ? rows : []
  }

  /// Whether the cells of most rows begin, end or are centred at one height, as paragraphs side by side are but by
  /// chance: of texts nearly all.
  private static func areLevel(_ left: [Line], _ right: [Line], in rows: [Double]) -> Bool {
    // What stands above or below the other column is none of its rows.
    let extent = extent(of: left, right)
    func cells(_ lines: [Line]) -> [ClosedRange<Double>?] {
      zip([-.infinity] + rows, rows + [.infinity]).map { top, end in
        let cell = lines.filter { (top..<end).contains($0.middle) && extent.contains($0.middle) }
        guard let first = cell.map(\.top).min(), let last = cell.map(\.bottom).max() else {
          return nil
        }
        return first...max(first, last)
      }
    }
    let pairs = zip(cells(left), cells(right)).compactMap { left, right in
      left.flatMap { left in right.map { (left, $0) } }
    }
    let near = ((left + right).map(\.height).min() ?? 0) / 10
    let tenths = PDFTableRows.areText(left) && PDFTableRows.areText(right) ? 9 : 7
    let places: [(ClosedRange<Double>) -> Double] = [
      \.lowerBound, \.upperBound, { ($0.lowerBound + $0.upperBound) / 2 },
    ]
    return places.contains { place in
      pairs.count { abs(place($0.0) - place($0.1)) < near } * 10 >= pairs.count * tenths
    }
  }

  /// What is free between lines that are farther apart than most, or than lines of a text are.
  private static func gaps(in lines: [Line], _ areTexts: Bool) -> [ClosedRange<Double>] {
    let lines = lines.sorted { $0.top < $1.top }
    let steps = zip(lines, lines.dropFirst()).map { $1.top - $0.top }.filter { $0 > 2 }.sorted()
    guard !steps.isEmpty else { return [] }
    // Most lines of a text are as near as those of the first quarter.
    let usual = steps[steps.count / 4]
    return zip(lines, lines.dropFirst()).compactMap { line, next in
      next.top - line.top > (areTexts ? 1.2 * usual : min(1.2 * usual, 2 * line.height))
        && next.top > line.bottom
        ? line.bottom...next.top : nil
    }
  }
}
