import ArabicText
import Documents
import TestSupport
import Testing

/// Any bytes as a document, and search in it.
struct DecoderFuzzTests {
  private func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...400, using: &generator)
    let starts: [[UInt8]] = [
      [], [], [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0],
      [0, 0, 0xFE, 0xFF],
      Array("%PDF-1.4\n".utf8), Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B, 8, 0],
    ]
    let start = starts.randomElement(using: &generator) ?? []
    return start
      + (Bool.random(using: &generator)
        ? RandomText.bytes(count, using: &generator)
        : generator.mutated(Array(RandomText.paragraph(scalars: count, using: &generator).utf8)))
  }

  @Test func `any file is a document or is refused with a message`() throws {
    let folder = try TemporaryFolder()
    var (read, refused) = (0, 0)
    for seed in Fuzz.seeds(600) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let path = try folder.file("text", bytes(&generator))
      let charsets = [
        nil, nil, "windows-1256", "UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-6", "UTF-32",
      ]
      let charset = charsets.randomElement(using: &generator) ?? nil
      do {
        let document = try DocumentLoader.load(path: path, encoding: charset)
        check(document.text, seed)
        read += 1
      } catch {
        #expect(!error.description.isEmpty)
        #expect((64...74).contains(error.exitCode))
        refused += 1
      }
    }
    #expect(read > 100 && refused > 10)
  }

  /// Reads `text` forward, backward and by paragraphs.
  private func check(_ text: DecodedText, _ seed: Int) {
    let forward = Array(text.scalars(in: text.span))
    var position = text.end
    for scalar in forward.reversed() {
      #expect(text.scalar(before: position) == scalar, "seed \(seed)")
      position = scalar.offset
    }
    #expect(position == .zero, "seed \(seed)")
    var next = TextOffset.zero
    for paragraph in text.paragraphs(in: text.span) {
      #expect(paragraph.start == next && paragraph.content.upper <= paragraph.next, "seed \(seed)")
      next = paragraph.next
    }
    #expect(next == text.end, "seed \(seed)")
  }

  @Test func `a search finds what comparing letter by letter finds`() {
    var hits = 0
    for seed in Fuzz.seeds(1500) {
      var generator = SeededGenerator(seed: UInt64(seed))
      // Few letters, so that patterns repeat and overlap.
      let letters = Array("ابأأبببتة\u{64E}ـ \u{FEFB}aA\u{200D}\u{645}".unicodeScalars)
      func string(_ count: Int) -> String {
        String(
          String.UnicodeScalarView(
            (0..<count).compactMap { _ in letters.randomElement(using: &generator) }))
      }
      let folding: Folding =
        [.search, .controls, .light, []].randomElement(using: &generator) ?? []
      let text = DecodedText(string(Int.random(in: 0...60, using: &generator)))
      guard
        let pattern = FoldedPattern(
          string(Int.random(in: 1...4, using: &generator)), folding: folding)
      else { continue }
      let folded = FoldedText(text, in: text.span, by: folding)
      var wanted: [TextSpan] = []
      var place = 0
      while place + pattern.scalars.count <= folded.scalars.count {
        let range = place..<place + pattern.scalars.count
        if Array(folded.scalars[range]) == pattern.scalars {
          wanted.append(folded.span(of: range))
          place = range.upperBound
        } else {
          place += 1
        }
      }
      #expect(pattern.matches(in: text, span: text.span) == wanted, "seed \(seed)")
      hits += wanted.count
    }
    #expect(hits > 500)
  }
}
