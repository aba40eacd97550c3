import ArabicText
import Interface
import Testing

@testable import Reader

/// What is known of a document beside its text.
struct DocumentFactsTests {
  private func facts(_ warnings: [DocumentStructure.Warning]) -> [String] {
    var structure = DocumentStructure(format: "pdf", extractor: .init("pdf", version: 1))
    structure.warnings = warnings
    let document = Document(text: DecodedText("نص"), name: "a.pdf", structure: structure)
    return DocumentFacts(of: document).rows.map { $0.string(in: .english) }
  }

  @Test func `of a file with losses the facts do not tell that all of it is shown`() {
    let whole = "shown: all words of the file"
    #expect(facts([]).contains(whole))
    #expect(facts([.gluedWords]).contains(whole))
    for loss: DocumentStructure.Warning in [.endsEarly, .damaged(reason: "x"), .cut] {
      #expect(!facts([loss]).contains(whole))
      #expect(facts([loss]).contains("shown: what can be read of the file"))
    }
  }
}
