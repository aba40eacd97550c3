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
    pdf(pages: [text], isLocked: isLocked)
  }

  /// A document of pages with these texts in Latin letters, or those of the table `letters`; one without words is a
  /// picture, or `isBlank`.
  static func pdf(
    pages: [String], isLocked: Bool = false, isBlank: Bool = false, title: String? = nil,
    letters: String? = nil
  ) -> String {
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    let numbers = pages.indices.map { 6 + 2 * $0 }
    func stream(_ content: String, _ more: String = "") -> String {
      "<< /Length \(content.utf8.count) \(more)>>\nstream\n\(content)\nendstream"
    }
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(numbers.map { "\($0) 0 R" }.joined(separator: " "))] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica \(letters == nil ? "" : "/ToUnicode \(6 + 2 * pages.count) 0 R") >>",
      stream(
        "A",
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
      ), "<< /Title (\(title ?? "")) >>",
    ]
    for (number, text) in zip(numbers, pages) {
      let isPicture = text.isEmpty && !isBlank
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(number + 1) 0 R /Resources << /Font << /F1 3 0 R >> \(isPicture ? "/XObject << /X 4 0 R >>" : "") >> >>"
      )
      objects.append(
        stream(
          isPicture ? "q 600 0 0 700 0 0 cm /X Do Q" : "BT /F1 12 Tf 72 720 Td (\(text)) Tj ET"))
    }
    if let letters { objects.append(stream(letters)) }
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
    for place in places {
      file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n"
    }
    // Keys that no password gives.
    let key = "<\(String(repeating: "5A", count: 32))>"
    let lock =
      isLocked
      ? "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O \(key) /U \(key) >> /ID [\(key) \(key)]"
      : ""
    return file
      + "trailer << /Size \(places.count + 1) /Root 1 0 R /Info 5 0 R \(lock) >>\nstartxref\n\(start)\n%%EOF\n"
  }

  @Test func `what is printed beyond the edge of the page is read`() throws {
    let lines = ["first line and its end", "second line and its end", "third line and its end"]
    let text =
      "x) Tj 440 -20 Td (" + lines.joined(separator: ") Tj 0 -20 Td (")
    let document = try folder.load(Self.pdf(text).utf8, "a.pdf")
    let read = document.text.string(in: document.text.span)
    for line in lines { #expect(read.contains(line)) }
  }

  @Test func `the words of a page are its text, whatever the file is called`() throws {
    let path = try folder.file(Self.pdf("A statement of one line.").utf8, "-layout")
    let document = try DocumentLoader.load(path: path)
    #expect(document.text.string(in: document.text.span) == "A statement of one line.\n")
    #expect(document.structure?.format == "pdf")
    #expect(document.structure?.pages == [.init(1, at: .zero)])
  }

  @Test func `a page that is a picture among others is told, and an empty one is not`() throws {
    let texts = ["A statement of one line.", "", "Another line of it."]
    for (isBlank, warnings): (Bool, [DocumentStructure.Warning]) in [
      (false, [.picturePages(count: 1, first: 2)]), (true, []),
    ] {
      let path = try folder.file(Self.pdf(pages: texts, isBlank: isBlank).utf8, "mixed.pdf")
      let document = try DocumentLoader.load(path: path)
      #expect(document.structure?.warnings == warnings)
      #expect(document.structure?.pages.map(\.number) == [1, 3])
    }
  }

  @Test func `the title of the file is that of the document, and its headline a heading`() throws {
    let path = try folder.file(
      Self.pdf(pages: ["Water & Power"], title: "Water & Power").utf8, "a.pdf")
    let document = try DocumentLoader.load(path: path)
    #expect(document.structure?.title == "Water & Power")
    #expect(document.structure?.blocks.map(\.kind) == [.heading(level: 1)])
  }

  @Test func `damage that the program reads on behind is told with its reason`() throws {
    let whole = Self.pdf(pages: ["A statement of one line.", "Another line of it."])
    let path = try folder.file(whole.replacing("Td (Another", with: "Tx (Another").utf8, "a.pdf")
    let warnings = try DocumentLoader.load(path: path).structure?.warnings ?? []
    guard case .damaged(let reason) = warnings.first else {
      Issue.record("\(warnings)")
      return
    }
    #expect(reason.contains("Unknown operator 'Tx'"))
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

  @Test func `a file that is cut is told to be`() throws {
    let path = try folder.file(Self.pdf("A statement.").utf8.prefix(60), "cut.pdf")
    #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
  }

  @Test(arguments: [0, 500, 1024])
  func `what stands before a PDF is passed over, up to a KiB`(count: Int) throws {
    let junk = Array(repeating: UInt8(0), count: count)
    let path = try folder.file(junk + Array(Self.pdf("A statement.").utf8), "a")
    let document = try DocumentLoader.load(path: path)
    #expect(document.text.string(in: document.text.span) == "A statement.\n")
    #expect(document.structure?.warnings == [])
  }

  @Test func `a text that speaks of the beginning of a PDF is a text`() throws {
    let text = "يبدأ الملف بكلمة %PDF-1.7 ثم أرقام 1 0 obj.\n"
    let document = try DocumentLoader.load(path: try folder.file(text.utf8, "a"))
    #expect(document.structure == nil)
  }
}
