import ArabicText
import TestSupport
import Testing

@testable import EntityModel

@Suite("Paragraphs that are read together")
struct NeighbourhoodTests {
  private func text(_ seed: UInt64) -> DecodedText {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<60).map { _ in
      RandomText.paragraph(scalars: Int.random(in: 0...300, using: &random), using: &random)
    }
    return DecodedText(lines.joined(separator: "\n"))
  }

  @Test(arguments: 0..<10)
  func `every paragraph is in one neighbourhood, with all that begin near it`(seed: UInt64) {
    let text = text(seed)
    let paragraphs = Array(text.paragraphs(in: text.span))
    let runs = Neighbourhood.runs(of: paragraphs)
    #expect(runs.flatMap(Array.init) == Array(paragraphs.indices))
    for run in runs {
      let neighbourhood = Neighbourhood(of: paragraphs[run.lowerBound])
      #expect(neighbourhood.paragraphs(of: text) == paragraphs[run].filter { !$0.content.isEmpty })
    }
  }

  @Test func `without paragraphs there is nothing to read`() {
    #expect(Neighbourhood.runs(of: []) == [])
  }
}

@Suite("Runs that go through the encoder together")
struct RunWindowTests {
  private func run(_ words: Range<Int>, pieces: Int) -> WordRun {
    WordRun(
      words: words, pieces: .init(repeating: PieceVocabulary.unknown, count: pieces),
      wordCount: words.count)
  }

  @Test func `short paragraphs are put together up to the limit of words`() {
    let runs = [[run(0..<40, pieces: 60)], [run(0..<60, pieces: 90)], [run(0..<20, pieces: 30)]]
    let windows = RunWindow.windows(of: runs, words: 110, positions: 512)
    #expect(windows.map { $0.parts.map(\.paragraph) } == [[0, 1], [2]])
    #expect(windows[0].parts.map(\.start) == [1, 62])
    #expect(windows[0].pieces.count == 153)
    #expect(windows[0].pieces[61] == PieceVocabulary.end)
  }

  @Test func `the encoder's positions are never exceeded`() {
    let runs = (0..<20).map { _ in [run(0..<2, pieces: 100)] }
    let windows = RunWindow.windows(of: runs, words: 110, positions: 512)
    #expect(windows.allSatisfy { $0.pieces.count <= 512 })
    #expect(windows.flatMap { $0.parts.map(\.paragraph) } == Array(0..<20))
  }

  @Test func `a name is read with what stands in the paragraph before`() throws {
    let text = DecodedText("وصل الوزير خالد الزعبي أمس.\nوغادر الزعبي دمشق.")
    let paragraphs = text.paragraphs(in: text.span).map {
      Tokenizer.tokens(of: text, in: $0.content)
    }
    let session = try #require(NameTagger.builtIn).session()
    let alone = session.names(in: paragraphs[1], of: text)
    let together = session.names(inParagraphs: paragraphs, of: text)
    #expect(together.count == 2)
    #expect(together[1].map(\.words) == [1..<2, 2..<3])
    #expect(together[1].map(\.probability) != alone.map(\.probability))
  }
}
