import TestSupport
import Testing

@testable import ArabicText

@Suite struct PatternPrefilterTests {
  @Test(arguments: [Folding.search, .light, .controls])
  func `the sources of a folded letter are all there are in Unicode`(folding: Folding) {
    var sources: [UInt32: Set<UInt32>] = [:]
    for letter in UInt32(0)..<0x700 where FoldingSources.areKnown(of: letter) {
      sources[letter] = Set(FoldingSources.sources(of: letter, by: folding).map(\.value))
    }
    for scalar in UInt32(0)...0x1FFFF where Unicode.Scalar(scalar) != nil {
      let folded = folding.fold(scalar)
      for letter in [folded.first, folded.second] {
        guard let known = sources[letter] else { continue }
        #expect(known.contains(scalar), "\(scalar) folds to \(letter)")
      }
    }
  }

  @Test func `the letter that is looked for is the rarest that is known`() {
    func rarest(_ word: String) -> String? {
      let scalars = Folding.search.fold(word).unicodeScalars.map(\.value)
      return LetterRarity.rarest(of: scalars).map { String(Array(word)[$0]) }
    }
    #expect(rarest("المحافظة") == "ظ")
    #expect(rarest("اسطرلابات") == "ط")
    #expect(rarest("the quick") == "q")
    #expect(rarest("ال") == "ل")
    #expect(rarest("日本") == nil)
  }

  @Test(arguments: ["محمد", "المحافظة", "لا", "ا", "هي", "OK", "k", "٤٢", "日本", "ﻼ", "a-b", "ﭘ"])
  func `no hit is passed over`(word: String) throws {
    let pattern = try #require(FoldedPattern(word))
    let scout = PatternPrefilter(pattern)
    var hits = 0
    for seed in 0..<40 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = DecodedText(Self.text(around: word, &random))
      var start = TextOffset.zero
      for hit in pattern.matches(in: text, span: text.span) {
        let candidate = try #require(scout.firstCandidate(in: text, TextSpan(start, text.end)))
        // Where the letter of the hit stands, or at a letter before.
        #expect(candidate < hit.upper, "seed \(seed)")
        let own = scout.firstCandidate(in: text, TextSpan(hit.lower, hit.upper))
        #expect(own != nil, "seed \(seed)")
        start = hit.upper
        hits += 1
      }
    }
    #expect(hits > 40)
  }

  /// Random text with the word in it, spelled in many ways.
  private static func text(around word: String, _ random: inout SeededGenerator) -> String {
    let others: [String: [String]] = [
      "ا": ["أ", "إ", "آ", "ٱ", "ﺎ", "ﺍ"], "ه": ["ة", "ہ", "ﺔ", "ﻫ"], "ة": ["ه", "ۃ"],
      "ي": ["ى", "ئ", "ی", "ﻲ", "ﺋ"], "ل": ["ﻟ"], "م": ["ﻣ"], "ظ": ["ﻈ"], "K": ["k", "\u{212A}"],
      "k": ["K", "\u{212A}"], "٤": ["4", "۴"], "O": ["o"], "لا": ["ﻻ"], "b": ["B"],
    ]
    return (0..<12).map { _ in
      let spelled = word.map { letter in
        let letters = [String(letter)] + (others[String(letter)] ?? [])
        let marks = ["", "", "", "\u{64E}", "ـ", "\u{64E}\u{651}", "\u{200D}", "\u{300}"]
        return (letters.randomElement(using: &random) ?? "")
          + (marks.randomElement(using: &random) ?? "")
      }
      return random.text(Int.random(in: 0...9, using: &random)) + spelled.joined()
    }.joined()
  }

  @Test func `text without the letters has no candidate`() throws {
    let scout = PatternPrefilter(try #require(FoldedPattern("إسطرلابات")))
    let text = DecodedText(
      String(repeating: "قال الوزير إن الطريق طويل، وسطر الكاتب.\n", count: 900))
    #expect(scout.firstCandidate(in: text, text.span) == nil)
  }
}
