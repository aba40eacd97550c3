import ArabicText
import Documents
import Foundation
import TestSupport
import Testing

/// PDFs through the program that reads them, where it is installed.
@Suite(
  .enabled("pdftotext of poppler-utils is installed") {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
  })
struct PDFProgramTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A document of one page with `text` in Latin letters.
  private static func pdf(_ text: String, isLocked: Bool = false) -> String {
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    let content = "BT /F1 12 Tf 72 720 Td (\(text)) Tj ET"
    for (number, object) in [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ].enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 6\n0000000000 65535 f \n"
    for place in places {
      file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    // Keys that no password gives.
    let key = "<\(String(repeating: "5A", count: 32))>"
    let lock =
      isLocked
      ? "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O \(key) /U \(key) >> /ID [\(key) \(key)]"
      : ""
    return file + "trailer << /Size 6 /Root 1 0 R \(lock) >>\nstartxref\n\(start)\n%%EOF\n"
  }

  @Test func `the words of a page are its text, whatever the file is called`() throws {
    let path = try folder.file(Self.pdf("A statement of one line.").utf8, "-layout")
    let document = try DocumentLoader.load(path: path)
    #expect(document.text.string(in: document.text.span) == "A statement of one line.\n")
    #expect(document.structure?.format == "pdf")
    #expect(document.structure?.pages == [.init(1, at: .zero)])
  }

  @Test func `pages without words are told to be pictures`() throws {
    let path = try folder.file(Self.pdf("").utf8, "scan.pdf")
    #expect(throws: DocumentError.scanned(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `one with a password is told, packed too`() throws {
    let locked = Self.pdf("A statement.", isLocked: true)
    let path = try folder.file(locked.utf8, "locked.pdf")
    #expect(throws: DocumentError.encrypted(path)) { try DocumentLoader.load(path: path) }
    let archive = try folder.file(StoredArchive([("a.pdf", Array(locked.utf8))]).bytes, "a.zip")
    #expect(throws: DocumentError.encrypted("\(archive)/a.pdf")) {
      try DocumentLoader.load(path: archive)
    }
  }

  @Test func `a file that is cut is refused with what the program says`() throws {
    let path = try folder.file(Self.pdf("A statement.").utf8.prefix(60), "cut.pdf")
    do throws(DocumentError) {
      _ = try DocumentLoader.load(path: path)
      Issue.record("it was read")
    } catch {
      guard case .refused(_, let program, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(program == "pdftotext" && !reason.isEmpty)
      #expect(error.exitCode == 65)
    }
  }
}
