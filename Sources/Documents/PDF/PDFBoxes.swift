/// Where the lines of each page of a PDF stand, as `pdftotext -bbox-layout` tells it.
struct PDFBoxes {
  /// Words of a line that belong together, and how many it has in all.
  struct Cut: Hashable {
    var words: Range<Int>
    var count: Int
    /// Which of its letters they have.
    var letters: Range<Int>
  }

  /// A line, in points from the upper left corner.
  struct Line: Hashable {
    var left, top, right, bottom: Double
    /// The number of the block that it is in: lines that the program holds together.
    var block = 0
    /// The numbers of the lines that the program writes of it, in the order of reading.
    var parts: [Int] = []
    /// From where to where its words stand.
    var words: [ClosedRange<Double>] = []
    /// From where to where each of them reaches, in points from the top: as far as its font does.
    var heights: [ClosedRange<Double>] = []
    /// How high the font is that most words of the page are in; 0 where that is not known.
    var usualHeight = 0.0
    /// How far all of its fonts reach, the first line and the last of what is one, in points from the top.
    var reach = 0.0...0.0
    /// How many letters each of them has.
    var letters: [Int] = []
    /// Which words it has of its part, in the order of reading, and how many that has, where the program writes lines
    /// of two columns as one.
    var cut: Cut?

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }

    /// Whether the middle of `other` is in the middle half of the height of this line.
    func isBeside(_ other: Line) -> Bool {
      abs(other.middle - middle) < height / 4
    }

