import ArabicText
import Platform
import TestSupport
import Testing

@testable import Annotations

/// Where words stand is the same, however many times words are looked for.
@Suite struct SearchedTextTests {
  /// Bytes of few letters, so that words stand in several places; some are no text.
  private static func bytes(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
    let pieces = ["ا", "ل", "م", "لم", " ", "\n", "a", "\0", "😀", "\u{064E}"].map { Array($0.utf8) }
    let damaged: [[UInt8]] = [[0xD9], [0xA7], [0xFF]]
    var bytes: [UInt8] = []
    while bytes.count < count {
      let choice = Int.random(in: 0..<40, using: &random)
      bytes += choice < damaged.count ? damaged[choice] : pieces[choice % pieces.count]
    }
    return bytes
  }

  /// Texts of such bytes, and some that say the same again and again.
  @Test(arguments: [8, 64, 512, 1024], [1, 7, 300])
  func `an index finds words where reading finds them`(count: Int, repetitions: Int) {
    var random = SeededGenerator(seed: UInt64(count + repetitions))
    let part = Self.bytes(max(1, count / repetitions), using: &random)
    var bytes = (0..<repetitions).flatMap { _ in part }
    if Bool.random(using: &random) { bytes += Self.bytes(8, using: &random) }
    let text = DecodedText(copying: bytes)
    let index = PlaceIndex(text)
    var answers = 0
    var found = 0
    for _ in 0..<100 {
      let longest = [3, 8, 40].randomElement(using: &random) ?? 8
      let length = Int.random(in: 0...longest, using: &random)
      let start = Int.random(in: 0...text.utf8Count, using: &random)
      var words = text.withUTF8 { Array($0[start..<min($0.count, start + length)]) }
      // At times words that stand nowhere, or go on behind the end.
      if Bool.random(using: &random) { words += Self.bytes(1, using: &random) }
      let lower = Int.random(in: 0...text.utf8Count / 2, using: &random)
      let upper = Int.random(in: lower...text.utf8Count, using: &random)
      let span = Bool.random(using: &random) ? text.span : TextSpan(utf8: lower..<upper)
      let limit = [1, 2, 8, 2000].randomElement(using: &random) ?? 1
      guard let places = index.places(of: words, in: span, limit: limit) else { continue }
      answers += 1
      found += places.count
      #expect(places == text.places(of: words, in: span, limit: limit))
    }
    #expect(answers > (repetitions < 300 ? 30 : 0))
    #expect(found > 0)
  }

  @Test func `an index knows of all places of words, or that they are many`() {
    let text = DecodedText(String(repeating: "وقال إن ", count: 100))
    let index = PlaceIndex(text)
    for (words, limit) in [("إن ", 100), ("إن ", 101), ("إن وقال", 100), ("لا", 1), ("لا", 0)] {
      let places = text.places(of: words.utf8, in: text.span, limit: 1000)
      switch index.allPlaces(of: Array(words.utf8), fewerThan: limit) {
      case .all(let all): #expect(all == places && places.count < limit)
      case .many: #expect(places.count >= limit)
      case nil: Issue.record("\(words) begins a scalar")
      }
    }
  }

