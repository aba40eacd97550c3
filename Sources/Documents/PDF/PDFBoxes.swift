/// Where the blocks of each page of a PDF stand, as `pdftotext -bbox-layout` tells it.
struct PDFBoxes {
  /// Lines that belong together, in points from the upper left corner.
  struct Block: Hashable {
    var left, top, right, bottom: Double
    /// How many lines it has.
    var lines = 0
    /// The widths and, below, the heights of its lines together.
    var width = 0.0
    var height = 0.0

    /// The height of a line of it.
    var lineHeight: Double { lines == 0 ? 0 : height / Double(lines) }
  }

  /// The blocks of each page, in the order in which the program writes their lines.
  private(set) var pages: [[Block]] = []

  /// Reads `output`, of which each element begins a line.
  ///
  /// - Complexity: O(*n*).
  init(_ output: [UInt8]) {
    for line in output.split(separator: 0x0A) {
      let element = line.drop { $0 <= 0x20 }
      if element.starts(with: "<page ".utf8) {
        pages.append([])
      } else if pages.isEmpty {
        continue
      } else if element.starts(with: "<block ".utf8), let box = Self.box(of: element) {
        pages[pages.count - 1].append(
          Block(left: box[0], top: box[1], right: box[2], bottom: box[3]))
      } else if element.starts(with: "<line ".utf8), let box = Self.box(of: element),
        let last = pages[pages.count - 1].indices.last
      {
        pages[pages.count - 1][last].lines += 1
        pages[pages.count - 1][last].width += box[2] - box[0]
        pages[pages.count - 1][last].height += box[3] - box[1]
      }
    }
  }

  /// The four numbers in quotation marks of an element; `nil` where it has others.
  private static func box(of element: ArraySlice<UInt8>) -> [Double]? {
    let parts = element.split(separator: 0x22)
    let numbers = parts.enumerated().filter { $0.offset % 2 == 1 }.compactMap {
      Double(String(decoding: $0.element, as: UTF8.self))
    }
    return numbers.count == 4 && numbers.allSatisfy(\.isFinite) ? numbers : nil
  }
}
