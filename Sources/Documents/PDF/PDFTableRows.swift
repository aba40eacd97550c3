/// The rows of a table among the lines of a page: lines side by side that white strips part, which go through
/// several rows.
struct PDFTableRows {
  private typealias Line = PDFBoxes.Line

  /// The numbers of the lines of each row, from the top down, and in each in the order of reading.
  let rows: [[Int]]
  /// Where the first row begins and the last one ends, in points from the top.
  let heights: ClosedRange<Double>

  /// The least width of a strip, and its width in half of the rows, in heights of a line: judgements, that the gaps
  /// between words are narrower.
  private static let (leastStrip, usualStrip) = (0.4, 0.8)
  /// How many words most lines of a text have, and how long a word is about, in heights of a line: judgements.
  private static let (leastWords, heightsOfWord) = (4, 2.5)

  /// The first table among the lines `part` of `lines`; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - part: the numbers of the lines that are looked at.
  ///   - lines: all of them.
  ///   - places: what parts columns of a text there: a table has cells on both sides of one, parted by other strips, too.
  ///   - isRightToLeft: whether the right one of two cells is read first.
  /// - Complexity: O(*n* log *n*) in the lines, times the columns.
  init?(
    in part: [Int], of lines: [PDFBoxes.Line], across places: [Double] = [], isRightToLeft: Bool
  ) {
    let seen = Self.seenRows(of: part, in: lines)
    let linesSeen = seen.map { $0.map { lines[$0] } }
    var start = 0
    while start < seen.count {
      let run = Self.run(linesSeen[start...], across: places)
      defer { start += max(1, run.count) }
      let found = seen[start..<start + run.count]
      let foundLines = found.joined().map { lines[$0] }
      guard run.isTable, !Self.areText(foundLines, beside: run.strips),
        places.isEmpty || found.count > 2 && Self.areShort(foundLines)
      else { continue }
      var rows: [[Int]] = []
      for (row, isOwn) in zip(found, run.areOwn) {
        if isOwn { rows.append(row) } else { rows[rows.count - 1] += row }
      }
      self.rows = rows.map {
        Self.cells(of: $0, in: lines, isRightToLeft: isRightToLeft).flatMap(\.self)
      }
      let all = found.joined().map { lines[$0] }
      heights = all.reduce(all[0].top...all[0].bottom) {
        min($0.lowerBound, $1.top)...max($0.upperBound, $1.bottom)
      }
      return
    }
    return nil
  }

  /// The lines `part` from the top down, those of one height together, from the left.
  static func seenRows(of part: [Int], in lines: [PDFBoxes.Line]) -> [[Int]] {
    var rows: [[Int]] = []
    for index in part.sorted(by: { lines[$0].middle < lines[$1].middle }) {
      if let first = rows.last?.first, lines[first].isBeside(lines[index]) {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
      }
    }
    return rows.map { $0.sorted { lines[$0].left < lines[$1].left } }
  }

  /// The cells of a row in the order of reading, each from the top down: lines that stand one above the other.
  private static func cells(
    of row: [Int], in lines: [Line], isRightToLeft: Bool
  ) -> [[Int]] {
    var (cells, end): ([[Int]], Double) = ([], -.infinity)
    for index in row.sorted(by: { lines[$0].left < lines[$1].left }) {
      if lines[index].left < end {
        cells[cells.count - 1].append(index)
      } else {
        cells.append([index])
      }
      end = max(end, lines[index].right)
    }
    cells = cells.map { $0.sorted { lines[$0].top < lines[$1].top } }
    return isRightToLeft ? cells.reversed() : cells
  }

  // MARK: Strips

  /// What is free between the words of some rows.
  private struct Strip {
    var place: ClosedRange<Double>
    /// How many of the rows have a gap there as wide as columns are apart.
    var support = 0

    var middle: Double { (place.lowerBound + place.upperBound) / 2 }
  }

  /// Rows that follow each other and have strips in common.
  private struct Run {
    var strips: [Strip] = []
    /// Whether each row is one of the table, and not a further line of a cell.
    var areOwn: [Bool] = []

    var count: Int { areOwn.count }

    /// Three rows, or two of three cells.
    var isTable: Bool {
      let rows = areOwn.count(where: \.self)
      return rows >= 3 && !strips.isEmpty || rows == 2 && strips.count > 1
    }
  }

