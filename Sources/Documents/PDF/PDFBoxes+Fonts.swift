extension PDFBoxes {
  /// `lines`, those of a page, each as high as its font.
  static func fittedToFonts(_ lines: [Line]) -> [Line] {
    var widths: [Double: Double] = [:]
    for line in lines {
      for (word, height) in zip(line.words, line.heights) {
        let size = ((height.upperBound - height.lowerBound) * 10).rounded() / 10
        widths[size, default: 0] += word.upperBound - word.lowerBound
      }
    }
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    return lines.map { line in
      var line = line
      line.usualHeight = usual
      line.reach = min(line.top, line.bottom)...max(line.top, line.bottom)
      return line.fittedToFont
    }
  }
}

extension PDFBoxes.Line {
  /// The share of the words of a line that are in a font at least by which its height is told: a judgement, that signs and
  /// numbers of another one are less.
  private static let leastShare = 0.25

  /// This line as high as the font is that many of its words are in, and of two such as that which is as high as most of
  /// the page: a sign or a number of another one may be twice as high, and stands on the same line all the same.
  ///
  /// What the program holds for one line though it is two stays as it is.
  var fittedToFont: Self {
    var widths: [ClosedRange<Double>: Double] = [:]
    for (word, height) in zip(words, heights) {
      let font = (height.lowerBound * 10).rounded() / 10...(height.upperBound * 10).rounded() / 10
      widths[font, default: 0] += word.upperBound - word.lowerBound
    }
    let least = Self.leastShare * widths.values.reduce(0, +)
    let fonts = widths.filter { $0.value >= least }.keys
    func height(_ font: ClosedRange<Double>) -> Double { font.upperBound - font.lowerBound }
    func distance(_ font: ClosedRange<Double>) -> Double { abs(height(font) - usualHeight) }
    guard
      let font = fonts.min(by: { (distance($0), $0.lowerBound) < (distance($1), $1.lowerBound) }),
      let first = heights.map(\.upperBound).min(), let last = heights.map(\.lowerBound).max(),
      first - last > height(font) / 2
    else { return self }
    var line = self
    (line.top, line.bottom) = (font.lowerBound, font.upperBound)
    return line
  }

  /// This line with those of its words alone; `nil` where there are none.
  func with(words indices: [Int]) -> Self? {
    guard let left = indices.map({ words[$0].lowerBound }).min(),
      let right = indices.map({ words[$0].upperBound }).max()
    else { return nil }
    var line = self
    (line.left, line.right) = (left, right)
    line.words = indices.map { words[$0] }
    if heights.count == words.count { line.heights = indices.map { heights[$0] } }
    if letters.count == words.count { line.letters = indices.map { letters[$0] } }
    return line.fittedToFont
  }
}
