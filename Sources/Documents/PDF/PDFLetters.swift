import ArabicText
import EntityModel

/// Puts the letters of lines of a PDF, as poppler gives them, into the order of reading.
///
/// poppler turns lines that are stored as they are seen, and marks runs of the other direction by
/// controls (U+202A to U+202C). What is left to do: such runs stand as they are seen (``PDFRuns``); shapes of letters are to be letters; vowel signs stand a letter early, or behind a space.
enum PDFLetters {
  /// `line` in the order of reading, without controls.
  ///
  /// - Complexity: O(*n*).
  static func line(_ line: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    marksAtLetters(letters(PDFRuns.read(lamAlefs(Array(line)))))
  }

  /// `line` with لا and its like where Ghostscript has made a sign of China of the second bytes of their two letters,
  /// U+4427 of U+0644 and U+0627, and left the first letter behind it.
  private static func lamAlefs(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard line.contains(where: { alef(in: $0) != nil }) else { return line }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      guard let alef = alef(in: line[index]) else {
        result.append(line[index])
        index += 1
        continue
      }
      index += 1
      // The controls that set it apart go with it.
      if result.last == "\u{202A}", index < line.count, line[index] == "\u{202C}" {
        result.removeLast()
        index += 1
      }
      if index < line.count, line[index] == "ل" { index += 1 }
      result += ["ل", alef]
    }
    return result
  }

  /// The alef, with or without hamza or madda, of which the second byte of `scalar` is.
  private static func alef(in scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4422, 0x4423, 0x4425, 0x4427: Unicode.Scalar(scalar.value - 0x4400 + 0x600)
    default: nil
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
      if end < line.count, isLetter(line[end]), isTorn(result, at: line[index..<end], line[end...])
      {
        result.removeLast()
        result += line[index..<end]
        index = end
      } else if end < line.count, isLetter(line[end]) {
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

  /// Whether `line`, which ends with a space, and what begins with `marks` and `rest` are parts of a word.
  ///
  /// Shadda begins none where words bear no other signs; other signs do where they stand a letter early.
  private static func isTorn(
    _ line: [Unicode.Scalar], at marks: ArraySlice<Unicode.Scalar>,
    _ rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let parts = [
      Array(line.dropLast().reversed().prefix { isLetter($0) || isMark($0) }.reversed()),
      Array(rest.prefix { isLetter($0) || isMark($0) }),
    ]
    let (first, second) = (parts[0].filter(isLetter), parts[1].filter(isLetter))
    let isShadda = marks.contains("\u{651}") && !parts.joined().contains(where: isMark)
    guard !first.isEmpty, first.count == 1 || isShadda,
      let likelihood = WordLikelihood.builtIn
    else { return false }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word)))
    }
    return score(first + second)
      > score(first) + score(second) - (isShadda ? shaddaMargin : 0)
  }

  /// How much likelier two parts may be than the word that they are, with a shadda between them, as a logarithm: a
  /// judgement.
  private static let shaddaMargin: Float = 3

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x64B...0x65F).contains(scalar.value) || scalar.value == 0x670
  }

  /// Whether there is nothing but vowel signs in a line of `pdftotext`, `bytes`.
  static func areMarks(_ bytes: some Sequence<UInt8>) -> Bool {
    let signs = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars
      .filter { $0.value > 0x20 && !(0x202A...0x202E).contains($0.value) }
    return !signs.isEmpty && signs.allSatisfy(isMark)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ScalarProperties(scalar.value).isArabicLetter
  }

  /// The letters that are not joined to the next.
  static let joinsNone: Set<Unicode.Scalar> = [
    "ا", "أ", "إ", "آ", "ى", "ة", "د", "ذ", "ر", "ز", "و", "ؤ", "ء",
  ]

  /// Whether `words` are Persian or Urdu: half of their words have one of the letters that Arabic has not but here and
  /// there in a name.
  static func areOtherThanArabic(_ words: some Collection<some Sequence<Unicode.Scalar>>) -> Bool {
    words.count { $0.contains(where: lettersOfOthers.contains) } * 5 > words.count
  }

  /// Peh, tcheh, jeh, keheh, gaf, and yeh of Persian.
  private static let lettersOfOthers: Set<Unicode.Scalar> = [
    "\u{67E}", "\u{686}", "\u{698}", "\u{6A9}", "\u{6AF}", "\u{6CC}",
  ]
}
