import ArabicText

/// Finds the headline among the paragraphs of a PDF by the title that the file has for itself.
enum PDFTitle {
  /// How many paragraphs are looked at, and how many the headline may be cut into.
  private static let (mostBefore, mostParts) = (4, 4)

  /// Where the paragraphs stand that are the title `title` together; `nil` where none are.
  static func place(of title: String, in paragraphs: [PDFPages.Paragraph]) -> Range<Int>? {
    let letters = letters(title.unicodeScalars)
    guard !letters.isEmpty else { return nil }
    for start in paragraphs.indices.prefix(mostBefore) {
      var found: [Unicode.Scalar] = []
      guard !self.letters(paragraphs[start].words).isEmpty else { continue }
      for end in paragraphs.indices[start...].prefix(mostParts) {
        found += self.letters(paragraphs[end].words)
        if found == letters { return start..<end + 1 }
        if found.count > letters.count { break }
      }
    }
    return nil
  }

  /// The first heading, where it stands at the beginning, of a file that has no title for itself.
  static func headline(of paragraphs: [PDFPages.Paragraph]) -> Int? {
    paragraphs.indices.prefix(mostBefore).first { paragraphs[$0].isHeading }
  }

  /// What the paragraph at `index` is where the headline stands at `headline`, or is the first heading.
  static func kind(
    of paragraph: PDFPages.Paragraph, at index: Int, _ headline: Int?
  ) -> DocumentStructure.Block.Kind? {
    if index == headline { return .heading(level: 1) }
    return paragraph.isHeading ? .heading(level: 2) : nil
  }

  private static func letters(_ words: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    words.filter { $0.properties.isAlphabetic && !PDFLetters.isMark($0) }
  }
}
