import ArabicText
import TestSupport
import Testing

@testable import TextLayout

/// The shortcuts for paragraphs without another direction change nothing.
struct PlainParagraphTests {
  /// What news in one script is made of: letters, marks, numbers, signs; now and then a letter of the
  /// other direction.
  private static let arabic: [UInt32] =
    Array(0x620...0x652) + Array(0x660...0x66C) + Array(0x671...0x6D5)
    + [
      0x20, 0x20, 0x20, 0x9, 0x30, 0x31, 0x2C, 0x2E, 0x3A, 0x2F, 0x2D, 0x2B, 0x25, 0x24, 0x28, 0x29,
    ]
    + [0xAB, 0xBB, 0x60C, 0x61B, 0x61F, 0x300, 0x644, 0x627, 0xFEFB, 0x2014, 0x6DD, 0x600, 0xA0]
  private static let latin: [UInt32] =
    Array(0x41...0x5A) + [0x20, 0x20, 0x31, 0x2C, 0x2E, 0x25, 0x28, 0x29, 0x300, 0x2014, 0x9]

  private func expectSame(_ text: DecodedText, _ seed: Int) {
    for direction in [nil, Direction.rightToLeft, .leftToRight] {
      for fallback in [Direction.rightToLeft, .leftToRight] {
        let options = LayoutOptions(width: 17, direction: direction, fallback: fallback)
        let short = ShapedParagraph(text, text.span, options)
        let long = ShapedParagraph(text, text.span, options, usesShortcuts: false)
        #expect(short.base == long.base, "seed \(seed)")
        #expect(short.scalars.map(\.level) == long.scalars.map(\.level), "seed \(seed)")
        #expect(
          ParagraphLayout(short, options) == ParagraphLayout(long, options), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [arabic, latin])
  func `a paragraph in one script is laid out as FriBidi resolves it`(alphabet: [UInt32]) throws {
    for seed in 0..<600 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        let scalar = try #require(alphabet.randomElement(using: &generator))
        view.append(try #require(Unicode.Scalar(scalar)))
      }
      expectSame(DecodedText(String(view)), seed)
    }
  }

  @Test func `any paragraph is laid out as FriBidi resolves it`() {
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 0...40, using: &generator)
      expectSame(DecodedText(RandomText.paragraph(scalars: count, using: &generator)), seed)
    }
  }

  @Test(arguments: [
    ("قال ١٢٫٥ و3.5%", UInt8(1)), ("كتاب", 1), ("news 24", 0), ("(…)", 1), ("12 كتابا", nil),
    ("كتاب a", nil), ("كتاب שלום", nil), ("كتاب\u{200F}", nil),
  ])
  func `only paragraphs in one script are plain`(text: String, base: UInt8?) {
    var classes: [BidiClass] = []
    for scalar in text.unicodeScalars { classes.append(ScalarProperties(scalar.value).bidi) }
    let found = PlainLevels.levels(of: classes, direction: nil, fallback: .rightToLeft)
    #expect(found?.base == base)
  }
}
