import ArabicText
import Testing
import TextLayout

/// Pictures of several scalars: in order, whole, and on one line.
struct EmojiSequenceTests {
  private static let sequences = [
    "👍🏽", "👨‍👩‍👧‍👦", "🇪🇬", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "👩🏽‍🚒", "❤️‍🔥", "1️⃣", "👁️‍🗨️",
  ]

  private func lines(_ string: String, width: Int, isVisual: Bool = true) -> [Line] {
    let text = DecodedText(string)
    let options = LayoutOptions(width: width, lettering: Lettering(isVisual: isVisual))
    return ParagraphLayout(text, text.span, options: options).lines
  }

  @Test(arguments: sequences, [true, false])
  func `a sequence stands in its order in text of either direction`(
    sequence: String, isVisual: Bool
  ) {
    for string in ["يد \(sequence) عائلة", "a \(sequence) b", sequence] {
      let row = lines(string, width: 40, isVisual: isVisual)[0].cells.map(\.text).joined()
      #expect(row.contains(sequence), "\(row)")
    }
  }

  @Test(arguments: sequences, 4...13)
  func `no line ends inside a sequence`(sequence: String, width: Int) {
    for string in [
      String(repeating: sequence, count: 30), String(repeating: "بيت" + sequence, count: 12),
    ] {
      let characters = string.indices.map { string.utf8.distance(from: string.startIndex, to: $0) }
      let columns = lines(sequence, width: 40)[0].cells.reduce(0) { $0 + $1.columns }
      guard columns <= width else { continue }
      for line in lines(string, width: width).dropFirst() {
        #expect(characters.contains(line.span.lower.utf8), "\(string) at \(line.span)")
      }
    }
  }

  @Test func `neighbours stand from right to left, each in its order`() {
    let row = lines("يد 👍🏽👎🏿 هنا", width: 40)[0].cells.map(\.text).joined()
    #expect(row.contains("👎🏿👍🏽"), "\(row)")
    // The letters of flags are left-to-right letters (UAX #9).
    let flags = lines("علم 🇪🇬🇱🇾🇹🇳 هنا", width: 40)[0].cells.map(\.text).joined()
    let letters = flags.unicodeScalars.filter { (0x1F1E6...0x1F1FF).contains($0.value) }
    #expect(letters.map(\.value) == "🇪🇬🇱🇾🇹🇳".unicodeScalars.map(\.value))
  }

  @Test func `what asks for a picture stands with nothing else`() {
    for string in ["ب\u{FE0F}", "1\u{FE0F} ب", "\u{FE0F}ب"] {
      let cells = lines(string, width: 10)[0].cells
      #expect(cells.allSatisfy { !$0.text.unicodeScalars.contains("\u{FE0F}") })
    }
  }

  @Test func `a skin tone without a base and a joiner without a second part stand alone`() {
    for string in ["ب🏽", "👨\u{200D} ب", "🇪 🇬"] {
      let cells = lines(string, width: 10)[0].cells
      #expect(cells.allSatisfy { !$0.text.unicodeScalars.contains("\u{200D}") })
    }
  }

  @Test(arguments: ["؟", "!", "،", "؛", ":", "?", "؟!"])
  func `no line begins with a spaced sign that closes`(sign: String) {
    let words = ["نهاية", "وبداية", "ثم", "أخيرا", "بيت", "كتاب"]
    for width in 12...30 {
      let string = words.map { "\($0) \(sign)" }.joined(separator: " ")
      for line in lines(string, width: width).dropFirst() {
        let text = DecodedText(string).string(in: line.span)
        #expect(!text.hasPrefix(sign), "\(text) at \(width)")
      }
    }
  }
}
