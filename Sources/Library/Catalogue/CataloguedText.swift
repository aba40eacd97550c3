import ArabicText
import Documents
import Platform

/// What a catalogue keeps of a text.
struct CataloguedText: Sendable {
  /// The hash by which it is known again.
  var hash: String
  /// That of its folded words, so that copies that differ by spaces or vowel signs are known as such.
  var folded: String
  /// What tells which others it resembles.
  var sketch: TextSketch?
  /// The title that the file tells, else the first line.
  var title: String
  /// Who published it.
  var source: String?
  /// When it was published, on the clock of where it was written: its day is the one that it tells.
  var date: Timestamp?
  /// How many words it has.
  var count: Int
  /// All of it, folded as for a search.
  var words: String

  /// The longest title, in letters.
  private static let longestTitle = 120

  /// What is kept of `document`.
  ///
  /// - Complexity: O(*n*).
  init(_ document: Document) {
    let text = document.text
    words = Self.folded(text, in: text.span)
    let parts = words.unicodeScalars.split { !Self.isLetter($0) }
    count = parts.count
    // What is told beside an article, as its day and its number, differs where it was gathered twice.
    let told = Self.facts(of: document).isEmpty ? parts : Self.parts(of: document)
    sketch = TextSketch(told)
    folded = DocumentLoader.contentHash(
      of: DecodedText(told.map { String($0) }.joined(separator: " ")))
    hash = document.contentHash ?? DocumentLoader.contentHash(of: text)
    title = Self.shortened(document.structure?.title ?? Self.firstLine(of: text))
    source = document.structure?.source
    date = document.structure?.date.flatMap { Timestamp(told: $0) }
  }

  /// What is told beside the article, in text order.
  private static func facts(of document: Document) -> [TextSpan] {
    (document.structure?.blocks ?? []).lazy.filter { $0.kind == .caption }.map(\.span)
  }

  /// The folded words of `document` without the facts.
  private static func parts(of document: Document) -> [String.UnicodeScalarView.SubSequence] {
    let (text, facts) = (document.text, facts(of: document))
    let starts = [text.span.lower] + facts.map(\.upper)
    return zip(starts, facts.map(\.lower) + [text.span.upper]).flatMap { start, end in
      folded(text, in: TextSpan(start, max(start, end))).unicodeScalars.split { !isLetter($0) }
    }
  }

  /// The passage `span`, folded as for a search.
  ///
  /// - Complexity: O(*n*).
  static func folded(_ text: DecodedText, in span: TextSpan) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(span.utf8Count)
    func put(_ value: UInt32) {
      guard value != 0, let scalar = Unicode.Scalar(value) else { return }
      UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
    }
    for scalar in text.scalars(in: span) {
      let folded = Folding.search.fold(scalar.value)
      put(folded.first)
      put(folded.second)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let properties = ScalarProperties(scalar.value)
    return properties.isLetter || properties.isDigit
  }

  private static func firstLine(of text: DecodedText) -> String {
    for paragraph in text.paragraphs(in: text.span) where !paragraph.content.isEmpty {
      let end = min(paragraph.content.utf8Count, 4 * longestTitle)
      let line = text.withUTF8 { bytes in
        String(decoding: bytes[paragraph.content.utf8].prefix(end), as: UTF8.self)
      }
      let words = line.split(whereSeparator: \.isWhitespace)
      if !words.isEmpty { return words.joined(separator: " ") }
    }
    return ""
  }

  private static func shortened(_ title: String) -> String {
    title.count > longestTitle ? title.prefix(longestTitle - 1) + "…" : title
  }
}
