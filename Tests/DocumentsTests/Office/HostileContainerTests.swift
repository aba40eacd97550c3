import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Archives that are made to hurt, or are none.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct HostileContainerTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let word = OfficeSamples.wordMembers(OfficeSamples.paragraph(OfficeSamples.first))

  private func load(_ bytes: [UInt8], _ name: String = "x.docx") throws -> Document {
    try DocumentLoader.load(path: try folder.file(bytes, name))
  }

  @Test func `an archive without a document says what it is`() throws {
    let sheet = OfficeSamples.wordMembers("", main: "xl/workbook.xml")
    for (members, format) in [
      ([("a.txt", Array("خبر".utf8)), ("b.txt", [])], FileFormat.zip), (sheet, .spreadsheet),
      ([("Index/Document.iwa", [1])], .pages),
      // One that holds itself would be unpacked for ever.
      ([("x.zip", StoredArchive([("y.txt", Array("خبر".utf8))]).bytes)], .zip),
    ] {
      let path = try folder.file(StoredArchive(members).bytes, "x")
      #expect(throws: DocumentError.binary(path, format: format)) {
        try DocumentLoader.load(path: path)
      }
    }
  }

  @Test func `a file whose name is in no charset is read`() throws {
    let text = "قالت الوزيرة إن الجسر مفتوح."
    // The archive says that names are in UTF-8, and this one is in windows-1256.
    let name: [UInt8] = [0xCE, 0xC8, 0xD1]
    let bytes = StoredArchive([("abc", Array(text.utf8))]).bytes
      .replacing(Array("abc".utf8), with: name)
    let document = try load(bytes, "one.zip")
    #expect(document.text.string(in: document.text.span) == text)
  }

  @Test func `a file that is alone in an archive is read as if it lay there`() throws {
    let word = StoredArchive(Self.word).bytes
    for name in ["statement.docx", "folder/بيان.docx"] {
      let members =
        [("folder/", []), ("__MACOSX/._x", [1, 2]), (name, word)] as [(String, [UInt8])]
      let document = try load(StoredArchive(members).bytes, "one.zip")
      #expect(document.lines == [OfficeSamples.first] && document.name == "one.zip")
      #expect(document.structure?.format == "docx")
    }
    let text = try load(
      StoredArchive([("a.jsonl", Array("{\"text\": \"خبر\"}".utf8))]).bytes, "one.zip")
    #expect(text.structure?.format == "jsonl")
    for members in [[], [("folder/", [])]] as [[(String, [UInt8])]] {
      let path = try folder.file(StoredArchive(members).bytes, "none.zip")
      #expect(throws: DocumentError.empty(path)) { try DocumentLoader.load(path: path) }
    }
  }

  @Test func `a document without words says so, and what is deep in one is there`() throws {
    func word(_ body: String) -> [UInt8] { StoredArchive(OfficeSamples.wordMembers(body)).bytes }
    func open(_ body: String) -> [UInt8] { StoredArchive(OfficeSamples.openMembers(body)).bytes }
    let paragraph = OfficeSamples.paragraph(OfficeSamples.first)
    let openParagraph = "<text:p>\(OfficeSamples.first)</text:p>"
    func deep(_ name: String, _ inner: String) -> String {
      String(repeating: "<\(name)>", count: 1200) + inner
        + String(repeating: "</\(name)>", count: 1200)
    }
    for bytes in [word("<w:p/>"), open("<text:p/>")] {
      let path = try folder.file(bytes, "none")
      #expect(throws: DocumentError.wordless(path)) { try DocumentLoader.load(path: path) }
    }
    // What stands in rows and cells that are too deep is there, without them.
    for bytes in [
      word(paragraph + deep("w:sdt", paragraph)), word(paragraph + deep("w:tbl", paragraph)),
      open(openParagraph + deep("text:section", openParagraph)),
    ] {
      let document = try load(bytes)
      #expect(document.lines == [OfficeSamples.first, OfficeSamples.first])
      #expect(document.structure?.warnings == [])
    }
    for bytes in [word(deep("w:p", paragraph)), open(deep("text:p", openParagraph))] {
      let document = try? load(bytes)
      #expect(document?.structure?.warnings ?? [] != [] || document == nil)
    }
    let hidden = deep("w:sdt", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>خفي</w:t></w:r></w:p>")
    #expect(try load(word(paragraph + hidden)).lines == [OfficeSamples.first])
  }

  @Test func `one that is cut is told`() throws {
    let bytes = StoredArchive(Self.word).bytes
    for count in [10, bytes.count / 2, bytes.count - 30] {
      let path = try folder.file(bytes.prefix(count), "x.docx")
      #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
    }
  }

  @Test func `one with a password is told`() throws {
    var bytes = StoredArchive([("[Content_Types].xml", []), ("word/document.xml", [1, 2, 3])]).bytes
    // The flag of each member, in front of it and in the list.
    for index in bytes.indices.dropLast(10) where bytes[index] == 0x50 && bytes[index + 1] == 0x4B {
      if bytes[index + 2] == 3 { bytes[index + 6] |= 1 }
      if bytes[index + 2] == 1 { bytes[index + 8] |= 1 }
    }
    let path = try folder.file(bytes, "x.docx")
    #expect(throws: DocumentError.encrypted(path)) { try DocumentLoader.load(path: path) }
    let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
    let locked = old + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    let other = try folder.file(locked, "y.docx")
    #expect(throws: DocumentError.encrypted(other)) { try DocumentLoader.load(path: other) }
  }

  @Test func `names lead nowhere`() throws {
    let members = [("../../etc/passwd", Array("x".utf8)), ("/etc/passwd", [])] + Self.word
    let document = try load(StoredArchive(members).bytes)
    #expect(document.text.string(in: document.text.span) == OfficeSamples.first + "\n")
    #expect(ZipArchive.resolve("../../x%20y#z", in: "a/b.xml") == ("x y", "z"))
    #expect(ZipArchive.resolve("/x", in: "a/b.xml") == ("x", nil))
    #expect(ZipArchive.resolve("#z", in: "a/b.xml") == ("a/b.xml", "z"))
  }

  @Test func `more members than are allowed are refused`() throws {
    let many = StoredArchive((0..<20).map { ("m\($0)", []) }).bytes
    _ = many.withUnsafeBufferPointer { bytes in
      #expect(throws: ArchiveReader.Failure.tooMany) {
        _ = try ZipArchive(bytes, .init(members: 19))
      }
    }
    #expect(
      DocumentError(ArchiveReader.Failure.noLibrary, "x") == .missingPackage("x", "libarchive13"))
  }

  @Test func `what the members come to is counted over all readings`() throws {
    let bytes = StoredArchive([
      ("a", [UInt8](repeating: 65, count: 600)), ("b", [UInt8](repeating: 66, count: 600)),
    ]).bytes
    try bytes.withUnsafeBufferPointer { bytes in
      var archive = try ZipArchive(bytes, .init(total: 1000))
      _ = try archive.member("a")
      #expect(throws: ArchiveReader.Failure.tooLong) { _ = try archive.member("b") }
    }
  }

  @Test func `entities are not expanded, and what is deep is read`() throws {
    let definitions = (1...12).map {
      "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);\">"
    }
    var members = Self.word
    let last = members.count - 1
    let body =
      String(repeating: "<w:sdt>", count: 500) + OfficeSamples.paragraph(OfficeSamples.second)
    let bomb =
      "<!DOCTYPE x [<!ENTITY e0 \"xxxxxxxxxx\"><!ENTITY f SYSTEM \"file:///etc/passwd\">\(definitions.joined())]>"
    members[last].content = Array(
      "\(bomb)<w:document><w:body>\(OfficeSamples.paragraph("\(OfficeSamples.first) &e12; &f;"))\(body)"
        .utf8)
    let document = try load(StoredArchive(members).bytes)
    let text = document.text.string(in: document.text.span)
    #expect(text.contains(OfficeSamples.first) && text.contains(OfficeSamples.second))
    #expect(text.utf8.count < 1000 && !text.contains("root:"))
  }

  @Test func `any archive is a document or is refused with a message`() throws {
    let notes = "<w:footnote w:id=\"1\">\(OfficeSamples.paragraph("حاشية"))</w:footnote>"
    let rich = OfficeSamples.wordMembers(
      "<w:tbl><w:tr><w:tc>\(OfficeSamples.paragraph("أ"))</w:tc><w:tc>\(OfficeSamples.paragraph("ب"))</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:hyperlink r:id=\"r3\"><w:r><w:t>هنا</w:t></w:r></w:hyperlink></w:p>",
      notes: notes)
    let open = OfficeSamples.openMembers(
      "<text:list><text:list-item><text:p>بند <text:a xlink:href=\"u\">هنا</text:a></text:p></text:list-item></text:list>"
    )
    var read = 0
    for seed in Fuzz.seeds(400) {
      var generator = SeededGenerator(seed: UInt64(seed))
      var members = [rich, open, BookTests.members()].randomElement(using: &generator) ?? []
      var bytes: [UInt8]
      if seed % 3 == 0 {
        bytes = generator.mutated(StoredArchive(members).bytes)
      } else {
        // Of members that are whole, what is in them.
        let index = Int.random(in: 0..<members.count, using: &generator)
        members[index].content = generator.mutated(members[index].content)
        bytes = StoredArchive(members).bytes
      }
      do throws(DocumentError) {
        let document = try DocumentLoader.document(ofStream: bytes, isWhole: true)
        let spans =
          (document.structure?.blocks.map(\.span) ?? [])
          + (document.structure?.links.map(\.span) ?? [])
        for span in spans {
          #expect(document.text.span.contains(span), "seed \(seed)")
          #expect(document.text.scalarBoundary(atOrBefore: span.lower) == span.lower)
        }
        read += 1
      } catch {
        #expect(!error.description.isEmpty && error.exitCode == 65, "seed \(seed)")
      }
    }
    #expect(read > 100)
  }
}
