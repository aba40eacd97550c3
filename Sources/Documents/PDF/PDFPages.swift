import ArabicText
import EntityModel

/// The lines of a PDF page by page, and the paragraphs that they make.
struct PDFPages {
  /// A paragraph, and the numbers of the pages that begin with it.
  struct Paragraph {
    var words: [Unicode.Scalar] = []
    var pages: [Int] = []
    var isHeading = false
  }

  /// The lines of each page in the order of reading; an empty one parts blocks.
  var lines: [[[Unicode.Scalar]]]

  /// How many lines may be heads and feet of each page, where that is known.
  private let bands: [PDFHeads.Bands]?

  /// The pages of what `pdftotext` has written: each ends with a form feed.
  init(_ output: [UInt8], _ bands: [PDFHeads.Bands]? = nil) {
    self.bands = bands
    var pages = output.split(separator: 0x0C, omittingEmptySubsequences: false)
    if pages.last?.allSatisfy({ $0 == 0x0A }) ?? false { pages.removeLast() }
    let read = pages.map { page in
      let lines = page.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
        let line = PDFLetters.line(String(decoding: line, as: UTF8.self).unicodeScalars)
        return PDFSignGaps.joined(PDFTurnedEnds.repaired(line, by: .builtIn), by: .builtIn)
      }
      return Self.mended(lines)
    }
    lines = PDFBrackets.turned(Self.withoutStrays(read))
  }

  /// `pages` without the first letter of a line that is painted below the page or the column before, too, as
  /// Chromium does where a paragraph goes on.
  private static func withoutStrays(_ pages: [[[Unicode.Scalar]]]) -> [[[Unicode.Scalar]]] {
    var pages = pages
    var next: Unicode.Scalar?
    for page in pages.indices.reversed() {
      for index in pages[page].indices.reversed() {
        let line = pages[page][index]
        if line.count == 1, let next, let letter = line.first, alefs.contains(letter),
          alefs.contains(next)
        {
          pages[page].remove(at: index)
        } else if let first = line.first {
          next = first
        }
      }
    }
    return pages
  }

  private static let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]

  /// `lines` with those put together again that were cut at a vowel sign inside a word: poppler then gives the
  /// second part first, and the first ends with the sign.
  private static func mended(_ lines: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
    guard let likelihood = WordLikelihood.builtIn else { return lines }
    func score(_ word: some Sequence<Unicode.Scalar>) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word.filter { !PDFLetters.isMark($0) })))
    }
    var result: [[Unicode.Scalar]] = []
    for line in lines {
      if let mark = line.last, PDFLetters.isMark(mark), let before = result.last,
        let letter = before.first, PDFLetters.isLetter(letter)
      {
        let first = line.reversed().prefix { $0 != " " }.reversed()
        let second = before.prefix { PDFLetters.isLetter($0) || PDFLetters.isMark($0) }
        if mayStand(mark, before: second), score(first + second) > score(first) + score(second) {
          // The sign is that of the letter that follows.
          result[result.count - 1] = line.dropLast() + [letter, mark] + before.dropFirst()
          continue
        }
      }
      result.append(line)
    }
    return result
  }

  /// Whether `mark` may be that of the first letter of `rest`, the rest of a word: a double one ends words.
  static func mayStand(
    _ mark: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    !(0x64B...0x64D).contains(mark.value) || rest.count(where: PDFLetters.isLetter) == 1
  }

  /// The paragraphs, without running heads and page numbers: lines that fill the page are joined with the
  /// next.
  var paragraphs: [Paragraph] {
    var paragraphs: [Paragraph] = []
    var current = Paragraph()
    var (isOpen, isHeading) = (false, false)
    let heads = PDFHeads(in: lines.map { $0.map(Self.trimmed) }, bands)
    for (number, page) in lines.enumerated() {
      let widths = Self.widths(of: page)
      var pending = [number + 1]
      for (index, line) in page.enumerated() where line != [PDFColumns.columnMark] {
        if line == [PDFColumns.boundary] {
          isOpen = isOpen && !pending.isEmpty
          continue
        }
        if line == [PDFColumns.headingMark] {
          (isOpen, isHeading) = (false, true)
          continue
        }
        let words = Self.trimmed(line)
        if words.isEmpty || heads.places[number].contains(index) { continue }
        if isOpen, !pending.isEmpty || Self.goesOn(current.words, words) {
          Self.join(words, to: &current.words)
        } else {
          if !current.words.isEmpty { paragraphs.append(current) }
          current = Paragraph(words: words, isHeading: isHeading)
        }
        isHeading = false
        current.pages += pending
        pending = []
        isOpen =
          !current.isHeading && !Self.isOfContents(words)
          && (line.count * 10 >= widths[index] * 7 && !Self.endsSentence(words)
            || line.count * 100 >= widths[index] * 88)
      }
    }
    if !current.words.isEmpty { paragraphs.append(current) }
    return paragraphs
  }

  private static func join(_ line: [Unicode.Scalar], to words: inout [Unicode.Scalar]) {
    // A word of Latin letters that is cut at the end of a line.
    if words.last == "-", let letter = words.dropLast().last, letter.isASCII,
      letter.properties.isAlphabetic, line.first?.properties.isLowercase ?? false
    {
      words.removeLast()
    } else if !isCutRange(words, line) {
      words.append(" ")
    }
    words += line
  }

  /// Whether a range of numbers is cut behind its hyphen.
  private static func isCutRange(_ words: [Unicode.Scalar], _ next: [Unicode.Scalar]) -> Bool {
    guard let last = words.last, last == "-" || last == "–", let digit = words.dropLast().last,
      let first = next.first
    else { return false }
    return digit.properties.numericType != nil && first.properties.numericType != nil
  }

  static func endsSentence(_ words: [Unicode.Scalar]) -> Bool {
    guard let last = words.last(where: { !["\"", "»", "”", ")", " "].contains($0) }) else {
      return false
    }
    return [".", "!", "؟", "?", ":", "…", "۔"].contains(last)
  }

  /// How many lines a text in a column has at least, and how many words most of them have.
  private static let (leastLines, leastWords) = (4, 4)

  /// The length of the long lines beside each line of a page: those of its column, where a text is in it.
  private static func widths(of page: [[Unicode.Scalar]]) -> [Int] {
    let whole = width(of: page)
    var widths: [Int] = []
    let columns = page.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == [PDFColumns.columnMark] })
    for (number, column) in columns.enumerated() {
      // The mark has a place of its own.
      if number > 0 { widths.append(whole) }
      let words = column.map { $0.split(separator: " ").count }.filter { $0 > 0 }.sorted()
      let isText = words.count >= leastLines && words[words.count / 2] >= leastWords
      let width = isText ? width(of: Array(column)) : whole
      widths += Array(repeating: width, count: column.count)
    }
    return widths
  }

  /// The length of the long lines of a page.
  static func width(of page: [[Unicode.Scalar]]) -> Int {
    let lengths = page.map(\.count).filter { $0 > 0 }.sorted()
    return lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
  }

  private static func trimmed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in line {
      let isSpace =
        scalar == "\u{A0}" || scalar.value <= 0x20 || scalar == PDFColumns.boundary
        || scalar == PDFColumns.headingMark || scalar == PDFColumns.columnMark
      if !isSpace {
        result.append(scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }
}
