/// Brings the lines of pages with columns into the order of reading.
///
/// poppler reads two columns row by row where their lines are set apart: each column is read to its end here,
/// and what goes across both is read where it stands between them. Of a table each row is read before the next.
struct PDFColumns {
  private typealias Line = PDFBoxes.Line

  /// What stands in the output where the size of the letters changes: one paragraph ends there.
  static let boundary: Unicode.Scalar = "\u{2029}"
  /// What stands before the lines of a heading, on a line of its own.
  static let headingMark: Unicode.Scalar = "\u{2028}"
  /// What stands between the lines of one column and those of another, on a line of its own.
  static let columnMark: Unicode.Scalar = "\u{2063}"

  /// How much higher than most the lines of a heading are, and how many it has at most: judgements.
  private static let (headingSize, mostLinesOfHeading) = (1.3, 4)

  /// The most lines of a page that are looked at.
  private static let mostLines = 800

  let lines: [PDFBoxes.Line]
  let isRightToLeft: Bool
  /// Whether the left one of two columns is read first, though the text is from right to left.
  var isLeftFirst = false
  /// The running heads of the page, and its feet.
  var heads: [Int] = []
  var feet: [Int] = []

  /// Whether a page of `output` is in so many parts that they may be columns, or has lines that were cut or may be of
  /// two columns.
  static func mayBeNeeded(_ output: [UInt8], _ boxes: PDFBoxes) -> Bool {
    if boxes.pages.contains(where: { PDFGutter.mayPart($0) || PDFHeadings($0).areThere }) {
      return true
    }
    if output.split(separator: 0x0A).contains(where: PDFLetters.areMarks) { return true }
    return output.split(separator: 0x0C).contains { page in
      var (parts, last) = (0, UInt8(0))
      for byte in page {
        if byte == 0x0A, last == 0x0A { parts += 1 }
        last = byte
      }
      return parts > 2
    }
  }

  /// `output` of `pdftotext` with the lines of each page in order.
  ///
  /// - Complexity: O(*n*) in the bytes, O(*m*² log *m*) in the lines of a page.
  static func arranged(_ output: [UInt8], by boxes: PDFBoxes) -> [UInt8] {
    read(output, by: boxes).output
  }

  /// How often the order of a page leaves a column within a sentence where it is unsure: once a heading or a line of verse
  /// without its stop does in files that are read right.
  private static let fewestBreaks = 2

  /// `output` with the lines of each page in order, and the numbers, from 1, of the pages whose order is unsure.
  static func read(
    _ output: [UInt8], by boxes: PDFBoxes
  ) -> (output: [UInt8], unsurePages: [Int]) {
    let pages = output.split(separator: 0x0C, omittingEmptySubsequences: false)
    // Letters of Hebrew and Arabic begin with these bytes.
    let isRightToLeft =
      output.count(where: { (0xD6...0xDB).contains($0) })
      > output.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    let columns = withHeads(
      boxes.pages.indices.prefix(pages.count).map { number in
        PDFColumns(
          lines: boxes.wholeLines(of: number, isRightToLeft: isRightToLeft),
          isRightToLeft: isRightToLeft)
      }, of: pages, boxes.heights)
    let isLeftFirst =
      zip(zip(columns, boxes.heights), pages).reversed().first
      .map { $0.0.endsOnRight($1, height: $0.1) } ?? false
    var unsurePages: [Int] = []
    let arranged = pages.enumerated().map { number, page -> [UInt8] in
      guard columns.indices.contains(number) else { return Array(page) }
      var columns = columns[number]
      columns.isLeftFirst = isLeftFirst
      guard let arranged = columns.arranged(page) else { return Array(page) }
      if arranged.breaks >= fewestBreaks { unsurePages.append(number + 1) }
      return arranged.output
    }
    return (Array(arranged.joined(separator: [0x0C])), unsurePages)
  }

