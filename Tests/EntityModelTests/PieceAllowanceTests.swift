import ArabicText
import Testing

@testable import EntityModel

/// How much of damaged text is read.
struct PieceAllowanceTests {
  private let file: ModelFile
  private let cutter: PieceCutter

  init() throws {
    let bytes = TinyModel().bytes()
    file = try ModelFile(ModelBytes(copying: bytes), verifying: false)
    cutter = PieceCutter(file)
  }

  private func runs(of string: String) -> (runs: [WordRun], words: Int) {
    let text = DecodedText(string)
    var allowance = PieceAllowance()
    var runs: [WordRun] = []
    var words = 0
    for paragraph in text.paragraphs(in: text.span) {
      let tokens = Tokenizer.tokens(of: text, in: paragraph.content)
      words += tokens.count
      runs += WordRuns.cut(
        tokens, of: text, pieces: cutter, shape: file.shape, allowance: &allowance)
    }
    return (runs, words)
  }

  /// Invented damage of some thousand bytes each.
  static let damage = [
    ".", "“", "\u{FFFD}", "- ", "ك ", "ك\n", "1 2 ", "م-ح-", "a/b?c&", "=", "🙂", "ـ", "\u{301}",
    "x\u{FFFD}", "%20", "(((", "aZ9+/", "َُِ",
  ]

  @Test(arguments: damage)
  func `however dense a text is, its pieces are bounded by its bytes`(unit: String) {
    let text = String(repeating: unit, count: 20_000 / unit.utf8.count)
    let pieces = runs(of: text).runs.reduce(0) { $0 + $1.pieces.count }
    let bound =
      text.utf8.count * PieceAllowance.piecesInEightBytes / 8 + PieceAllowance.capacity
    #expect(pieces <= bound)
  }

  @Test(arguments: damage)
  func `behind damage words are read again`(unit: String) {
    let (runs, _) = runs(
      of: String(repeating: unit, count: 500) + "\n" + String(repeating: "محمد ", count: 40))
    #expect(runs.last?.ends.last.map { $0 != nil } == true)
  }

  @Test func `each word has a place, and what is not read is outside of names`() throws {
    let text = String(repeating: ".", count: 3000)
    let (runs, words) = runs(of: text)
    #expect(runs.flatMap(\.words).elementsEqual(0..<words))
    #expect(runs.reduce(0) { $0 + $1.ends.count } == words)
    #expect(runs.reduce(0) { $0 + $1.wordCount } < words)
    let windows = RunWindow.windows(of: [runs], words: 60, positions: file.shape.positions)
    #expect(windows.allSatisfy { $0.parts.allSatisfy { $0.run.wordCount > 0 } })
    let scores = [WordScores](repeating: .outside, count: 5)
    #expect(TagPath.best(scores, allowed: Set(NameType.allCases)) == [0, 0, 0, 0, 0])
  }

  @Test func `a word without spaces has a few pieces however long it is`() {
    for word in ["ا", "محمدقالان", "aGVsbG8"] {
      let text = DecodedText(String(repeating: word, count: 100_000 / word.utf8.count))
      #expect(cutter.pieces(of: text, at: text.span).count <= PieceCutter.limit)
    }
  }

  @Test func `what is saved is no more than the capacity, and is used up`() {
    var allowance = PieceAllowance()
    allowance.pass(bytes: 1 << 40)
    let takes = [PieceAllowance.capacity, 1].map { allowance.spend($0) }
    #expect(takes == [true, false])
    allowance.pass(bytes: 8)
    let takesMore = [3, 2].map { allowance.spend($0) }
    #expect(takesMore == [false, true])
  }
}
