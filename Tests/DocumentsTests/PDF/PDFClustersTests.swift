import EntityModel
import TestSupport
import Testing

@testable import Documents

/// Tables of letters that tell the text of a cluster for the first sign of it.
struct PDFClustersTests {
  private func table(_ entries: String) -> String {
    "begincodespacerange\n<0000> <ffff>\nendcodespacerange\n4 beginbfchar\n\(entries)\nendbfchar"
  }

  private func mended(_ entries: String, _ followers: [Int: Int] = [:]) -> String {
    let clusters = PDFClusters(Array(table(entries).utf8)) { followers[$0] }
    return String(decoding: clusters.table, as: UTF8.self)
  }

  @Test func `a vowel sign keeps no letter, and what is drawn behind it gets that`() {
    #expect(
      mended("<0789> <0623064f>\n<0183> <>\n<0187> <0627>", [0x789: 0x183])
        == table("<0789> <064F>\n<0183> <0623>\n<0187> <0627>"))
    // The letters of a table may have been turned round before.
    #expect(
      mended("<0789> <064F0623>\n<0183> <0627>", [0x789: 0x183])
        == table("<0789> <064F>\n<0183> <0627>"))
  }

  @Test func `behind a letter with two signs either may be drawn first`() {
    #expect(
      mended("<01> <>\n<0789> <0644064e0651>\n<0183> <>", [0x789: 0x183])
        == table("<01> <>\n<0789> <064E0651>\n<0183> <>"))
  }

  @Test func `ligatures and tables of other programs stay as they are`() {
    let entries = "<0789> <06440627>\n<0183> <>\n<0187> <00A0064E>"
    #expect(mended(entries, [0x789: 0x183]) == table(entries))
    let other = table("<0789> <0623064F>\n<0183> <>").replacing("<ffff>", with: "<FFFF>")
    let clusters = PDFClusters(Array(other.utf8)) { _ in 0x183 }
    #expect(!clusters.areThere)
    #expect(clusters.table == Array(other.utf8))
  }

  @Test func `signs that follow each other are known where a cluster is moved within a text`() {
    var signs = PDFShownSigns()
    signs.add(
      Array("BT /F 1 Tf [<0789>0<0183>] TJ [<0790>] TJ 1 0 0 1 0 3 Tm [<>-3<0184>] TJ ET".utf8))
    signs.add(Array("BT /F 1 Tf [<0789>0<0188>] TJ ET".utf8))
    #expect(signs.follower(of: 0x789, in: ["F"]) == 0x183)
    #expect(signs.follower(of: 0x790, in: ["G", "F"]) == 0x184)
    #expect(signs.follower(of: 0x184, in: ["F"]) == nil)
  }

  @Test func `a lam that is told twice before kaf is one, where all are so`() {
    func pages(_ text: String) -> [[[Unicode.Scalar]]] { [[Array(text.unicodeScalars)]] }
    func isNeeded(_ text: String) -> Bool { PDFDoubledLam.isNeeded(in: pages(text), .builtIn) }
    #expect(isNeeded("وللكن العازف حمل اللكمان"))
    #expect(!isNeeded("سعر للكيلو في شركة للكهرباء"))
    #expect(!isNeeded("لكن العازف حمل اللكمان"))
    #expect(!isNeeded("ذلك ملكها"))
    let line = PDFDoubledLam.repaired(Array("وللكن اللكمان لللكاتب ملكه".unicodeScalars))
    #expect(String(String.UnicodeScalarView(line)) == "ولكن الكمان للكاتب ملكه")
  }

  @Test func `hamza that alef has from a sign that both share is taken away`() throws {
    let likelihood = try #require(WordLikelihood.builtIn)
    let wrong = "محكمة طرأبلس يوم ألأحد وسعر ألدولأر لأ يزأل ثأبتأ، وأضأف ألحأكم أن ألأسوأق هأدئة"
    #expect(PDFSharedAlef.isNeeded(in: [[Array((wrong + wrong).unicodeScalars)]]))
    let line = PDFSharedAlef.repaired(Array(wrong.unicodeScalars), by: likelihood)
    let read = String(String.UnicodeScalarView(line))
    #expect(read.hasPrefix("محكمة طرابلس يوم الأحد وسعر الدولار لا يزال ثابتا، وأضاف الحاكم أن"))
    #expect(!PDFSharedAlef.isNeeded(in: [[line + line]]))
  }

  @Test func `whatever stands in a table does no harm`() {
    let given = Array(table("<0789> <0623064f>\n<0183> <>\n<0187> <0627>").utf8)
    for seed in Fuzz.seeds(300) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let clusters = PDFClusters(generator.mutated(given)) { $0 + 1 }
      #expect(clusters.table.count < 2 * given.count + 64, "seed \(seed)")
    }
  }
}
