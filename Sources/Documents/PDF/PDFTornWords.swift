import EntityModel

/// Joins the parts of words that stand closer together than words do.
///
/// Where a letter is drawn far to the left of what follows it, as ر and و of Amiri are, poppler takes the rest of
/// the word for another one: `المصر ية`; and before the signs that end words: `عام ًا`. What is between them is less than two thirds of what is between words of
/// the line, as `pdftotext -bbox-layout` tells. Behind a letter with a vowel sign it may be nearly all, and the parts
/// are joined where they are likelier as one word: `مقّر ها`.
struct PDFTornWords {
  /// Two parts as they are read.
  private struct Pair: Hashable {
    private var first, second: [Unicode.Scalar]

    /// The letters at the end of `first` and those at the beginning of `second`: signs and controls stand elsewhere
    /// in one output than in the other.
    init(
      _ first: some BidirectionalCollection<Unicode.Scalar>,
      _ second: some BidirectionalCollection<Unicode.Scalar>
    ) {
      let isOfWord = { PDFLetters.isLetter($0) || PDFLetters.isMark($0) }
      let controls = { (scalar: Unicode.Scalar) in (0x202A...0x202E).contains(scalar.value) }
      self.first = first.reversed().drop(while: controls).prefix(while: isOfWord).reversed()
      self.second = Array(second.drop(while: controls).prefix(while: isOfWord))
    }
  }

  /// The parts of torn words on each page.
  private var pages: [Set<Pair>] = []

  /// The least words of a line by which its gaps are told, and the share of the middle one that is too small to
  /// part words: torn ones have 0.28 to 0.45, words beside such letters 0.75 and more.
  private static let (leastWords, leastGap) = (5, 0.6)
  /// The share that is too small behind a vowel sign: torn words have 0.04 to 0.80, words beside signs 0.83 and more.
  private static let leastGapAtSign = 0.81
  /// Letters that are not joined to the next, and reach below it, or end no word.
  private static let ends: Set<Unicode.Scalar> = ["ر", "ز", "و", "ؤ", "د", "ذ", "إ", "أ", "آ"]
  /// Vowel signs of the last letter of a word, which no word begins with.
  private static let tanwin: Set<Unicode.Scalar> = ["\u{64B}", "\u{64C}", "\u{64D}"]

  /// A line, its words from the left.
  private struct Line {
    var height: Double
    var words: [(left: Double, right: Double, word: ArraySlice<UInt8>)] = []

    var gaps: [Double] { zip(words, words.dropFirst()).map { $1.left - $0.right } }
  }

  /// Reads `output` of `pdftotext -bbox-layout`.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ output: [UInt8]) {
    var lines: [Line] = []
    for row in output.split(separator: 0x0A) {
      let element = row.drop { $0 <= 0x20 }
      if element.starts(with: "<page ".utf8) {
        if !pages.isEmpty { read(lines) }
        pages.append([])
        lines = []
      } else if element.starts(with: "<line ".utf8) {
        let box = PDFBoxes.box(of: element)
        lines.append(Line(height: box.map { $0[3] - $0[1] } ?? 0))
      } else if element.starts(with: "<word ".utf8), !lines.isEmpty {
        guard let box = PDFBoxes.box(of: element), let open = element.firstIndex(of: 0x3E),
          let close = element.lastIndex(of: 0x3C), open < close
        else { continue }
        lines[lines.count - 1].words.append((box[0], box[2], element[(open + 1)..<close]))
      }
    }
    if !pages.isEmpty { read(lines) }
  }

  /// Finds the torn words of `lines`, those of the last page.
  private mutating func read(_ lines: [Line]) {
    var usual: [Int: Double] = [:]
    let gaps = lines.map(\.gaps)
    let middles = zip(lines, gaps).map { line, gaps -> Double? in
      guard line.words.count >= Self.leastWords else { return nil }
      let middle = gaps.sorted()[gaps.count / 2]
      usual[Self.size(of: line)] = min(usual[Self.size(of: line)] ?? middle, middle)
      return middle
    }
    for ((line, gaps), middle) in zip(zip(lines, gaps), middles) {
      // A line of a few words has what the narrowest of those as high has: the last of a paragraph is not
      // set apart.
      guard let usual = middle ?? usual[Self.size(of: line)] else { continue }
      for (index, gap) in gaps.enumerated() where gap < usual * Self.leastGapAtSign {
        // The part on the right is read first, and the letters of both come from the left.
        let first = Self.turned(line.words[index + 1].word)
        let second = Self.turned(line.words[index].word)
        let isTorn = gap < usual * Self.leastGap && Self.isTorn(first, second)
        if isTorn || Self.isTornAtSign(first, second) {
          pages[pages.count - 1].insert(Pair(first, second))
        }
      }
    }
  }

  /// How high a line is, in whole points.
  private static func size(of line: Line) -> Int {
    Int(min(max(line.height, 0), 10_000).rounded())
  }

  /// Whether two parts so near each other are those of a word, told by the letters between which it is torn.
  private static func isTorn(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    guard let last = first.last, let next = second.first else { return false }
    return ends.contains(last) && PDFLetters.isLetter(next)
      || PDFLetters.isLetter(last) && tanwin.contains(next)
  }

  /// Whether `first` ends with a vowel sign, or with the letter that bears it, and goes on with `second`.
  private static func isTornAtSign(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    guard let sign = first.dropFirst().suffix(2).last(where: PDFLetters.isMark),
      !tanwin.contains(sign), let likelihood = WordLikelihood.builtIn
    else { return false }
    func letters(_ part: [Unicode.Scalar]) -> [Unicode.Scalar] {
      PDFLetters.line(part).filter(PDFLetters.isLetter)
    }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word)))
    }
    let (first, second) = (letters(first), letters(second))
    return !first.isEmpty && !second.isEmpty
      && score(first + second) > score(first) + score(second)
  }

  private static func turned(_ word: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: word, as: UTF8.self).unicodeScalars.reversed()
  }

  /// `output` of `pdftotext` with those words whole.
  ///
  /// - Complexity: O(*n*).
  func joined(in output: [UInt8]) -> [UInt8] {
    guard pages.contains(where: { !$0.isEmpty }) else { return output }
    var result: [UInt8] = []
    result.reserveCapacity(output.count)
    for (number, page) in output.split(separator: 0x0C, omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { result.append(0x0C) }
      guard pages.indices.contains(number), !pages[number].isEmpty else {
        result += page
        continue
      }
      for (index, line) in page.split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { result.append(0x0A) }
        var last: ArraySlice<UInt8>?
        for word in line.split(separator: 0x20, omittingEmptySubsequences: false) {
          if let last, !isTorn(last, word, on: number) { result.append(0x20) }
          result += word
          last = word
        }
      }
    }
    return result
  }

  /// Whether a word ends with the first part of one, and the next begins with its second part.
  private func isTorn(
    _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>, on page: Int
  ) -> Bool {
    pages[page].contains(
      Pair(
        String(decoding: first, as: UTF8.self).unicodeScalars,
        String(decoding: second, as: UTF8.self).unicodeScalars))
  }
}
