/// The running heads and feet of the pages of a PDF, and their page numbers: what stands at the edge of three pages
/// at least, or of both of two, but for its numbers; what is but a number, also of a single page.
struct PDFHeads {
  /// How many lines stand in the band at the top of a page, and in that at its foot.
  struct Bands: Hashable, Sendable {
    var head, foot: Int
  }

  /// On how many pages a head stands at least, and how many lines it has at most: what has more is a text that is
  /// printed again.
  private static let (leastPages, mostLines) = (3, 2)
  /// How many words a line of a text has that fills the page or ends a sentence: a judgement.
  private static let wordsOfText = 8

  /// The numbers of the lines that are left out, of each page.
  private(set) var places: [Set<Int>]

  /// Finds them in `pages`, whose lines were trimmed; of each page `bands` tells what can be one, where that is known.
  ///
  /// - Complexity: O(*n*) in the lines.
  init(in pages: [[[Unicode.Scalar]]], _ bands: [Bands]?) {
    let full = pages.map { page in page.indices.filter { !page[$0].isEmpty } }
    places = pages.map { _ in [] }
    for isFoot in [false, true] {
      // From the edge inwards: a number of the page, and one line more than a head has.
      let edges = full.map { Array((isFoot ? $0.reversed() : $0).prefix(Self.mostLines + 2)) }
      let lines = zip(pages, edges).map { page, edge in edge.map { page[$0] } }
      let (same, alike) = (Self.counts(lines), Self.counts(lines.map { $0.map(Self.pattern) }))
      let alternate = Self.alternate(lines.map { $0.map(Self.pattern) })
      for (number, edge) in edges.enumerated() where full[number].count > 2 * Self.mostLines {
        let page = pages[number]
        let areSame = edge.map { same[page[$0]] ?? 0 >= Self.leastPages }
        // Only the number of the page may stand at the edge of a text that is printed again.
        let start = areSame.first == true ? 0 : 1
        let isAgain = areSame.dropFirst(start).prefix { $0 }.count > Self.mostLines
        let band = bands.flatMap { number < $0.count ? $0[number] : nil }
        var most = band.map { isFoot ? $0.foot : $0.head } ?? Self.mostLines
        // The number that stands beside the head, and behind the text of its page.
        if isFoot, most == 0, band?.head ?? 0 > 1,
          edge.first.map({ Self.isNumber(page[$0]) }) == true
        {
          most = 1
        }
        let width = PDFPages.width(of: page)
        for index in edge.prefix(min(most, isAgain ? start : Self.mostLines))
        where
          (alike[Self.pattern(page[index])] ?? 0 >= Self.leastPages
          || band != nil && alternate[number % 2].contains(Self.pattern(page[index]))
          || band != nil && pages.count < Self.leastPages
            && (alike[Self.pattern(page[index])] ?? 0 > 1 || Self.isPageNumber(page[index])))
          && !Self.isText(page[index], width)
        {
          places[number].insert(index)
        }
      }
    }
  }

  /// What stands on two even pages or more, and what on two odd ones, of `pages` of which either have such a line: the
  /// heads of left and right pages.
  private static func alternate(_ pages: [[[Unicode.Scalar]]]) -> [Set<[Unicode.Scalar]>] {
    let sides = [0, 1].map { side in
      let lines = pages.enumerated().filter { $0.offset % 2 == side }.map(\.element)
      return Set(counts(lines).filter { $0.value > 1 && !isNumber($0.key) }.keys)
    }
    let own = zip(sides, sides.reversed()).map { $0.subtracting($1) }
    return own.contains(where: \.isEmpty) ? [[], []] : own
  }

  private static func isNumber(_ line: [Unicode.Scalar]) -> Bool {
    !line.contains { $0.properties.isAlphabetic }
      && line.contains { $0.properties.numericType != nil }
  }

  /// The most digits of the number of a page.
  private static let mostDigits = 4

  /// Whether `line` is a number by itself, with nothing but dashes or brackets beside it.
  private static func isPageNumber(_ line: [Unicode.Scalar]) -> Bool {
    let digits = line.filter { $0.properties.numericType == .decimal }
    return (1...mostDigits).contains(digits.count)
      && line.allSatisfy {
        $0.properties.numericType == .decimal
          || [" ", "-", "–", "—", "(", ")", "[", "]", "|"].contains($0)
      }
  }

  /// On how many of `pages` each line stands.
  private static func counts(_ pages: [[[Unicode.Scalar]]]) -> [[Unicode.Scalar]: Int] {
    Dictionary(pages.flatMap { Set($0).map { ($0, 1) } }, uniquingKeysWith: +)
  }

  private static func isText(_ line: [Unicode.Scalar], _ width: Int) -> Bool {
    let words = line.split(separator: " ").count
    return words >= wordsOfText && (PDFPages.endsSentence(line) || line.count * 100 >= width * 88)
  }

  /// `line` with a sign for each number.
  private static func pattern(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    line.map { $0.properties.numericType == nil ? $0 : "0" }
  }
}
