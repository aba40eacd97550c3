import ArabicText
import Documents
import Foundation
import TestSupport
import Testing

/// Documents that others have made, whose words are known; they lie beside the project and not in it.
@Suite(
  .enabled("the files lie in ../shared/files, and libarchive13 is installed") {
    FileManager.default.fileExists(atPath: SharedFiles.folder)
      && StoredArchive.isInstalled("libarchive.so.13")
  })
struct SharedOfficeTests {
  private func text(_ file: String) throws -> String {
    let document = try DocumentLoader.load(path: "\(SharedFiles.folder)/\(file)")
    return document.text.string(in: document.text.span)
  }

  private func words(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace }
  }

  @Test(arguments: [
    "docx/made-libreoffice-7.4.docx", "docx/made-pandoc-2.17.docx", "odt/made-libreoffice-7.4.odt",
    "odt/made-pandoc-2.17.odt",
  ])
  func `every word is there, in order`(file: String) throws {
    let known = try String(
      contentsOfFile: "\(SharedFiles.folder)/made-here/truth.txt", encoding: .utf8)
    // pandoc has put a title before it.
    let found = words(try text(file)).drop { $0 == "نص" }
    #expect(Array(found) == words(known))
  }

  @Test func `changes are accepted as Word accepts them`() throws {
    let changed = try text("docx/tracked-changes-arabic.docx")
    #expect(try changed == text("docx/tracked-changes-arabic-accepted.docx"))
    let arabic = changed.split {
      !$0.unicodeScalars.contains { (0x621...0x64A).contains($0.value) }
    }
    #expect(arabic.count > 1200)
  }

  @Test(arguments: ["israelsailing", "regime-anticancer-arabic"])
  func `books have chapters`(name: String) throws {
    let document = try DocumentLoader.load(path: "\(SharedFiles.folder)/epub/\(name).epub")
    #expect((document.structure?.headings.count ?? 0) > 3)
    #expect(document.text.utf8Count > 30_000)
  }

  @Test func `a recorded page is the page that was recorded`() throws {
    #expect(try text("made-here/youm7-wget.warc.gz") == text("html/youm7.html"))
  }
}
