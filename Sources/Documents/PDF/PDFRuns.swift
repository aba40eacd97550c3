import ArabicText

/// Puts the runs from left to right in a line from right to left, as poppler marks them, into the order of reading.
///
/// Between U+202A and U+202C stand the signs as they are seen from the left: `(2016) 2334` is `.)2016( 2334`
/// there. After Arabic letters each number is by itself (UAX #9, W2): a range from 2020 to 2024 is seen as
/// `2024-2020`, and 45 % as `%45`. What has Latin letters is read as it is seen, but for the signs at its edges.
/// Signs come as the characters that they are, and not as the shapes that are seen, so none is mirrored.
enum PDFRuns {
  /// `line` in the order of reading, without controls.
  ///
  /// - Complexity: O(*n*).
  static func read(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: { (0x202A...0x202E).contains($0.value) }) else { return line }
    let isRightToLeft = line.contains { $0.value == 0x202B }
    let isArabic = line.contains(where: PDFLetters.isLetter)
    var result: [Unicode.Scalar] = []
    var run: [Unicode.Scalar]?
    for (index, scalar) in line.enumerated() {
      switch scalar.value {
      case 0x202A where isRightToLeft:
        if let run { append(run, before: nil, isArabic, to: &result) }
        run = []
      case 0x202C:
        if let run {
          let next = line[(index + 1)...].first { !(0x202A...0x202E).contains($0.value) }
          append(run, before: next, isArabic, to: &result)
        }
        run = nil
      case 0x202A, 0x202B, 0x202D, 0x202E: break
      default: if run == nil { result.append(scalar) } else { run?.append(scalar) }
      }
    }
    if let run { append(run, before: nil, isArabic, to: &result) }
    return result
  }

  private static func append(
    _ run: [Unicode.Scalar], before next: Unicode.Scalar?, _ isArabic: Bool,
    to result: inout [Unicode.Scalar]
  ) {
    if run.contains(where: isLatin) {
      // A line without other letters that ends on its right edge is one from left to right.
      if result.isEmpty, next == nil, let last = run.last, stops.contains(last) {
        result += run
      } else {
        appendWords(run, before: next, to: &result)
      }
    } else if isArabic {
      let isFirst = !result.contains(where: PDFLetters.isLetter)
      result += numbers(of: run, isFirst: isFirst).reversed().joined()
    } else {
      result += edgesExchanged(run).joined()
    }
  }

  /// What ends sentences and their parts.
  private static let stops: Set<Unicode.Scalar> = [".", ",", ";", ":", "!", "?"]

  /// Adds a run of Latin letters; the space that parts it from a letter behind it may stand before it, at a
  /// letter that is joined to it: `و Pythonمن` is `وPython من`.
  private static func appendWords(
    _ run: [Unicode.Scalar], before next: Unicode.Scalar?, to result: inout [Unicode.Scalar]
  ) {
    var parts = edgesExchanged(run)
    // The bracket that ends it may have been taken for a sign of what is before it.
    let brackets: [Unicode.Scalar: Unicode.Scalar] = [")": "(", "]": "["]
    if let last = result.last, let opening = brackets[last],
      run.count(where: { $0 == opening }) > run.count(where: { $0 == last })
    {
      result.removeLast()
      parts[1].append(last)
    }
    let words = parts.flatMap(\.self)
    let needsSpace = next.map(PDFLetters.isLetter) ?? false && (words.last.map(isLatin) ?? false)
    let clitics: Set<Unicode.Scalar> = ["و", "ف", "ب", "ك", "ل"]
    let end = result.suffix(3)
    if needsSpace, end.count == 3, end.last == " ", end.first == " ",
      clitics.contains(end[end.startIndex + 1])
    {
      result.removeLast()
    }
    result += words
    if needsSpace { result.append(" ") }
  }

  /// The neutral signs on the right edge of a run, what is between, and those on its left edge.
  private static func edgesExchanged(_ run: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let lead = run.prefix(while: isNeutral)
    guard lead.count < run.count else { return [run.reversed(), [], []] }
    let trail = run.reversed().prefix(while: isNeutral)
    return [Array(trail), Array(run[lead.count..<run.count - trail.count]), lead.reversed()]
  }

  /// The numbers of a run, as they are seen from the left, and the signs between them, one by one.
  ///
  /// A hyphen in the first run of a line may stand in a number of a paragraph that begins so, where it parts
  /// nothing: only what is a range from less to more otherwise is taken for one. There `60%` is read as it is seen, too.
  private static func numbers(of run: [Unicode.Scalar], isFirst: Bool) -> [[Unicode.Scalar]] {
    let keepsHyphens = isFirst && !isTurnedRange(run)
    var units: [[Unicode.Scalar]] = []
    for (index, scalar) in run.enumerated() {
      let joins =
        index > 0
        && (isFirst && ScalarProperties(scalar.value).bidi == .et
          && ScalarProperties(run[index - 1].value).bidi == .en
          || isDigit(scalar) && (isDigit(run[index - 1]) || (units.last?.count ?? 0) > 1)
          || index + 1 < run.count && isDigit(run[index - 1]) && isDigit(run[index + 1])
            && (ScalarProperties(scalar.value).bidi == .cs || keepsHyphens && scalar == "-"))
      if joins { units[units.count - 1].append(scalar) } else { units.append([scalar]) }
    }
    return units
  }

  /// Whether `run` holds two numbers of as many digits with a hyphen between them, the greater one first.
  private static func isTurnedRange(_ run: [Unicode.Scalar]) -> Bool {
    let numbers = run.split(separator: "-").map { $0.filter(isDigit) }
    return numbers.count == 2 && numbers[0].count == numbers[1].count
      && numbers[1].lexicographicallyPrecedes(numbers[0])
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ScalarProperties(scalar.value).bidi == .l
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    [.en, .an].contains(ScalarProperties(scalar.value).bidi)
  }

  private static func isNeutral(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarProperties(scalar.value).bidi {
    case .l, .r, .al, .en, .an, .nsm: false
    // Signs that are parts of numbers.
    case .et: scalar == "°"
    default: true
    }
  }
}
