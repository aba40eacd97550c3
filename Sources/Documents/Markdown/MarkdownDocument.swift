import ArabicText
import CMarkup
import Glibc

/// Makes a text of Markdown by cmark-gfm, which is opened when the first text needs it.
///
/// It is what GitHub reads Markdown with: tables, footnotes and the many exceptions of CommonMark come
/// out as people know them. What it makes is HTML, as which markup
/// among the marks, `<div dir="rtl">` above all, is read in one way with the rest.
enum MarkdownDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("markdown", version: 2)
  /// The text as it is typed, where the library is missing.
  static let unread = DocumentStructure.Extractor("markdown-unread", version: 1)
  /// The Debian packages that have the library.
  static let package = "libcmark-gfm-extensions0.29.0.gfm.6"

  /// The text of `markdown`, which is in UTF-8.
  ///
  /// Without the library the marks stay as they are typed, since they are made to be read so.
  ///
  /// - Throws: ``MarkupParser/Failure``.
  /// - Complexity: O(*n*).
  static func read(
    _ markdown: UnsafeBufferPointer<UInt8>
  ) throws(MarkupParser.Failure) -> ExtractedText {
    let header = MarkdownHeader(markdown)
    let body = UnsafeBufferPointer(rebasing: markdown.dropFirst(header.length))
    guard let html = html(of: body) else { return asTyped(markdown) }
    let (blocks, warnings) = try html.withUnsafeBufferPointer {
      bytes throws(MarkupParser.Failure) in
      try HTMLDocument.blocks(of: bytes)
    }
    var structure = DocumentStructure(format: "markdown", extractor: extractor)
    let headline = blocks.first { $0.kind == .heading(1) }
    structure.title = header.title ?? headline?.string
    structure.authors = header.authors
    structure.date = header.date
    structure.warnings = warnings
    var text = ExtractedText(structure)
    if let title = header.title, headline == nil { text.append(title.utf8, .heading(level: 1)) }
    for block in blocks { text.append(block) }
    return text
  }

  private static func html(of body: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let made = body.withMemoryRebound(to: CChar.self) {
      rawi_markdown_html($0.baseAddress, $0.count, hasBoundedTables(body))
    }
    guard let made else { return nil }
    defer { free(made) }
    // Boxes to be ticked are controls, which are not seen in pages.
    return Array(
      String(cString: made).replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" />", with: "☑"
      )
      .replacing("<input type=\"checkbox\" disabled=\"\" />", with: "☐").utf8)
  }

  /// The most cells and columns that the tables of a text may have.
  private static let (mostCells, mostColumns) = (500_000, 2000)

  /// Whether the tables of `body` can have no more cells than it has signs for them, by far.
  ///
  /// The library fills each row up to the columns of the first, so that cells grow with their product: 12 KB can be made
  /// to take 1.3 GB. For each cell of a row it goes through all those before it: a row of 250,000 took 15 s.
  ///
  /// - Complexity: O(*n*).
  static func hasBoundedTables(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    var (bars, most, rows, isEmpty) = (0, 0, 0, true)
    for byte in body {
      if byte == 0x0A {
        (rows, most) = isEmpty ? (0, 0) : (rows + 1, max(most, bars))
        (bars, isEmpty) = (0, true)
      } else {
        if byte > 0x20 { isEmpty = false }
        if byte == 0x7C { bars += 1 }
      }
      if bars > mostColumns || max(most, bars) * (rows + 1) > mostCells { return false }
    }
    return true
  }

  private static func asTyped(_ markdown: UnsafeBufferPointer<UInt8>) -> ExtractedText {
    var structure = DocumentStructure(format: "markdown", extractor: unread)
    structure.warnings = [.unread(package: package)]
    var text = ExtractedText(structure)
    let lines = markdown.split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in lines.last?.isEmpty == true ? lines.dropLast() : lines[...] { text.append(line) }
    return text
  }
}
