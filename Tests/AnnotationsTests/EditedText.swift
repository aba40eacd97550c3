import ArabicText
import Foundation
import TestSupport

@testable import Annotations

/// A text in which every scalar has a name of its own, so that it can be told where it went when the
/// text is edited.
struct EditedText {
  private var scalars: [(value: Unicode.Scalar, name: Int)]
  private var next = 0

  /// A text of `sentences` sentences made of few words, many of them twice or nearly so.
  init(sentences: Int, using generator: inout SeededGenerator) {
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

  /// The text as it is now.
  var text: DecodedText {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map(\.value))
    return DecodedText(String(view))
  }

  /// The number of scalars.
  var count: Int { scalars.count }

  /// The names of the scalars `range`.
  func names(_ range: Range<Int>) -> [Int] { scalars[range].map(\.name) }

  /// Whether `range` is where the scalars `names` went: they stand there, in order, but for some that
  /// were deleted and written again, a third at most.
  func holds(_ names: [Int], in range: Range<Int>) -> Bool {
    let same = zip(self.names(range), names).count { $0 == $1 }
    return range.count == names.count && same * 3 >= names.count * 2
  }

  /// Changes the text in one place: inserts, deletes, replaces, moves or doubles something.
  mutating func edit(using generator: inout SeededGenerator) {
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