  /// Reading goes on in another way where it compares much.
  @Test(arguments: ["aaaaaaaa", "aaab", "abab", "baaa", "abaab", "b"])
  func `words are found in a text of one letter, too`(words: String) {
    for text in [String(repeating: "a", count: 300), String(repeating: "aab", count: 100)] {
      let bytes = Array(text.utf8)
      let words = Array(words.utf8)
      let naive = (0...bytes.count - words.count).filter {
        bytes[$0..<$0 + words.count].elementsEqual(words)
      }
      let text = DecodedText(copying: bytes)
      #expect(text.places(of: words, in: text.span, limit: .max).map(\.lower.utf8) == naive)
      let part = TextSpan(utf8: 5..<200)
      let inside = naive.filter { $0 >= 5 && $0 + words.count <= 200 }
      #expect(
        text.places(of: words, in: part, limit: 9).map(\.lower.utf8) == Array(inside.prefix(9)))
    }
  }

  @Test func `an index says at once which words stand in very many places`() {
    let text = DecodedText(String(repeating: "وقال إن ", count: 1000))
    let index = PlaceIndex(text)
    #expect(index.places(of: Array("ن".utf8), in: text.span, limit: 2) == nil)
    #expect(index.places(of: Array("وقال إن".utf8), in: text.span, limit: 200)?.count == 200)
  }

  // MARK: Imports

  /// A text of many sentences with few words, and places of words in it.
  private struct Rows {
    static let words = ["قال", "أحمد", "منصور", "إن", "القاهرة", "وليلى", "الحداد", "هنا", "غداً"]
    var text = ""
    var spans: [(start: Int, end: Int, words: String)] = []

    init(_ count: Int, of length: Int) {
      var random = SeededGenerator(seed: 5)
      var offset = 0
      for number in 0..<length {
        let word = Self.words.randomElement(using: &random) ?? ""
        let isEnd = number % 9 == 8
        if number % (length / count) == 0 {
          spans.append((offset, offset + word.unicodeScalars.count, word))
        }
        // A number that makes some of the context one of its kind.
        let rest = isEnd ? " \(number).\n" : " "
        text += word + rest
        offset += (word + rest).unicodeScalars.count
      }
    }

    /// The text in another state, with a sentence before it.
    var later: String { "عاجل: هذا هو الخبر كما نُشر.\n" + text }

    /// The context of a span.
    func context(_ start: Int, _ end: Int) -> (before: String, after: String) {
      let scalars = Array(text.unicodeScalars)
      let before = scalars[max(0, start - 32)..<start]
      let after = scalars[end..<min(scalars.count, end + 32)]
      return (
        String(String.UnicodeScalarView(before)), String(String.UnicodeScalarView(after))
      )
    }

    /// Row `number` in a form that quotes words with offsets, one that has offsets alone, and two that
    /// have the words around them.
    func row(_ number: Int, in form: Form) -> String {
      let (start, end, words) = spans[number]
      let (before, after) = context(start, end)
      let (whole, exact) = (JSON.string(text).line, JSON.string(words).line)
      let (prefix, suffix) = (JSON.string(before).line, JSON.string(after).line)
      switch form {
      case .quoted: return "T1\tPER \(start) \(end)\t\(words)\n"
      case .offsets:
        return "{\"text\": \(whole), \"label\": [[\(start), \(end), \"PER\"]]}\n"
      case .context:
        return """
          {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "urn:1", \
          "motivation": "highlighting", "target": {"source": "a", "selector": \
          {"type": "TextQuoteSelector", "exact": \(exact), "prefix": \(prefix), \
          "suffix": \(suffix)}}}
          """
      case .part:
        let part = JSON.string(words + after).line
        return "{\"text\": \(part), \"label\": [[0, \(end - start), \"PER\"]]}\n"
      }
    }
  }

  enum Form: CaseIterable {
    case quoted, offsets, context, part
  }

  // As long as a text of which an index is made.
  private static let rows = Rows(12, of: 1656)
  private static let searched = searched(rows.text)
  private static let searchedLater = searched(rows.later)

  /// A text with so many searches that later ones use what they have made.
  private static func searched(_ string: String) -> AnchoredText {
    let text = AnchoredText(DecodedText(string), contentHash: "a")
    for _ in 0..<150 {
      _ = text.words.places(of: "القاهرة".utf8, limit: 1)
      _ = text.anchor(start: 0, end: 60)
    }
    return text
  }

  /// What is told of a row.
  private struct Told: Equatable {
    var places: [Anchor]
    var reasons: [ImportReason]
    var moved: Int

    init(_ result: ImportResult) {
      places = result.annotations.map(\.anchor)
      reasons = result.refused.map(\.reason)
      moved = result.moved
    }
  }

  @Test(arguments: Form.allCases, [false, true])
  func `of many rows each says what it says alone`(form: Form, isLater: Bool) throws {
    let rows = Self.rows
    let text = isLater ? Self.searchedLater : Self.searched
    // So few searches that each row finds it as the first one does.
    let alone = AnchoredText(text.text, contentHash: "a")
    var taken = 0
    for number in rows.spans.indices {
      let content = rows.row(number, in: form)
      let told = Told(try ExchangeFormat.readAny(content, of: text))
      taken += told.places.count
      #expect(told == Told(try ExchangeFormat.readAny(content, of: alone)))
      #expect(!alone.words.isIndexed)
    }
    #expect(taken > 0)
    #expect(text.words.isIndexed)
  }
}
