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

  @Test(arguments: 0..<8)
  func `an index finds words where reading finds them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = DecodedText(copying: Self.bytes(1 << (seed + 3), using: &random))
    let index = PlaceIndex(text)
    var answers = 0
    var found = 0
    for _ in 0..<300 {
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
    #expect(answers > 100)
    #expect(found > 20)
  }

  @Test func `an index says at once which words stand in very many places`() {
    let text = DecodedText(String(repeating: "وقال إن ", count: 1000))
    let index = PlaceIndex(text)
    #expect(index.places(of: Array("ن".utf8), in: text.span, limit: 2) == nil)
    #expect(index.places(of: Array("وقال إن".utf8), in: text.span, limit: 2)?.count == 2)
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
    let rows = Rows(12, of: 2400)
    let string = isLater ? rows.later : rows.text
    let text = AnchoredText(DecodedText(string), contentHash: "a")
    // So many searches that later ones use what they have made.
    for _ in 0..<200 {
      _ = text.words.places(of: "القاهرة".utf8, limit: 1)
      _ = text.anchor(start: 0, end: 60)
    }
    var taken = 0
    for number in rows.spans.indices {
      let content = rows.row(number, in: form)
      let told = Told(try ExchangeFormat.readAny(content, of: text))
      let alone = AnchoredText(DecodedText(string), contentHash: "a")
      taken += told.places.count
      #expect(told == Told(try ExchangeFormat.readAny(content, of: alone)))
      #expect(!alone.words.isIndexed)
    }
    #expect(taken > 0)
    #expect(text.words.isIndexed)
  }
}
