import ArabicText
import Documents
import Foundation
import Testing

/// Where the files lie that are not part of the project.
enum SharedFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../../shared/files").standardizedFileURL.path
}

/// Real pages and statements, whose text is known; they lie beside the project and not in it.
@Suite(
  .enabled("the files lie in ../shared/files") {
    FileManager.default.fileExists(atPath: SharedFiles.folder)
  })
struct SharedFileTests {
  private static let pages =
    ((try? FileManager.default.contentsOfDirectory(atPath: SharedFiles.folder + "/html")) ?? [])
    .filter { $0.hasSuffix(".gold.txt") }.map { String($0.dropLast(".gold.txt".count)) }.sorted()

  /// The words of Arabic letters in `text`, without vowel signs.
  private func words(_ text: String) -> [String: Int] {
    let bare = text.unicodeScalars.filter {
      !(0x610...0x61A).contains($0.value) && !(0x64B...0x65F).contains($0.value)
        && !(0x200C...0x200F).contains($0.value) && $0.value != 0x640
    }
    let words = bare.split { !(0x621...0x6D3).contains($0.value) }
    return Dictionary(words.map { (String(String.UnicodeScalarView($0)), 1) }, uniquingKeysWith: +)
  }

  private func share(_ part: [String: Int], of whole: [String: Int]) -> Double {
    let both = whole.reduce(0) { $0 + min($1.value, part[$1.key] ?? 0) }
    return Double(both) / Double(max(1, whole.values.reduce(0, +)))
  }

  @Test func `the articles of pages are those that people see`() throws {
    var (precision, recall) = (0.0, 0.0)
    for page in Self.pages {
      let known = try String(
        contentsOfFile: "\(SharedFiles.folder)/html/\(page).gold.txt", encoding: .utf8)
      let document = try DocumentLoader.load(path: "\(SharedFiles.folder)/html/\(page).html")
      let headline = document.structure?.blocks.first { $0.span.lower == .zero }?.span.upper
      let body = document.text.string(in: TextSpan(headline ?? .zero, document.text.end))
      let (right, found) = (words(known), words(body))
      #expect(share(found, of: right) >= 0.97, "\(page)")
      precision += share(right, of: found) / Double(Self.pages.count)
      recall += share(found, of: right) / Double(Self.pages.count)
    }
    #expect(precision >= 0.97 && recall >= 0.99)
  }

  @Test(
    .enabled("pdftotext is installed") {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
    })
  func `nineteen words in twenty of a PDF are right`() throws {
    let known = try String(
      contentsOfFile: "\(SharedFiles.folder)/made-here/truth.txt", encoding: .utf8)
    for name in ["chrome-amiri", "chrome-dejavu", "lo-dejavu"] {
      let document = try DocumentLoader.load(path: "\(SharedFiles.folder)/made-here/\(name).pdf")
      let text = document.text.string(in: document.text.span)
      #expect(share(words(text), of: words(known)) >= 0.95, "\(name)")
      #expect(share(words(known), of: words(text)) >= 0.95, "\(name)")
    }
    let broken = [
      "made-here/weasy-dejavu", "pdf/docling-right_to_left_02", "pdf/pdfjs-ThuluthFeatures",
      "pdf/pdfjs-issue5874",
    ]
    for file in try FileManager.default.contentsOfDirectory(atPath: SharedFiles.folder + "/pdf")
      .map({
        "pdf/\($0)"
      }) + [
        "made-here/chrome-amiri.pdf", "made-here/weasy-dejavu.pdf",
      ]
    {
      let document = try DocumentLoader.load(path: "\(SharedFiles.folder)/\(file)")
      let warnings = (document.structure?.warnings ?? []).filter { $0 != .unsureTashkeel }
      #expect(warnings.isEmpty != broken.contains(String(file.dropLast(4))), "\(file)")
    }
  }
}
