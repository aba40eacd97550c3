/// Which lines of a page of a PDF are headings, told by the size of their letters, and where paragraphs are set apart.
struct PDFHeadings {
  /// How much higher than those of most lines the lines of a heading are, how many it has at most, and how many words:
  /// judgements.
  private static let (leastRatio, mostLines, mostWords) = (1.14, 4, 30)
  /// The share of the lines of a page that headings have at most, and how many lines a page has at least that has some.
  private static let (mostShare, leastLines) = (0.4, 4)
  /// How much farther than most lines those are apart that end a paragraph and begin one: a judgement.
  private static let leastStep = 1.25

  private var blocks: Set<Int> = []

  /// Finds them among `lines`.
  init(_ lines: [PDFBoxes.Line]) {
    guard lines.count >= Self.leastLines else { return }
    let sizes = PDFBoxes.sizes(of: lines)
    let usual = lines.map { sizes[$0.block] ?? 0 }.sorted()[lines.count / 2]
    let groups = Dictionary(grouping: lines, by: \.block).filter { block, lines in
      sizes[block] ?? 0 >= Self.leastRatio * usual && lines.count <= Self.mostLines
        && (2...Self.mostWords).contains(lines.reduce(0) { $0 + $1.words.count })
    }
    let count = groups.values.reduce(0) { $0 + $1.count }
    guard Double(count) <= Self.mostShare * Double(lines.count) else { return }
    blocks = Set(groups.keys)
  }

  /// Whether there are any.
  var areThere: Bool { !blocks.isEmpty }

  /// Whether `line` is one of a heading.
  func contains(_ line: PDFBoxes.Line) -> Bool { blocks.contains(line.block) }

  /// How far the lines of a text are from one another; `nil` where that is not known.
  static func step(of lines: [PDFBoxes.Line]) -> Double? {
    let steps = zip(lines, lines.dropFirst()).filter { $1.isBelow($0) }
      .map { $0.step(to: $1) }.sorted()
    return steps.isEmpty ? nil : steps[steps.count / 4]
  }

  fileprivate static func isFar(_ step: Double, _ usual: Double) -> Bool {
    step > leastStep * usual
  }
}

extension PDFBoxes.Line {
  /// Whether this line stands below `other` in one column with it.
  func isBelow(_ other: Self) -> Bool {
    bottom > other.middle && min(right, other.right) > max(left, other.left) && top > other.top
  }

  /// Whether `next` is the line below this one in a heading of several lines, which the program has as blocks of their
  /// own.
  func goesOn(in next: Self) -> Bool {
    next.isBelow(self) && next.top - bottom < 0.4 * height
      && abs(next.height - height) < 0.05 * height
  }

  /// How far below this line `next` ends: as far as any font reaches, for signs of a higher one make room for themselves.
  fileprivate func step(to next: Self) -> Double {
    let isKnown = reach.upperBound > 0 && next.reach.upperBound > 0
    return isKnown ? next.reach.upperBound - reach.upperBound : next.bottom - bottom
  }

  /// Whether `next` stands farther below than lines of a paragraph do, which are `step` apart.
  func isFar(from next: Self, _ step: Double?) -> Bool {
    guard let step, next.isBelow(self) else { return false }
    return PDFHeadings.isFar(self.step(to: next), step)
  }
}