  /// The lines of `page` in order, and how often that leaves a column within a sentence; `nil` where they are not those
  /// of the boxes.
  private func arranged(_ page: ArraySlice<UInt8>) -> (output: [UInt8], breaks: Int)? {
    guard let texts = texts(of: page) else { return nil }
    let sizes = PDFBoxes.sizes(of: lines)
    let counts = Dictionary(grouping: lines, by: \.block).mapValues(\.count)
    let usual = lines.map { sizes[$0.block] ?? 0 }.sorted()[lines.count / 2]
    var result: [UInt8] = []
    var last: (block: Int, size: Double, line: Line)?
    var columnEnds = false
    let edges = Dictionary(grouping: lines, by: \.block)
    let gutters = PDFGutter.all(in: lines).map(\.place)
    let apart = gutters.isEmpty ? [] : Set(heads + feet)
    let middle = order(lines.indices.filter { !apart.contains($0) }, isWide: true)
    let rows =
      apart.isEmpty ? middle : heads.map { [$0] } + [[]] + middle + [[]] + feet.map { [$0] }
    let headings = PDFHeadings(lines)
    let step = PDFHeadings.step(of: rows.filter { $0.count == 1 }.map { lines[$0[0]] })
    for row in rows {
      if row.isEmpty {
        columnEnds = true
        continue
      }
      if row.count > 1 {
        if columnEnds { result += Self.column }
        columnEnds = false
        if last != nil { result += Self.end }
        result += words(ofRow: row, texts) + [0x0A] + Self.end
        last = nil
        continue
      }
      let line = lines[row[0]]
      let size = sizes[line.block] ?? 0
      if let last, last.block != line.block, areApart(edges[last.block], edges[line.block]) {
        columnEnds = true
      }
      let isHeading = headings.contains(line)
      // The lines of a heading are one.
      let isSame =
        last?.block == line.block
        && (isHeading
          || size > Self.headingSize * usual && counts[line.block] ?? 0 <= Self.mostLinesOfHeading)
      let goesOn =
        isHeading && last.map { headings.contains($0.line) && $0.line.goesOn(in: line) } ?? false
      if isSame || goesOn {
        result[result.count - 1] = 0x20
      } else {
        if columnEnds { result += Self.column }
        if isHeading {
          result += Self.heading
        } else if let last, headings.contains(last.line) || last.line.isFar(from: line, step) {
          result += Self.end
        }
        if let last, last.block != line.block {
          result += max(last.size, size) > 1.3 * min(last.size, size) ? Self.end : [0x0A]
        }
        if let last, begins(line, behind: last.line, at: gutters) { result += Self.end }
      }
      columnEnds = false
      last = (line.block, size, line)
      result += words(of: line, texts) + [0x0A]
    }
    return (result, breaks(in: rows, texts))
  }

  /// Whether two blocks of lines are of columns of their own: their edges are as far apart as those of paragraphs of one
  /// are not.
  private func areApart(_ block: [Line]?, _ other: [Line]?) -> Bool {
    guard let block, let other, block.count > 1, other.count > 1 else { return false }
    func edges(_ lines: [Line]) -> [Double] {
      [lines.map(\.left).min() ?? 0, lines.map(\.right).max() ?? 0]
    }
    return zip(edges(block), edges(other)).contains { abs($0 - $1) > 3 * block[0].height }
  }

  /// The lines of `page` that the program has written; `nil` where they are not those of the boxes.
  func texts(of page: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    let texts = page.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
    let isSame = texts.count == Set(lines.flatMap(\.parts)).count
    return isSame && lines.count <= Self.mostLines && !lines.isEmpty ? texts : nil
  }

  /// Whether `line` is the first of a column below `last`, which goes across: a headline, a lead.
  private func begins(_ line: Line, behind last: Line, at gutters: [Double]) -> Bool {
    gutters.contains { place in
      last.left < place && last.right > place
        && (line.left >= place || line.right <= place)
        && lines.contains {
          $0.isBeside(line) && ($0.left >= place) != (line.left >= place)
            && ($0.left >= place || $0.right <= place)
        }
    }
  }

  /// What ends a paragraph.
  private static let end = [0x0A] + Array(String(boundary).utf8) + [0x0A]

  private static let column = Array(String(columnMark).utf8) + [0x0A]

  private static let heading = end + Array(String(headingMark).utf8) + [0x0A]

  /// What poppler begins a line from right to left with.
  private static let opening = Array("\u{202B}".utf8)