    /// Whether this line is read before `other`, which is of the same height.
    func isBefore(_ other: Line, isRightToLeft: Bool) -> Bool {
      isRightToLeft ? right > other.right : left < other.left
    }
  }

  /// The lines of each page, in the order in which the program writes them.
  private(set) var pages: [[Line]] = []
  /// How high each page is, in points; 0 where that is not told.
  private(set) var heights: [Double] = []
  /// How wide each page is.
  private(set) var widths: [Double] = []

  /// Reads `output`, of which each element begins a line.
  ///
  /// - Complexity: O(*n*).
  init(_ output: [UInt8]) {
    var block = 0
    // Whether the program writes the next line behind the last one, whose hyphen it takes away; not where
    // that was a dash that began the line, see `PDFDashes`.
    var (goesOn, isRightToLeft) = (false, false)
    for line in output.split(separator: 0x0A) {
      let element = line.drop { $0 <= 0x20 }
      if element.starts(with: "<page ".utf8) {
        pages.append([])
        let numbers = Self.numbers(of: element)
        heights.append(numbers.last ?? 0)
        widths.append(numbers.first ?? 0)
        goesOn = false
      } else if pages.isEmpty {
        continue
      } else if element.starts(with: "<flow".utf8) {
        goesOn = false
      } else if element.starts(with: "<block ".utf8) {
        block += 1
      } else if element.starts(with: "<line ".utf8), let box = Self.box(of: element) {
        append(
          Line(left: box[0], top: box[1], right: box[2], bottom: box[3], block: block),
          goesOn: goesOn)
        (goesOn, isRightToLeft) = (false, false)
      } else if element.starts(with: "<word ".utf8) {
        append(wordIn: element)
        isRightToLeft = isRightToLeft || element.contains { (0xD6...0xDB).contains($0) }
        goesOn = element.hasHyphen && !isRightToLeft
      } else if element.starts(with: "</page".utf8) {
        pages[pages.count - 1] = Self.fittedToFonts(pages[pages.count - 1])
      }
    }
  }

  /// Adds the word in `element` to the last line.
  private mutating func append(wordIn element: ArraySlice<UInt8>) {
    let page = pages.count - 1
    guard let last = pages[page].indices.last, let box = Self.box(of: element), box[0] <= box[2]
    else { return }
    pages[page][last].words.append(box[0]...box[2])
    pages[page][last].heights.append(box[1]...max(box[1], box[3]))
    let open = element.firstIndex(of: 0x3E) ?? element.startIndex
    pages[page][last].letters.append(Self.letterCount(element[open...]))
  }

  private mutating func append(_ line: Line, goesOn: Bool) {
    let page = pages.count - 1
    guard goesOn, var last = pages[page].popLast() else { return pages[page].append(line) }
    if last.block == line.block {
      last.left = min(last.left, line.left)
      last.right = max(last.right, line.right)
      last.bottom = max(last.bottom, line.bottom)
    }
    pages[page].append(last)
  }

  /// The lines of page `number` as they are seen: the program cuts one at wide gaps and at vowel signs, and may hold
  /// lines of two columns for one, and for one block.
  ///
  /// - Complexity: O(*n*² log *n*) in the lines.
  func wholeLines(of number: Int, isRightToLeft: Bool) -> [Line] {
    var lines: [[Line]] = []
    let columns = PDFGutter.all(in: pages[number])
    let gutters = columns.map(\.place)
    for (index, line) in pages[number].enumerated() {
      var line = line
      line.parts = [index]
      if let last = lines.last, let first = last.first, first.block == line.block,
        first.isBeside(line),
        !last.contains(where: { PDFGutter.parts($0, from: line, at: gutters) })
      {
        lines[lines.count - 1].append(line)
      } else {
        lines.append([line])
      }
    }
    let whole = lines.map { Self.whole($0, isRightToLeft: isRightToLeft) }
    let cut = PDFGutter.cut(whole, at: columns, isRightToLeft: isRightToLeft)
    let texts = columns.filter(\.isOfText).map(\.place)
    return PDFSpacedLines.joined(
      gutters.reduce(cut, Self.divided), beside: texts, isRightToLeft: isRightToLeft)
  }

  /// The line that `parts` are together.
  static func whole(_ parts: [Line], isRightToLeft: Bool) -> Line {
    let parts = parts.sorted { $0.isBefore($1, isRightToLeft: isRightToLeft) }
    let whole = parts.dropFirst().reduce(into: parts[0]) { line, part in
      line.left = min(line.left, part.left)
      line.right = max(line.right, part.right)
      line.top = min(line.top, part.top)
      line.bottom = max(line.bottom, part.bottom)
      line.reach =
        min(
          line.reach.lowerBound, part.reach.lowerBound)...max(
          line.reach.upperBound, part.reach.upperBound)
      line.parts += part.parts
      line.words += part.words
      line.heights += part.heights
      line.letters += part.letters
    }
    return whole.fittedToFont
  }

  /// `lines` with each block that has some on either side of `gutter` as two.
  private static func divided(_ lines: [Line], at gutter: Double) -> [Line] {
    let right = Set(lines.filter { $0.left >= gutter - 1 }.map(\.block))
    let left = Set(lines.filter { $0.right <= gutter }.map(\.block))
    let both = right.intersection(left)
    let next = (lines.map(\.block).max() ?? 0) + 1
    return lines.map { line in
      guard both.contains(line.block), line.right <= gutter else { return line }
      var line = line
      line.block += next
      return line
    }
  }

  /// How many letters are in `words`, but for those of ASCII, controls and signs: the same in all that the program writes.
  static func letterCount(_ words: some Sequence<UInt8>) -> Int {
    words.count { (0xC3...0xDF).contains($0) || $0 == 0xEF }
  }

  /// The height of a line on an average, of each block that `lines` are in.
  static func sizes(of lines: [Line]) -> [Int: Double] {
    Dictionary(grouping: lines, by: \.block).mapValues { lines in
      lines.reduce(0) { $0 + $1.height } / Double(lines.count)
    }
  }

  /// The four numbers in quotation marks of an element; `nil` where it has others.
  static func box(of element: ArraySlice<UInt8>) -> [Double]? {
    let numbers = numbers(of: element)
    return numbers.count == 4 && numbers.allSatisfy(\.isFinite) ? numbers : nil
  }

  /// The numbers in quotation marks of an element.
  private static func numbers(of element: ArraySlice<UInt8>) -> [Double] {
    element.split(separator: 0x22, maxSplits: 8).enumerated().filter { $0.offset % 2 == 1 }
      .compactMap { Double(String(decoding: $0.element, as: UTF8.self)) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word of this element ends with a hyphen.
  fileprivate var hasHyphen: Bool {
    guard let end = lastIndex(of: 0x3C), end > startIndex else { return false }
    return self[end - 1] == 0x2D
  }
}
