import ArabicText

/// Puts the letters of lines of a PDF, as poppler gives them, into the order of reading.
///
/// poppler turns lines that are stored as they are seen, and marks runs of the other direction by
/// controls (U+202A to U+202C). What is left to do: signs at the edges of such runs stand as they are
/// seen; shapes of letters are to be letters; vowel signs stand a letter early, or behind a space.
enum PDFLetters {
  /// `line` in the order of reading, without controls.
  ///
  /// - Complexity: O(*n*).
  static func line(_ line: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    marksAtLetters(letters(flipped(Array(line))))
  }

  /// Brings the signs at the edges of each run to where they are read.
  private static func flipped(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: { (0x202A...0x202E).contains($0.value) }) else { return line }
    let isRightToLeft = line.contains { $0.value == 0x202B }
    var result: [Unicode.Scalar] = []
    var run: [Unicode.Scalar]?
    for (index, scalar) in line.enumerated() {
      switch scalar.value {
      case 0x202A where isRightToLeft:
        result += run.map(turned) ?? []
        run = []
      case 0x202C:
        if let run {
          let next = line[(index + 1)...].first { !(0x202A...0x202E).contains($0.value) }
          append(run, before: next, to: &result)
        }
        run = nil
      case 0x202A, 0x202B, 0x202D, 0x202E: break
      default: if run == nil { result.append(scalar) } else { run?.append(scalar) }
      }
    }
    return result + (run.map(turned) ?? [])
  }

  /// Adds a run; the space that parts it from a letter behind it may stand before it, at a letter that is
  /// joined to it: `و Pythonمن` is `وPython من`.
  private static func append(
    _ run: [Unicode.Scalar], before next: Unicode.Scalar?, to result: inout [Unicode.Scalar]
  ) {
    let turned = turned(run)
    let needsSpace =
      next.map(isLetter) ?? false
      && (turned.last.map { ScalarProperties($0.value).bidi == .l } ?? false)
    let clitics: Set<Unicode.Scalar> = ["و", "ف", "ب", "ك", "ل"]
    let end = result.suffix(3)
    if needsSpace, end.count == 3, end.last == " ", end.first == " ",
      clitics.contains(end[end.startIndex + 1])
    {
      result.removeLast()
    }
    result += turned
    if needsSpace { result.append(" ") }
  }

  /// A run with the neutral signs of its two edges exchanged, each turned round.
  private static func turned(_ run: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let lead = run.prefix(while: isNeutral)
    guard lead.count < run.count else { return run.reversed().map(mirrored) }
    let trail = run.reversed().prefix(while: isNeutral)
    let core = run[lead.count..<run.count - trail.count]
    return trail.map(mirrored) + core + lead.reversed().map(mirrored)
  }

  private static func isNeutral(_ scalar: Unicode.Scalar) -> Bool {
    switch ScalarProperties(scalar.value).bidi {
    case .l, .r, .al, .en, .an, .nsm: false
    // Signs that are parts of numbers.
    case .et: scalar == "°"
    default: true
    }
  }

  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "«": "»"
    case "»": "«"
    case "<": ">"
    case ">": "<"
    default: scalar
    }
  }

  /// `line` with letters in the place of their shapes.
  private static func letters(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    line.flatMap { scalar -> [Unicode.Scalar] in
      guard let letters = PresentationForms.letters(of: scalar.value) else { return [scalar] }
      return [letters.first, letters.second].filter { $0 != 0 }.compactMap(Unicode.Scalar.init)
    }
  }

  /// `line` with each mark behind a letter: one behind a space belongs to the letter before, or, at the
  /// beginning of a word, to the one that follows.
  private static func marksAtLetters(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      let scalar = line[index]
      guard isMark(scalar), result.last.map({ $0 == " " }) ?? true else {
        result.append(scalar)
        index += 1
        continue
      }
      let end = line[index...].firstIndex { !isMark($0) } ?? line.count
      if end < line.count, isLetter(line[end]) {
        result.append(line[end])
        result += line[index..<end]
        index = end + 1
      } else {
        if result.count > 1, isLetter(result[result.count - 2]) || isMark(result[result.count - 2])
        {
          result.removeLast()
        }
        if result.last.map({ isLetter($0) || isMark($0) }) ?? false { result += line[index..<end] }
        index = end
      }
    }
    return result
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ScalarProperties(scalar.value).isArabicLetter
  }
}
