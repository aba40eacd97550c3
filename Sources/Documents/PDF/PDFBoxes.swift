/// Where the lines of each page of a PDF stand, as `pdftotext -bbox-layout` tells it.
struct PDFBoxes {
  /// A line, in points from the upper left corner.
  struct Line: Hashable {
    var left, top, right, bottom: Double
    /// The number of the block that it is in: lines that the program holds together.
    var block = 0
    /// The numbers of the lines that the program writes of it, in the order of reading.
    var parts: [Int] = []

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
        isRightToLeft = isRightToLeft || element.contains { (0xD6...0xDB).contains($0) }
        goesOn = element.hasHyphen && !isRightToLeft
      }
    }
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

  /// The lines of page `number` as they are seen: the program cuts one at wide gaps and at vowel signs.
  ///
  /// - Complexity: O(*n* log *n*) in the lines.
  func wholeLines(of number: Int, isRightToLeft: Bool) -> [Line] {
    var lines: [[Line]] = []
    for (index, line) in pages[number].enumerated() {
      var line = line
      line.parts = [index]
      if let first = lines.last?.first, first.block == line.block, first.isBeside(line) {
        lines[lines.count - 1].append(line)
      } else {
        lines.append([line])
      }
    }
    return lines.map { parts in
      let parts = parts.sorted { $0.isBefore($1, isRightToLeft: isRightToLeft) }
      return parts.dropFirst().reduce(into: parts[0]) { line, part in
        line.left = min(line.left, part.left)
        line.right = max(line.right, part.right)
        line.top = min(line.top, part.top)
        line.bottom = max(line.bottom, part.bottom)
        line.parts += part.parts
      }
    }
  }

  /// The height of a line on an average, of each block that `lines` are in.
  static func sizes(of lines: [Line]) -> [Int: Double] {
    Dictionary(grouping: lines, by: \.block).mapValues { lines in
      lines.reduce(0) { $0 + $1.height } / Double(lines.count)
    }
  }

  /// The four numbers in quotation marks of an element; `nil` where it has others.
  static func box(of element: ArraySlice<UInt8>) -> [Double]? {
    let parts = element.split(separator: 0x22)
    let numbers = parts.enumerated().filter { $0.offset % 2 == 1 }.compactMap {
      Double(String(decoding: $0.element, as: UTF8.self))
    }
    return numbers.count == 4 && numbers.allSatisfy(\.isFinite) ? numbers : nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word of this element ends with a hyphen.
  fileprivate var hasHyphen: Bool {
    guard let end = lastIndex(of: 0x3C), end > startIndex else { return false }
    return self[end - 1] == 0x2D
  }
}
