import ArabicAnalysis
import ArabicText
import EntityModel
import TestSupport
import Testing

/// Names of the development articles as the trained tagger and the rules find them, however the
/// articles are spelt.
@Suite("Names and the ways to spell") struct SpellingTests {
  /// Kind and letters of each name, in text order.
  private func names(in text: String) -> [String] {
    let document = Document(text)
    let analysis = Analyzer().analyze(document)
    return analysis.entities.filter(\.kind.isNamed)
      .flatMap { entity in entity.mentions.map { (entity.kind, $0.span) } }
      .sorted { $0.1 < $1.1 }
      .map { $0.rawValue + " " + Folding.search.fold(document.text.string(in: $1)) }
  }

  @Test func `vowel signs and tatweel change nothing`() throws {
    var random = SeededGenerator(seed: 23)
    for text in try GoldDocument.texts() {
      #expect(names(in: vowelled(text, &random)) == names(in: text))
    }
  }

  /// `text` with vowel signs behind some letters and tatweel behind others.
  private func vowelled(_ text: String, _ random: inout SeededGenerator) -> String {
    var spelt = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      spelt.append(scalar)
      guard ScalarProperties(scalar.value).isLetter, (0x627...0x64A).contains(scalar.value) else {
        continue
      }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: spelt.append(Unicode.Scalar(UInt32.random(in: 0x64E...0x652, using: &random)) ?? " ")
      case 1:
        // Inside a word only: a tatweel at its end joins nothing.
        let next = index + 1 < scalars.count ? scalars[index + 1].value : 0
        if (0x628...0x64A).contains(next) { spelt.append("\u{640}") }
      default: break
      }
    }
    return String(spelt)
  }

  @Test func `a missing hamza, dots and ha for ta marbuta change few names`() throws {
    var same = 0
    var all = 0
    for text in try GoldDocument.texts() {
      let plain = names(in: text)
      for (from, to) in [("أ", "ا"), ("إ", "ا"), ("ى", "ي"), ("ة", "ه")] {
        let spelt = names(in: text.replacing(from, with: to))
        all += plain.count
        same += plain.count - spelt.difference(from: plain).removals.count
      }
    }
    #expect(Double(same) >= 0.9 * Double(all), "\(same) of \(all)")
  }
}
