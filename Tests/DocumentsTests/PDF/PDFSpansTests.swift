import Testing

@testable import Documents

/// Several signs of a PDF that one text replaces.
struct PDFSpansTests {
  private func read(_ content: String) -> String? {
    PDFSpans.withSignsOnLine(Array(content.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  private let span = "/Span<</ActualText<feff0623>>>\nBDC\n"
  private let letter = "1 0 0 1 83.9 61.8 Tm\n/F1 14 Tf<15>Tj\n"
  private let hamza = "1 0 0 1 83.6 63.4 Tm\n/F1 14 Tf<16>Tj\n"
  private let next = "1 0 0 1 87.4 61.8 Tm\n/F1 14 Tf<17>Tj\nET\n"

  @Test func `the letter that stands on the line stays, and what follows`() {
    let whole = span + letter + "EMC\n"
    for signs in [letter + hamza, hamza + letter, letter + hamza + hamza] {
      #expect(read("BT\n" + span + signs + "EMC\n" + next) == "BT\n" + whole + next)
    }
    #expect(read(next + span + hamza + letter + "EMC\nET") == next + whole + "ET")
    let two = span + letter + hamza + "EMC\n"
    #expect(read(two + next + two + next) == whole + next + whole + next)
  }

  @Test func `spans of one sign, and those whose line or end is not known, stay as they are`() {
    #expect(read(span + letter + "EMC\n" + next) == nil)
    #expect(read(span + letter + hamza + "EMC\n/F1 14 Tf<17>Tj\nET") == nil)
    #expect(read(span + hamza + hamza + "EMC\n" + next) == nil)
    #expect(read(letter + hamza + next) == nil)
    #expect(read(span + letter + hamza) == nil)
  }
}
