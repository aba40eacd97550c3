/// Brings the blocks of pages with columns into the order of reading.
///
/// poppler reads two columns row by row where the paragraphs in them are set apart: each column is read
/// to its end here, and what goes across both is read where it stands between them. A table, whose cells
/// have a line each, stays as it is.
struct PDFColumns {
  private typealias Block = PDFBoxes.Block

  /// What stands in the output where the size of the letters changes: one paragraph ends there.
  static let boundary: Unicode.Scalar = "\u{2029}"

  /// The least lines of a column.
  private static let leastLines = 5
  /// The least share of the page's width that the lines of a column have, and the least lines of its blocks,
  /// both on an average: judgements, that tables are none.
  private static let (leastWidth, leastLinesOfBlock) = (0.2, 1.7)
  /// The most blocks of a page that are looked at.
  private static let mostBlocks = 400

  private let blocks: [Block]
  private let isRightToLeft: Bool

  /// Whether a page of `output` is in so many parts that they may be columns.
  static func mayBeNeeded(_ output: [UInt8]) -> Bool {
    output.split(separator: 0x0C).contains { page in
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
  /// - Complexity: O(*n*) in the bytes, O(*m*²) in the blocks of a page.
  static func arranged(_ output: [UInt8], by boxes: PDFBoxes) -> [UInt8] {
    let pages = output.split(separator: 0x0C, omittingEmptySubsequences: false)
    // Letters of Hebrew and Arabic begin with these bytes.
    let isRightToLeft = output.count(where: { (0xD6...0xDB).contains($0) }) * 4 > output.count
    let arranged = pages.enumerated().map { number, page -> [UInt8] in
      guard boxes.pages.indices.contains(number) else { return Array(page) }
      let columns = PDFColumns(blocks: boxes.pages[number], isRightToLeft: isRightToLeft)
      return columns.arranged(page) ?? Array(page)
    }
    return Array(arranged.joined(separator: [0x0C]))
  }

  /// The lines of `page` in order; `nil` where they are not those of the blocks.
  private func arranged(_ page: ArraySlice<UInt8>) -> [UInt8]? {
    let lines = page.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
    guard lines.count == blocks.reduce(0, { $0 + $1.lines }), blocks.count <= Self.mostBlocks else {
      return nil
    }
    var (starts, count) = ([Int](), 0)
    for block in blocks {
      starts.append(count)
      count += block.lines
    }
    var result: [UInt8] = []
    var height: Double?
    for index in order(Array(blocks.indices)) where blocks[index].lines > 0 {
      let own = blocks[index].lineHeight
      if let height, max(own, height) > 1.25 * min(own, height) {
        result += Array(String(Self.boundary).utf8) + [0x0A]
      }
      height = own
      for line in lines[starts[index]..<starts[index] + blocks[index].lines] {
        result += line + [0x0A]
      }
      result.append(0x0A)
    }
    return result
  }

  /// `part` of the blocks in the order of reading.
  private func order(_ part: [Int]) -> [Int] {
    guard part.count > 3, let gutter = gutter(in: part) else { return part }
    func middle(_ index: Int) -> Double { (blocks[index].top + blocks[index].bottom) / 2 }
    let left = part.filter { blocks[$0].right <= gutter }
    let right = part.filter { blocks[$0].left >= gutter }
    let across = part.filter { blocks[$0].right > gutter && blocks[$0].left < gutter }
      .sorted { middle($0) < middle($1) }
    var result: [Int] = []
    var top = -Double.infinity
    for bottom in across.map({ Optional($0) }) + [nil] {
      let end = bottom.map(middle) ?? .infinity
      for column in isRightToLeft ? [right, left] : [left, right] {
        result += order(column.filter { (top..<end).contains(middle($0)) })
      }
      if let bottom { result.append(bottom) }
      top = end
    }
    return result
  }

  /// Where two columns are parted, if they are.
  private func gutter(in part: [Int]) -> Double? {
    let width =
      (part.map { blocks[$0].right }.max() ?? 0) - (part.map { blocks[$0].left }.min() ?? 0)
    var best: (place: Double, score: Int)?
    for place in Set(part.map { blocks[$0].right + 0.5 }).sorted() {
      let left = part.filter { blocks[$0].right <= place }
      let right = part.filter { blocks[$0].left >= place }
      guard isColumn(left, width), isColumn(right, width) else { continue }
      let (first, second) = (lines(left), lines(right))
      let across = lines(part) - first - second
      let score = min(first, second) - 2 * across
      if across <= (first + second) / 2, score > best?.score ?? .min { best = (place, score) }
    }
    return best?.place
  }

  private func lines(_ part: [Int]) -> Int { part.reduce(0) { $0 + blocks[$1].lines } }

  private func isColumn(_ part: [Int], _ width: Double) -> Bool {
    let lines = lines(part)
    guard lines >= Self.leastLines else { return false }
    let filled = part.reduce(0) { $0 + blocks[$1].width } / Double(lines)
    return filled >= Self.leastWidth * width
      && Double(lines) >= Self.leastLinesOfBlock * Double(part.count)
  }
}
