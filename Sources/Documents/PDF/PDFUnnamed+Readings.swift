import ArabicText
import EntityModel

extension PDFUnnamed {
  /// The letters before a sign and those behind it.
  private struct Place: Hashable {
    var before, after: [Unicode.Scalar]

    /// Whether the stroke that joins letters may stand here.
    var isBetweenJoined: Bool {
      guard !after.isEmpty, let last = before.last(where: { !PDFLetters.isMark($0) }) else {
        return false
      }
      return !PDFLetters.joinsNone.contains(last)
    }
  }

  /// What is drawn as one sign, or as two that have no letters.
  private static let readings = ["لا", "لأ", "لإ", "لآ"].map { Array($0.unicodeScalars) }
  /// What a sign may be that stands in a few words at least: a shape of a letter that the font has for one neighbour.
  private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئء".unicodeScalars).map {
    [$0]
  }
  /// What stands behind lam in a sign of its own.
  private static let alefs = ["ا", "أ", "إ", "آ"].map { Array($0.unicodeScalars) }
  private static let leastPlaces = 3
  /// How much likelier than without it the words have to be with a reading, each of them, as a logarithm, where the
  /// sign is one that may join letters wherever it stands: a judgement.
  private static let margin: Float = 2
  /// How much likelier they have to be without any of the readings where the sign is none of those strokes.
  ///
  /// Words are the likelier the shorter they are, and what is put into words that are whole makes none of them. In
  /// clusters many of the signs are vowel signs, which are none, and the margin is 0.
  private static let noneMargin: Float = 5
  /// How much less likely the words may be with another reading that may be meant all the same.
  private static let unsureMargin: Float = 1.3
  /// What a single letter costs as a word.
  private static let noWord: Float = -60
  /// How many words with a sign are looked at, and which share of the places of strokes is between joined letters.
  private static let (mostWords, joinedShare) = (200, 0.9)

  /// `pages` with what the signs are, and the words whose letters may be others.
  ///
  /// - Complexity: O(*n*).
  func read(
    _ pages: [[[Unicode.Scalar]]], by likelihood: WordLikelihood?
  ) -> (pages: [[[Unicode.Scalar]]], unsure: [String]) {
    guard !isEmpty, pages.joined().joined().contains(where: Self.isMark) else { return (pages, []) }
    let pages = pages.map { Self.whole($0.map(Self.closed), likelihood).map(Self.closed) }
    var places: [[Unicode.Scalar]: [Place]] = [:]
    var wide: [[Unicode.Scalar]: [Place]] = [:]
    for part in pages.joined().flatMap(Self.parts) {
      places[part.key, default: []].append(part.place)
      wide[part.key, default: []].append(part.wide.place)
    }
    var unsure: [String] = []
    let readings = places.reduce(into: [[Unicode.Scalar]: Reading]()) { readings, place in
      let (key, places) = place
      let reading = Self.reading(
        at: places, isOne: key.count == 1, isOfShapes: key.allSatisfy(ofShapes.contains),
        noneMargin: areOfClusters ? 0 : Self.noneMargin, wide: wide[key] ?? [], likelihood)
      if let example = reading?.unsure { unsure.append(example) }
      readings[key] = reading
    }
    let read = pages.map { $0.map { line in replaced(line, readings, likelihood) } }
    return (read, unsure.sorted())
  }

  /// How many letters a line has at least, and how many signs for each of them, whose letters stand apart: judgements.
  private static let (leastSpaced, spacedShare) = (6, 0.6)

  /// `line` without its signs where one stands behind nearly every letter: LibreOffice fills the gaps between letters
  /// that are set apart with strokes, also behind those that are joined to none.
  private static func closed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let letters = line.count { PDFLetters.isLetter($0) && !isMark($0) && !PDFLetters.isMark($0) }
    let signs = line.indices.count { isMark(line[$0]) && ($0 == 0 || !isMark(line[$0 - 1])) }
    guard letters >= leastSpaced, Double(signs) >= spacedShare * Double(letters) else {
      return line
    }
    return line.filter { !isMark($0) }
  }

  /// Signs that stand together.
  private struct Part {
    /// The signs, one of each that follow one another.
    var key: [Unicode.Scalar]
    var range: Range<Int>
    var place: Place
    /// Where they stand without the spaces beside them.
    var wide: (range: Range<Int>, place: Place)
  }

  /// What signs are.
  private struct Reading {
    var letters: [Unicode.Scalar]
    /// Whether they are a stroke, whose gaps are none.
    var isStroke = false
    /// A word with them where that may be another.
    var unsure: String?
  }

  /// The signs of `line` that stand together.
  private static func parts(of line: [Unicode.Scalar]) -> [Part] {
    var result: [Part] = []
    var index = 0
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      isMark(scalar) || PDFLetters.isLetter(scalar) || PDFLetters.isMark(scalar)
    }
    while let start = line[index...].firstIndex(where: isMark) {
      let end = line[start...].firstIndex { !isMark($0) } ?? line.endIndex
      let key = line[start..<end].reduce(into: [Unicode.Scalar]()) {
        if $0.last != $1 { $0.append($1) }
      }
      func place(_ range: Range<Int>) -> Place {
        let before = line[..<range.lowerBound].reversed().prefix(while: isPart).reversed()
        let after = line[range.upperBound...].prefix(while: isPart)
        return Place(before: before.filter { !isMark($0) }, after: after.filter { !isMark($0) })
      }
      let first = start > 0 && line[start - 1] == " " ? start - 1 : start
      let wide = first..<(end < line.count && line[end] == " " ? end + 1 : end)
      result.append(
        Part(key: key, range: start..<end, place: place(start..<end), wide: (wide, place(wide))))
      index = end
    }
    return result
  }

  /// What stands at `places`, of one sign or more; `nil` where it is no part of Arabic words.
  private static func reading(
    at places: [Place], isOne: Bool, isOfShapes: Bool, noneMargin: Float,
    wide: [Place], _ likelihood: WordLikelihood?
  ) -> Reading? {
    let inWords = places.filter { !$0.before.isEmpty || !$0.after.isEmpty }
    guard inWords.count * 2 > places.count else { return nil }
    // A gap that is too wide for a space may stand at a stroke: most strokes have none.
    let isStroke =
      isOne && inWords.count { $0.isBetweenJoined } * 2 > inWords.count
      && Double(wide.count { $0.isBetweenJoined }) >= joinedShare * Double(wide.count)
    guard let likelihood else { return Reading(letters: [], isStroke: isStroke) }
    let sample = (isStroke ? wide : inWords).prefix(mostWords)
    func score(_ word: [Unicode.Scalar]) -> Float {
      let letters = word.filter { !PDFLetters.isMark($0) }
      return letters.isEmpty ? 0 : likelihood.score(String(String.UnicodeScalarView(letters)))
    }
    func part(_ word: [Unicode.Scalar]) -> Float { word.count == 1 ? noWord : score(word) }
    func total(_ reading: [Unicode.Scalar]) -> Float {
      sample.reduce(0) { $0 + score($1.before + reading + $1.after) }
    }
    // What is drawn behind lam is an alef; other letters have names where shapes of them do.
    let single = isOfShapes ? (sample.allSatisfy { $0.before.last == "ل" } ? alefs : []) : letters
    let scored = (readings + (sample.count < leastPlaces ? [] : single)).map { ($0, total($0)) }
      .sorted { $0.1 > $1.1 }
    let (best, second) = (scored[0], scored[1])
    // Nothing but a vowel sign is no letter there, and none stands on alef.
    let isLetter = isOfShapes && !isStroke && sample.contains { $0.before.last == "ا" }
    let none =
      isLetter
      ? -.infinity : total([]) + (isStroke ? margin : -noneMargin) * Float(sample.count)
    let parts = sample.reduce(0) { $0 + part($1.before) + part($1.after) }
    guard best.1 > max(none, isStroke ? none : parts) else {
      return Reading(letters: isStroke || none > parts ? [] : [" "], isStroke: isStroke)
    }
    let isUnsure = second.1 > best.1 - unsureMargin
    let example = isUnsure ? sample.first.map { $0.before + best.0 + $0.after } : nil
    return Reading(
      letters: best.0, unsure: example.map { String(String.UnicodeScalarView($0)) })
  }

  private func replaced(
    _ line: [Unicode.Scalar], _ readings: [[Unicode.Scalar]: Reading],
    _ likelihood: WordLikelihood?
  ) -> [Unicode.Scalar] {
    var (result, index): ([Unicode.Scalar], Int) = ([], 0)
    for part in Self.parts(of: line) {
      let reading = readings[part.key]
      let range = reading?.isStroke == true ? part.wide.range : part.range
      if range.lowerBound > index { result += line[index..<range.lowerBound] }
      if let reading {
        result += Self.isTwice(reading.letters, at: part.place, likelihood) ? [] : reading.letters
      } else {
        result += line[part.range].compactMap(plain)
      }
      index = range.upperBound
    }
    return result + line[index...]
  }

  /// Whether the letter that a sign is has been told by its neighbour, too, which is drawn with it: `لل` in `اللكويت`.
  private static func isTwice(
    _ letters: [Unicode.Scalar], at place: Place, _ likelihood: WordLikelihood?
  ) -> Bool {
    guard let likelihood, letters.count == 1, place.after.first == letters[0] else { return false }
    func score(_ word: [Unicode.Scalar]) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word.filter { !PDFLetters.isMark($0) })))
    }
    return score(place.before + place.after) > score(place.before + letters + place.after) + margin
  }

  /// `lines` with those put together again that were cut at a sign without width: poppler then gives the second part
  /// first, and the first ends with the sign.
  private static func whole(
    _ lines: [[Unicode.Scalar]], _ likelihood: WordLikelihood?
  ) -> [[Unicode.Scalar]] {
    var result: [[Unicode.Scalar]] = []
    for var line in lines {
      // Those that were put beside each other already.
      var place = line.startIndex
      while let mark = line[place...].firstIndex(where: isMark) {
        place = mark + 1
        guard line[place...].starts(with: [" "]),
          line[place...].dropFirst().first.map(isMark) == true
        else { continue }
        line = joined(line[..<mark], [line[mark]], Array(line[(mark + 2)...]), likelihood)
      }
      guard let mark = line.last, isMark(mark), let before = result.last,
        let first = before.first, isMark(first)
      else {
        result.append(line)
        continue
      }
      result[result.count - 1] = joined(line.dropLast(), [mark], before, likelihood)
    }
    return result
  }

  /// `first`, `marks` and `second` as one line: with the space between the first two where there is one and words are
  /// likelier so.
  private static func joined(
    _ first: ArraySlice<Unicode.Scalar>, _ marks: [Unicode.Scalar], _ second: [Unicode.Scalar],
    _ likelihood: WordLikelihood?
  ) -> [Unicode.Scalar] {
    guard first.last == " ", let likelihood else { return Array(first) + marks + second }
    func score(_ word: some Sequence<Unicode.Scalar>) -> Float {
      likelihood.score(String(String.UnicodeScalarView(word)))
    }
    let start = first.dropLast()
    let head = Array(start.reversed().prefix { PDFLetters.isLetter($0) }.reversed())
    let tail = second.drop(while: isMark).prefix { PDFLetters.isLetter($0) }
    let isTwo =
      head.count > 1
      && readings.map { score(head) + score($0 + tail) }.max() ?? 0
        > readings.map { score(head + $0 + tail) }.max() ?? 0
    return Array(isTwo ? first : start) + marks + second
  }
}
