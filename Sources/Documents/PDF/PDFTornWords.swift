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

  /// The least words of a line by which its gaps are told, and where the page has no such line.
  private static let (leastWords, leastOfFew) = (5, 3)
  /// The share of the middle gap that is too small to part words: torn ones have 0.28 to 0.45, words beside such letters
  /// 0.75 and more.
  private static let leastGap = 0.6
  /// The share that is too small for words whatever their letters are.
  private static let leastOfAll = 0.4
  /// The share that is too small behind a vowel sign: torn words have 0.04 to 0.80, words beside signs 0.83 and more.
  private static let leastGapAtSign = 0.81
  /// The share from which on words beside signs may be two, and how much likelier a part of one or two letters has to be
  /// a word below it, as a logarithm: judgements.
  private static let (leastOfTwo, margin): (Double, Float) = (0.75, 2)
  /// Letters that are not joined to the next, and reach below it, or end no word.
  private static let ends: Set<Unicode.Scalar> = ["ر", "ز", "و", "ؤ", "د", "ذ", "إ", "أ", "آ"]
  /// Letters that no word begins with.
  private static let neverFirst: Set<Unicode.Scalar> = ["ة", "ى"]
  /// Vowel signs of the last letter of a word, which no word begins with.
  private static let tanwin: Set<Unicode.Scalar> = ["\u{64B}", "\u{64C}", "\u{64D}"]

  /// A line, its words from the left: a vowel sign by itself is none.
  private struct Line {
    var height = 0.0
    var words: [(left: Double, right: Double, word: ArraySlice<UInt8>)] = []

    var gaps: [Double] { zip(words, words.dropFirst()).map { $1.left - $0.right } }

    /// The middle one of its gaps, where it has so many words.
    func middleGap(of least: Int) -> Double? {
      let gaps = gaps.sorted()
      return words.count >= least ? gaps[gaps.count / 2] : nil
    }
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
        lines.append(Line())
      } else if element.starts(with: "<word ".utf8), !lines.isEmpty {
        guard let box = PDFBoxes.box(of: element), let open = element.firstIndex(of: 0x3E),
          let close = element.lastIndex(of: 0x3C), open < close,
          !PDFLetters.areMarks(element[(open + 1)..<close])
        else { continue }
        lines[lines.count - 1].words.append((box[0], box[2], element[(open + 1)..<close]))
        lines[lines.count - 1].height = max(lines[lines.count - 1].height, box[3] - box[1])
      }
    }
    if !pages.isEmpty { read(lines) }
  }

  /// Finds the torn words of `lines`, those of the last page.
  private mutating func read(_ lines: [Line]) {
    var usual: [Int: Double] = [:]
    for line in lines {
      guard let middle = line.middleGap(of: Self.leastWords) else { continue }
      usual[Self.size(of: line)] = min(usual[Self.size(of: line)] ?? middle, middle)
    }
    let share = Self.leastShare(of: lines)
    for line in lines {
      // A line of a few words has what the narrowest of those as high has, or of all: the last of a paragraph is not
      // set apart.
      let few = usual[Self.size(of: line)] ?? share.map { $0 * line.height }
      guard let usual = line.middleGap(of: Self.leastWords) ?? few else { continue }
      // The part on the right is read first, and the letters of both come from the left.
      var last: (first: [Unicode.Scalar], isTorn: Bool)?
      for (index, gap) in line.gaps.enumerated().reversed() {
        let part = Self.turned(line.words[index + 1].word)
        let first = (last?.isTorn == true ? last?.first ?? [] : []) + part
        let second = Self.turned(line.words[index].word)
        let isTorn = Self.isTorn(first, second, gap: gap / usual)
        if isTorn { pages[pages.count - 1].insert(Pair(first, second)) }
        last = (first, isTorn)
      }
    }
  }

  /// The narrowest gap of `lines` as a share of their height: that of lines with a few words where there are no others.
  private static func leastShare(of lines: [Line]) -> Double? {
    func least(of words: Int) -> Double? {
      lines.compactMap { line in
        line.height > 0 ? line.middleGap(of: words).map { $0 / line.height } : nil
      }.min()
    }
    return least(of: leastWords) ?? least(of: leastOfFew)
  }

  /// How high a line is, in whole points.
  private static func size(of line: Line) -> Int {
    Int(min(max(line.height, 0), 10_000).rounded())
  }

  /// Whether two parts are those of a word, told by what is between them, as a share of the usual gap, and by the
  /// letters there.
  private static func isTorn(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], gap: Double
  ) -> Bool {
    guard gap < leastGapAtSign, let last = first.last, let next = second.first,
      PDFLetters.isLetter(last) || PDFLetters.isMark(last)
    else { return false }
    // No word begins with a sign: it is that of the letter before.
    if gap < leastGap, PDFLetters.isMark(next) { return true }
    if gap < leastGap, ends.contains(last), PDFLetters.isLetter(next) { return true }
    let sign = first.dropFirst().suffix(2).last(where: PDFLetters.isMark)
    let endsWord = sign.map(tanwin.contains) ?? false
    guard PDFLetters.isLetter(next), !endsWord, sign != nil || gap < leastOfAll else {
      return false
    }
    if neverFirst.contains(next) { return true }
    let isShort = second.count(where: PDFLetters.isLetter) <= 2
    return areOne(first, second, margin: gap < leastOfTwo && sign != nil && isShort ? margin : 0)
  }

  /// Whether two parts are likelier as one word, or by so much less at most.
  private static func areOne(
    _ first: [Unicode.Scalar], _ second: [Unicode.Scalar], margin: Float
  ) -> Bool {
    guard let likelihood = WordLikelihood.builtIn else { return false }
    func letters(_ part: [Unicode.Scalar]) -> [Unicode.Scalar] {
      PDFLetters.line(part).filter(PDFLetters.isLetter)
    }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word)))
    }
    let (first, second) = (letters(first), letters(second))
    return !first.isEmpty && !second.isEmpty
      && score(first + second) > score(first) + score(second) - margin
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