  /// The words of a line, whose parts are in `texts`.
  func words(of line: PDFBoxes.Line, _ texts: [ArraySlice<UInt8>]) -> [UInt8] {
    if let cut = line.cut, line.parts.count == 1 {
      return words(of: cut, in: texts[line.parts[0]])
    }
    // A vowel sign that stands by itself belongs to a letter that is not known.
    let parts = line.parts.map { texts[$0] }
      .filter { line.parts.count == 1 || !PDFLetters.areMarks($0) }
    return PDFCutParts.joined(parts)
  }

  /// The words of `text` that are on one side of a gutter, told by their number, or where the program counts them
  /// otherwise, by that of their letters.
  private func words(of cut: PDFBoxes.Cut, in text: ArraySlice<UInt8>) -> [UInt8] {
    let words = text.split(separator: 0x20)
    var range = cut.words
    if words.count != cut.count {
      var ends = [0]
      for word in words { ends.append(ends[ends.count - 1] + PDFBoxes.letterCount(word)) }
      guard let first = ends.firstIndex(of: cut.letters.lowerBound),
        let last = ends.firstIndex(of: cut.letters.upperBound), first < last
      else {
        // The first of the two lines has them all.
        return cut.words.lowerBound == 0 ? Array(text) : []
      }
      range = first..<(cut.letters.upperBound == ends.last ? words.count : last)
    }
    // Either line is one from right to left where the whole is.
    let opening = range.lowerBound > 0 && words[0].starts(with: Self.opening) ? Self.opening : []
    return opening + words[range].joined(separator: [0x20])
  }

  /// The words of a row of a table, its cells parted by strokes as in tables of other formats; what is so narrow in
  /// front of a line as the sign of an item is not.
  private func words(ofRow row: [Int], _ texts: [ArraySlice<UInt8>]) -> [UInt8] {
    var result = words(of: lines[row[0]], texts)
    for (last, index) in zip(row, row.dropFirst()) {
      let (before, line) = (lines[last], lines[index])
      let isInCell = min(before.right, line.right) > max(before.left, line.left)
      let isSign = row.count == 2 && before.width < 1.3 * before.height
      result += (isInCell || isSign ? " " : " | ").utf8
      result += words(of: line, texts)
    }
    return result
  }

  /// `part` of the lines in the order of reading, one by one, but those of a row of a table; an empty row parts columns.
  ///
  /// Of what reaches over the whole width the program's order is kept where there are no columns.
  private func order(_ part: [Int], isWide: Bool = false) -> [[Int]] {
    let gutter = PDFGutter(in: part.map { lines[$0] })
    if let table = table(in: part, beside: gutter) {
      let rest = Set(part).subtracting(table.rows.joined())
      let above = part.filter { rest.contains($0) && lines[$0].middle < table.heights.upperBound }
      let below = part.filter { rest.contains($0) && lines[$0].middle >= table.heights.upperBound }
      return order(above, isWide: isWide) + table.rows + order(below, isWide: isWide)
    }
    guard let gutter else {
      return (isWide ? cells(in: part) : downward(part)).map { [$0] }
    }
    let table = part.filter { gutter.extent.contains(lines[$0].middle) }
    if gutter.isOfTable || gutter.partsVerses, !table.isEmpty {
      let above = part.filter { lines[$0].middle < gutter.extent.lowerBound }
      let below = part.filter { lines[$0].middle > gutter.extent.upperBound }
      if gutter.partsVerses {
        return order(above, isWide: isWide) + rowsSeen(in: table)
          + order(below, isWide: isWide)
      }
      return order(above, isWide: isWide) + rows(of: table, beside: gutter).map { [$0] }
        + order(below, isWide: isWide)
    }
    let across = part.filter { gutter.isAcross(lines[$0]) }
      .sorted { lines[$0].middle < lines[$1].middle }
    var result: [[Int]] = []
    var top = -Double.infinity
    for bottom in across.map({ Optional($0) }) + [nil] {
      let end = bottom.map { lines[$0].middle } ?? .infinity
      let band = part.filter {
        !gutter.isAcross(lines[$0]) && (top..<end).contains(lines[$0].middle)
      }
      let below = boxBelow(band, beside: gutter.place)
      let sides = sides(of: band.filter { !below.contains($0) }, beside: gutter.place)
      result += (isLeftFirst ? sides.reversed() : sides).flatMap { [[]] + order($0) + [[]] }
      result += order(below)
      if let bottom { result.append([bottom]) }
      top = end
    }
    return result
  }
}
