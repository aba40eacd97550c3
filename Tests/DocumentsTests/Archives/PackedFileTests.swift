import ArabicText
import Foundation
import TestSupport
import Testing

@testable import Documents

/// What is packed opens as what is in it.
@Suite(
  .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") })
struct PackedFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let sentence = "قال الوزير في بيان إن القرار نافذ.\n"

  /// `bytes` as gzip that stores them as they are.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let zip = StoredArchive([("x", bytes)]).bytes
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(0xFFFF)
      rest = rest.dropFirst(piece.count)
      let count = UInt16(piece.count)
      packed.append(rest.isEmpty ? 1 : 0)
      for value in [count, ~count] { packed += [UInt8(value & 0xFF), UInt8(value >> 8)] }
      packed += piece
    } while !rest.isEmpty
    // The checksum of the archive's member, and the length.
    let length = UInt32(bytes.count)
    return packed + zip[14..<18] + (0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) }
  }

  /// The sentence packed by other programs.
  private static let packed = [
    "gz":
      "H4sIAAAAAAAAA7vZdGP5zRYFEHGz48amm103NircbLzZpXBjBZC9/Gabwo2lIAIk33Rj443lIPk2ILfxxgY9LgBJFI4MPgAAAA==",
    "xz":
      "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AA9ADRdAGyglwpsGtogMAm11KOuc9rYE8KOFsVdb8/BSXLila3LvpuP98T7sR/4JHpkfn36H68AAAAA02Cn7cIoW9IAAVA+1PVcWx+2830BAAAAAARZWg==",
    "bz2":
      "QlpoOTFBWSZTWecVetEAABlQWgAQQAE1UALAcAAAYCAAIaTE00aZNChppgANgzyJsEVkC2uoQaxB0snmeoBSo/r+LuSKcKEhzir1og==",
    "zst":
      "KLUv/QRY8QEA2YLYp9mEINin2YTZiNiy2YrYsSDZgdmKINio2YrYp9mGINil2YYg2KfZhNmC2LHYp9ixINmG2KfZgdiwLgrO/5CG",
  ]

  @Test(arguments: ["gz", "xz", "bz2", "zst"])
  func `a packed text is that text, with its hash`(ending: String) throws {
    let bytes = try #require(Data(base64Encoded: Self.packed[ending] ?? ""))
    // Whatever its name.
    for name in ["text.txt.\(ending)", "text"] {
      let document = try DocumentLoader.load(path: try folder.file(bytes, name))
      #expect(document.text.string(in: document.text.span) == Self.sentence)
      #expect(document.structure == nil && document.name == name)
      let plain = try DocumentLoader.load(path: try folder.file(Self.sentence.utf8, "plain.txt"))
      #expect(document.contentHash == plain.contentHash)
    }
    #expect(DocumentLoader.longestExtraction(Array(bytes), .article) != nil)
    let piped = try DocumentLoader.document(ofStream: Array(bytes), isWhole: true)
    #expect(piped.text.string(in: piped.text.span) == Self.sentence)
  }

  @Test func `a packed page is that page, by its name inside too`() throws {
    let page = Array("<html><body><p>\(InventedPages.second)</p></body></html>".utf8)
    let once = Self.gzip(page)
    for (bytes, name) in [(once, "page.gz"), (Self.gzip(once), "page.html.gz.gz")] {
      let document = try DocumentLoader.load(path: try folder.file(bytes, name))
      #expect(document.structure?.format == "html")
    }
    let part = Self.gzip(Array("كلام <br>\(InventedPages.second)<br>".utf8))
    let document = try DocumentLoader.load(path: try folder.file(part, "part.html.gz"))
    #expect(document.structure?.format == "html")
    let text = try DocumentLoader.load(path: try folder.file(part, "part.txt.gz"))
    #expect(text.structure == nil)
  }

  @Test func `one that is cut is told`() throws {
    let bytes = Array(try #require(Data(base64Encoded: Self.packed["xz"] ?? "")))
    let path = try folder.file(bytes.prefix(12), "text.xz")
    #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
    #expect(DocumentError.damaged("x").exitCode == 65)
  }

  @Test func `of one that is cut there is what there is, and that is told`() throws {
    let text = (1...20_000).map { "خبر رقم \($0 &* 7919 % 10_007)\n" }.joined()
    for content in [text, "<html><body><article>\(text)</article></body></html>"] {
      let bytes = Self.gzip(Array(content.utf8))
      let path = try folder.file(bytes.prefix(bytes.count / 2), "text.gz")
      let document = try DocumentLoader.load(path: path)
      #expect(document.text.string(in: document.text.span).contains("خبر رقم"))
      #expect(document.structure?.warnings.contains(.endsEarly) == true)
      #expect(document.charset == "UTF-8")
    }
    // What needs its end is none.
    let pdf = Self.gzip(Array("%PDF-1.4\n".utf8) + Array(text.utf8))
    let path = try folder.file(pdf.prefix(pdf.count / 2), "a.pdf.gz")
    #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `of one whose sum is wrong the text is shown and that is told`() throws {
    var bytes = Self.gzip(Array(Self.sentence.utf8))
    bytes[bytes.count - 8] ^= 1
    let document = try DocumentLoader.load(path: try folder.file(bytes, "text.gz"))
    #expect(document.text.string(in: document.text.span) == Self.sentence)
    #expect(document.structure?.warnings == [.damaged(reason: "gzip: CRC-32")])
  }

  @Test func `of a small one that is cut there is what there is`() throws {
    let sentence = String(repeating: Self.sentence, count: 20)
    let packed = Self.gzip(Array(sentence.utf8))
    let path = try folder.file(packed.prefix(packed.count / 2), "text.gz")
    let document = try DocumentLoader.load(path: path)
    let text = document.text.string(in: document.text.span)
    #expect(text.count > Self.sentence.count * 5 && sentence.hasPrefix(text.prefix(300)))
    #expect(document.structure?.warnings == [.endsEarly])
  }

  @Test func `nothing in it is no text`() throws {
    let path = try folder.file(Self.gzip([]), "text.gz")
    #expect(throws: DocumentError.empty(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `what would fill the memory is refused`() throws {
    // 100 MiB of zeros, packed twice.
    let bomb =
      "QlpoOTFBWSZTWckREJsAABx/d2dxUgBDYmAgd0IIOMRAQBEBgEGgQAQEgJABIAB0GpATAJgAAmAAankGlAGgBMAAEaZNPTQg4aTJN0jzCnoRo0MUQQYZhWP1LIXAXJEuhiwQN+BmX3UWdcA6I/5kcG5EOMshvB3PyKhP4C/Q0OymKGyMlMcGB0fRdyRThQkMkREJsA=="
    let path = try folder.file(try #require(Data(base64Encoded: bomb)), "text.bz2")
    #expect(throws: DocumentError.bomb(path)) { try DocumentLoader.load(path: path) }
    #expect(DocumentError.bomb(path).exitCode == 65)
  }

  @Test func `more than is allowed is refused`() throws {
    let packed = Self.gzip(Samples.repeated("خبر ".utf8, 40_000))
    packed.withUnsafeBufferPointer { bytes in
      #expect(throws: DocumentError.overLimit("x", limit: 256 << 20)) {
        _ = try PackedFile.unpacked(bytes, name: "x", .init(total: 200_000))
      }
      #expect(throws: DocumentError.self) {
        _ = try PackedFile.unpacked(bytes, name: "x", .init(time: .zero))
      }
    }
  }

  @Test func `a page that was packed in a way that is not read is no text`() throws {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: br\r\n\r\n"
    let answer =
      Array(head.utf8) + (0..<500).map { UInt8(truncatingIfNeeded: $0 * 37 + $0 / 7 | 0x80) }
    let path = try folder.file(Self.record("response", answer), "x.warc")
    #expect(throws: DocumentError.binary(path, format: nil)) {
      try DocumentLoader.load(path: path)
    }
  }

  @Test func `of a recording of the web the first page is read`() throws {
    let page = InventedPages.ways[0].page
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    let packed = Self.gzip(Array(page.utf8))
    let chunks =
      String(page.utf8.count, radix: 16) + "; x=y\r\n" + page + "\r\n0\r\n\r\n"
    let answers: [[UInt8]] = [
      Array("\(head)\r\n\(page)".utf8),
      Array("\(head)Transfer-Encoding: chunked\r\n\r\n\(chunks)".utf8),
      Array("\(head)Content-Encoding: gzip\r\n\r\n".utf8) + packed,
      // Unpacked before it was kept.
      Array("\(head)Content-Encoding: br\r\n\r\n\(page)".utf8),
    ]
    let missing = Array("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nلا شيء".utf8)
    for answer in answers {
      var records = Self.record("warcinfo", Array("software: x".utf8))
      records += Self.record("response", missing) + Self.record("response", answer)
      for (bytes, name) in [(records, "x.warc"), (Self.gzip(records), "x.warc.gz")] {
        let document = try DocumentLoader.load(path: try folder.file(bytes, name))
        #expect(document.structure?.format == "warc")
        #expect(document.structure?.address?.isEmpty == false)
        #expect(document.text.string(in: document.text.span).contains(InventedPages.second))
      }
    }
    let path = try folder.file(Self.record("response", missing), "none.warc")
    #expect(throws: DocumentError.noPage(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `of a recording of several pages it is told how many are not shown`() throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    let missing = Array("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nلا شيء".utf8)
    let pages = ["أول", "ثان", "ثالث"].map {
      Self.record("response", Array("\(head)<p>\($0)</p>".utf8))
    }
    let bytes = pages[0] + Self.record("response", missing) + pages[1] + pages[2]
    let document = try folder.load(bytes, "pages.warc")
    #expect(document.lines == ["أول"])
    #expect(document.structure?.warnings.contains(.otherPages(count: 2)) == true)
    let alone = try folder.load(pages[0] + Array("x: y\r\n\r\n".utf8), "page.warc")
    #expect(alone.structure?.warnings.contains(.otherPages(count: 0)) == false)
  }

  @Test func `a recording that is none, or ends in its page, says so`() throws {
    let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>خبر</p>"
    let record = String(decoding: Self.record("response", Array(page.utf8)), as: UTF8.self)
    let length = "Content-Length: \(page.utf8.count)"
    for other in ["-5", "abc", "", String(repeating: "9", count: 30)] {
      let bytes = record.replacing(length, with: "Content-Length: \(other)")
      let path = try folder.file(bytes.utf8, "absurd.warc")
      #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
    }
    for start in ["WARC/1.0", "WARC/0.9\r\nx: y\r\n", "WARC/1.1\r\n\r\nخبر"] {
      let path = try folder.file(start.utf8, "none.warc")
      #expect(throws: DocumentError.damaged(path)) { try DocumentLoader.load(path: path) }
    }
    let other = record.replacing("response", with: "request")
    let path = try folder.file(other.utf8, "other.warc")
    #expect(throws: DocumentError.noPage(path)) { try DocumentLoader.load(path: path) }
    for (size, warnings) in [(String(1 << 40), [.endsEarly]), (String(page.utf8.count), [])]
      as [(String, [DocumentStructure.Warning])]
    {
      let bytes = record.replacing(length, with: "Content-Length: \(size)")
      let document = try folder.load(bytes.utf8, "page.warc")
      #expect(document.lines == ["خبر"])
      #expect(document.structure?.warnings.filter { $0 == .endsEarly } == warnings)
    }
  }

  @Test func `what was packed over and over is read, or told`() throws {
    var packed = Array("خبر عاجل".utf8)
    for layer in 1...PackedFile.mostLayers + 1 {
      packed = Self.gzip(packed)
      let path = try folder.file(packed, "text.gz")
      if layer > PackedFile.mostLayers {
        #expect(throws: DocumentError.packedTooOften(path)) { try DocumentLoader.load(path: path) }
      } else {
        #expect(try DocumentLoader.load(path: path).text.utf8Count == 15)
      }
    }
  }

  private static func record(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://example.org/x>\r\n"
      + "Content-Length: \(content.count)\r\n\r\n"
    return Array(head.utf8) + content + Array("\r\n\r\n".utf8)
  }

  @Test func `any packed bytes are read or refused with a message`() throws {
    let starts = Self.packed.values.sorted().compactMap {
      Data(base64Encoded: $0).map { [UInt8]($0) }
    }
    let web = Self.record(
      "response", Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>خبر".utf8))
    for seed in Fuzz.seeds(300) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let start = (starts + [web]).randomElement(using: &generator) ?? []
      let bytes = generator.mutated(start)
      do {
        _ = try DocumentLoader.document(ofStream: bytes, isWhole: true)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
