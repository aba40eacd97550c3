@testable import Documents

/// A page of a PDF made line by line, as `pdftotext` tells it with boxes of words and without.
struct PDFWordBoxes {
  private(set) var output = ""
  private(set) var boxes = ""
  var width = 600.0
  var height = 800.0

  /// Adds a line of `words`, the first on the right, which fill what is between `left` and `right`; where `sign` is set the
  /// last word is of another font, which is higher.
  mutating func add(
    _ words: [String], _ left: Double, _ right: Double, top: Double, size: Double = 12,
    sign: Bool = false
  ) {
    let widths = words.map { Double($0.count) * size * 0.4 }
    let gap = words.count > 1 ? (right - left - widths.reduce(0, +)) / Double(words.count - 1) : 0
    var (place, elements): (Double, [String]) = (right, [])
    for (number, word) in words.enumerated() {
      let isHigh = sign && number == words.count - 1
      elements.append(
        element(
          "word", place - widths[number], place, isHigh ? top - size / 2 : top, top + size)
          + "\(String(word.reversed()))</word>")
      place -= widths[number] + gap
    }
    let line = element("line", left, right, sign ? top - size / 2 : top, top + size)
    boxes += "<flow>\n" + element("block", left, right, top, top + size) + "\n" + line + "\n"
    boxes += elements.reversed().joined(separator: "\n") + "\n</line>\n</block>\n</flow>\n"
    output += words.joined(separator: " ") + "\n\n"
  }

  private func element(
    _ name: String, _ left: Double, _ right: Double, _ top: Double, _ bottom: Double
  ) -> String {
    "<\(name) xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(bottom)\">"
  }

  /// What tells where the words stand.
  var layout: [UInt8] {
    Array("<page width=\"\(width)\" height=\"\(height)\">\n\(boxes)</page>\n".utf8)
  }

  /// What `pdftotext` writes without boxes.
  var plain: [UInt8] { Array((output + "\u{0C}").utf8) }

  /// The pages whose order is unsure.
  var unsurePages: [Int] { PDFColumns.read(plain, by: PDFBoxes(layout)).unsurePages }

  var paragraphs: [String] {
    PDFPages(PDFColumns.arranged(plain, by: PDFBoxes(layout))).paragraphs
      .map { String(String.UnicodeScalarView($0.words)) }
  }

  /// The numbers of the text in the order of reading.
  var numbers: [Int] {
    paragraphs.flatMap { $0.split { $0 == " " || $0 == "|" } }.compactMap { Int($0) }
  }
}
