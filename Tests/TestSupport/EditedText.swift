import ArabicText

/// A text in which every scalar has a name of its own, so that it can be told where it went when the
/// text is edited.
package struct EditedText {
  private var scalars: [(value: Unicode.Scalar, name: Int)]
  private var next = 0

  /// A text of `sentences` sentences made of few words, many of them twice or nearly so.
  package init(sentences: Int, using generator: inout SeededGenerator) {
    var text: [String] = []
    var known: [String] = []
    for _ in 0..<sentences {
      var sentence =
        Bool.random(using: &generator) && !known.isEmpty
        ? known[Int.random(in: 0..<known.count, using: &generator)]
        : Self.words(Int.random(in: 3...18, using: &generator), using: &generator)
      if Int.random(in: 0..<3, using: &generator) == 0, let cut = sentence.lastIndex(of: " ") {
        sentence = sentence[..<cut] + " " + Self.words(1, using: &generator)
      }
      known.append(sentence)
      text.append(sentence + ".")
    }
    scalars = []
    scalars = named(text.joined(separator: Bool.random(using: &generator) ? " " : "\n"))
  }

  /// `text`, each scalar with a name of its own.
  package init(_ text: DecodedText) {
    scalars = []
    scalars = named(text.string(in: text.span))
  }

  /// The text as it is now.
  package var text: DecodedText {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map(\.value))
    return DecodedText(String(view))
  }

  /// The number of scalars.
  package var count: Int { scalars.count }

  /// The names of the scalars `range`.
  package func names(_ range: Range<Int>) -> [Int] { scalars[range].map(\.name) }

  /// Whether `range` is where the scalars `names` went: they stand there, in order, but for some that
  /// were deleted and written again, a third at most.
  package func holds(_ names: [Int], in range: Range<Int>) -> Bool {
    let same = zip(self.names(range), names).count { $0 == $1 }
    return range.count == names.count && same * 3 >= names.count * 2
  }

  /// Whether `range` is where the scalars `names` of `original` went: they stand there, in order, but for
  /// some that were deleted and written again, a third at most; white space does not count.
  package func holds(
    _ names: Range<Int>, of original: EditedText, in range: Range<Int>
  ) -> Bool {
    let (there, wanted) = (words(range), original.words(names))
    let same = zip(there, wanted).count { $0.name == $1.name }
    return there.map(\.value) == wanted.map(\.value) && same * 3 >= wanted.count * 2
  }

  /// Whether the line of `new` up to the end of `span`, or from its start, is that of `old` up to or from
  /// `was`: who reads both finds the same passage there.
  package static func reads(
    _ new: DecodedText, at span: TextSpan, as old: DecodedText, at was: TextSpan
  ) -> Bool {
    func head(_ text: DecodedText, _ span: TextSpan) -> String {
      text.string(in: TextSpan(text.paragraph(at: span.lower).content.lower, span.upper))
    }
    func tail(_ text: DecodedText, _ span: TextSpan) -> String {
      let end = text.paragraph(at: span.upper).content.upper
      return text.string(in: TextSpan(span.lower, max(end, span.upper)))
    }
    return head(new, span) == head(old, was) || tail(new, span) == tail(old, was)
  }

  /// The scalars of `range` that are no white space.
  private func words(_ range: Range<Int>) -> [(value: Unicode.Scalar, name: Int)] {
    scalars[range].filter { !ScalarProperties($0.value.value).isSpace && $0.value != "\u{FEFF}" }
  }

  /// Changes the text in one place: inserts, deletes, replaces, moves or doubles something.
  package mutating func edit(using generator: inout SeededGenerator) {
    let start = Int.random(in: 0..<max(1, scalars.count), using: &generator)
    let reach = [1, 3, 12, 60].randomElement(using: &generator) ?? 1
    let end = min(scalars.count, start + Int.random(in: 0...reach, using: &generator))
    let piece = Array(scalars[start..<end])
    let inserted = named(
      Bool.random(using: &generator)
        ? Self.words(Int.random(in: 1...4, using: &generator), using: &generator)
        : generator.text(Int.random(in: 1...6, using: &generator)))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: scalars.insert(contentsOf: inserted, at: start)
    case 1: scalars.removeSubrange(start..<end)
    case 2: scalars.replaceSubrange(start..<end, with: inserted)
    case 3:
      scalars.removeSubrange(start..<end)
      scalars.insert(
        contentsOf: piece, at: Int.random(in: 0...scalars.count, using: &generator))
    default:
      scalars.insert(
        contentsOf: piece, at: Int.random(in: 0...scalars.count, using: &generator))
    }
  }

  /// The span of the scalars `range` in the text as it is now.
  package func span(of range: Range<Int>) -> TextSpan {
    func offset(_ index: Int) -> Int {
      scalars[..<index].reduce(0) { $0 + UTF8.width($1.value) }
    }
    return TextSpan(utf8: offset(range.lowerBound)..<offset(range.upperBound))
  }

  /// The scalars that stand at `span` of the text as it is now.
  package func range(of span: TextSpan) -> Range<Int> {
    var (offset, lower, upper) = (0, 0, 0)
    for (value, _) in scalars {
      if offset < span.lower.utf8 { lower += 1 }
      if offset < span.upper.utf8 { upper += 1 }
      offset += UTF8.width(value)
    }
    return lower..<max(lower, upper)
  }

  private mutating func named(_ text: String) -> [(value: Unicode.Scalar, name: Int)] {
    let result = text.unicodeScalars.enumerated().map { (value: $1, name: next + $0) }
    next += result.count
    return result
  }

  private static let vocabulary = [
    "قال", "وقال", "الوزير", "الوزيرة", "في", "من", "المدينة", "مدينة", "إن", "أن", "العمل", "على",
    "ليلى", "الحداد", "«نعم»", "2019", "الجسر", "جسر", "اليوم", "UNOCT",
  ]

  private static func words(_ count: Int, using generator: inout SeededGenerator) -> String {
    (0..<count).map { _ in vocabulary.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
  }
}