  /// The longest run of the first of `rows`, each of them on both sides of one of `places`, where there are any.
  private static func run(_ rows: ArraySlice<[Line]>, across places: [Double]) -> Run {
    var run = Run()
    var bottom = 0.0
    for row in rows {
      let isOnOneSide = places.allSatisfy { place in
        row.allSatisfy { $0.right > place } || row.allSatisfy { $0.left < place }
      }
      if !places.isEmpty, isOnOneSide { break }
      guard let first = row.first, run.count > 0 || row.count > 1 else { break }
      let words = row.flatMap { $0.words.isEmpty ? [$0.left...max($0.left, $0.right)] : $0.words }
        .sorted { $0.lowerBound < $1.lowerBound }
      let gaps = gaps(between: words, first.height * leastStrip)
      let known =
        run.count == 0
        ? gaps.filter { gap in
          gap.lowerBound.isFinite && gap.upperBound.isFinite
            && !places.contains(where: gap.contains)
        }.map { Strip(place: $0) }
        : run.strips
      let strips = common(known, gaps, first.height)
      let parting = strips.filter { strip in
        strip.support > 0 && (words.first?.upperBound ?? .infinity) <= strip.place.lowerBound
          && (words.last?.lowerBound ?? -.infinity) >= strip.place.upperBound
      }
      // The program may have taken all cells of a row for one line; a line of a text is none.
      let isOwn =
        row.count > 1
        ? !parting.isEmpty : parting.count > 0 && parting.count >= known.count { $0.support > 0 }
      let isOfCell =
        !isOwn && row.count == 1 && strips.contains { $0.support > 0 }
        && first.top - bottom < 0.4 * first.height
      guard isOwn || isOfCell else { break }
      run.strips = strips
      run.areOwn.append(isOwn)
      bottom = first.bottom
    }
    // What follows the last row may be a text of its own.
    while run.areOwn.last == false { run.areOwn.removeLast() }
    run.strips = run.strips.filter { $0.support * 2 >= run.areOwn.count(where: \.self) }
    return run
  }

  /// What is free at the height of a row with `words`, from the left, `least` wide or more.
  private static func gaps(
    between words: [ClosedRange<Double>], _ least: Double
  ) -> [ClosedRange<Double>] {
    var (result, end): ([ClosedRange<Double>], Double) = ([], -.infinity)
    for word in words {
      if word.lowerBound - end >= least { result.append(end...word.lowerBound) }
      end = max(end, word.upperBound)
    }
    return result + [end...(.infinity)]
  }

  /// What of `strips` is free in a row with `gaps`, too, whose lines have this height.
  private static func common(
    _ strips: [Strip], _ gaps: [ClosedRange<Double>], _ height: Double
  ) -> [Strip] {
    strips.flatMap { strip in
      gaps.filter { $0.overlaps(strip.place) }.compactMap { gap in
        var common = strip
        common.place = strip.place.clamped(to: gap)
        let width = gap.upperBound - gap.lowerBound
        if width >= usualStrip * height, width.isFinite { common.support += 1 }
        let isWide = common.place.upperBound - common.place.lowerBound >= leastStrip * height
        return isWide ? common : nil
      }
    }
  }

  /// Whether one of the columns of `lines`, parted by `strips`, is a text.
  private static func areText(_ lines: [Line], beside strips: [Strip]) -> Bool {
    let columns = Dictionary(grouping: lines) { line in
      strips.count { $0.middle < (line.left + line.right) / 2 }
    }
    return columns.values.contains { $0.count >= 3 && areText($0) }
  }

  /// Whether most of `lines` have as many words as those of a text have.
  static func areText(_ lines: [PDFBoxes.Line]) -> Bool {
    !lines.isEmpty && lines.count(where: isText) * 2 >= lines.count
  }

  /// Whether three of four of `lines` have fewer words than those of a text have: a judgement, that cells have.
  private static func areShort(_ lines: [Line]) -> Bool {
    lines.count(where: isText) * 4 <= lines.count
  }

  /// Whether `line` has as many words as those of a text have; where they are not known, is as long.
  private static func isText(_ line: Line) -> Bool {
    line.words.isEmpty
      ? line.width >= Double(leastWords) * heightsOfWord * line.height
      : line.words.count >= leastWords
  }
}
