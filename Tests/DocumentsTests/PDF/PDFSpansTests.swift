import Testing

@testable import Documents

/// Several signs of a PDF that one text replaces.
struct PDFSpansTests {
  private func first(_ content: String) -> String? {
    PDFSpans.withFirstSigns(Array(content.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private let span = "/Span<</ActualText<feff0623>>>\nBDC\n"
  private let letter = "1 0 0 1 83.9 61.8 Tm\n/F1 14 Tf<15>Tj\n"
  private let hamza = "1 0 0 1 83.6 63.4 Tm\n/F1 14 Tf<16>Tj\n"
  private let next = "1 0 0 1 87.4 61.8 Tm\n/F1 14 Tf<17>Tj\nET\n"

  @Test func `the signs above a letter are left out, and what follows stays`() {
    let whole = span + letter + "EMC\n"
    #expect(first("BT\n" + span + letter + hamza + "EMC\n" + next) == "BT\n" + whole + next)
    #expect(first(span + letter + hamza + hamza + "EMC\nET") == whole + "ET")
    let two = span + letter + hamza + "EMC\n"
    #expect(first(two + two + next) == whole + whole + next)
  }

  @Test func `a span of one sign, and what is placed behind its signs, stay as they are`() {
    #expect(first(span + letter + "EMC\n" + next) == nil)
    #expect(first(span + letter + hamza + "EMC\n/F1 14 Tf<17>Tj\nET") == nil)
    #expect(first(letter + hamza + next) == nil)
    #expect(first(span + letter + hamza) == nil)
  }
}
