import ArabicText
import Foundation
import TestSupport
import Testing

@testable import Documents

/// Mail that was saved as a file becomes what it says.
@Suite struct MailTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let first = "قالت الوزيرة في بيان إن القرار نافذ منذ اليوم."
  private static let second = "وأضافت أن اللجنة تجتمع غدا في المدينة."

  private static func base64(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn])
  }

  private static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map {
      let digits = String($0, radix: 16, uppercase: true)
      return "=" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }

  private static func head(_ fields: String, _ type: String, _ encoding: String = "8bit") -> String
  {
    """
    Received: from a.example.org\r
    \tby b.example.org; Sun, 1 Mar 2026 10:00:00 +0300\r
    Message-ID: <1@example.org>\r
    From: =?UTF-8?B?\(base64("هند سالم".utf8))?= <hind@example.org>\r
    Subject: =?windows-1256?Q?\(quoted(Samples.encoded("بيان", "windows-1256")))?=\r
    Date: Sun, 1 Mar 2026 10:00:00 +0300\r
    \(fields)Content-Type: \(type)\r
    Content-Transfer-Encoding: \(encoding)\r
    \r

    """
  }

  private static func part(_ type: String, _ encoding: String, _ body: String) -> String {
    "Content-Type: \(type)\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(body)\r\n"
  }

  private static func multipart(_ kind: String, _ mark: String, _ parts: String...) -> String {
    "Content-Type: multipart/\(kind); boundary=\"\(mark)\"\r\n\r\nليس منها\r\n"
      + parts.map { "--\(mark)\r\n\($0)" }.joined() + "\r\n--\(mark)--\r\nبعدها\r\n"
  }

  private static func mail(_ parts: String) -> String {
    head("", "text/plain").replacing(
      "Content-Type: text/plain\r\nContent-Transfer-Encoding: 8bit\r\n\r\n", with: parts)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a box of several is each message under its subject`(end: String) throws {
    let messages = ["أول", "ثان"].map { subject in
      [
        "From a@example.org Sun Mar  1 10:00:00 2026", "From: Hind <a@example.org>",
        "Message-ID: <\(subject.utf8.count)@example.org>", "Subject: \(subject)",
        "Date: Sun, 1 Mar 2026", "Content-Type: text/plain; charset=utf-8", "", Self.first, "",
        "From here on nothing is known.", "",
      ].joined(separator: end)
    }
    let document = try folder.load((messages.joined(separator: end) + end).utf8, "box")
    #expect(
      document.parts.filter { $0.hasPrefix("heading") } == [
        "heading(level: 2): أول", "heading(level: 2): ثان",
      ])
    let own = ["Sun, 1 Mar 2026 · Hind", Self.first, "From here on nothing is known."]
    #expect(document.lines == ["أول"] + own + ["ثان"] + own)
    let single = try folder.load((messages[0] + end).utf8, "one")
    #expect(single.structure?.title == "أول")
    #expect(single.lines == ["أول", Self.first, "From here on nothing is known."])
  }

  @Test(arguments: ["quoted-printable", "base64"])
  func `a page alone in a message is the page`(encoding: String) throws {
    let page = Samples.encoded(
      "<html><head><title>بيان</title></head><body><h1>بيان</h1><p>\(Self.first)</p></body></html>",
      "windows-1256")
    let body = encoding == "base64" ? Self.base64(page) : Self.quoted(page)
    let message =
      "From: <Saved by a browser>\r\nSubject: x\r\nDate: Sun, 1 Mar 2026 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
      + "Content-Type: text/html;\r\n\tcharset=\"windows-1256\"\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n"
    let path = try folder.file((message + body).utf8, "page.mht")
    let document = try DocumentLoader.load(path: path)
    #expect(document.structure?.format == "mhtml")
    #expect(document.text.string(in: document.text.span) == "بيان\n\(Self.first)\n")
  }

  @Test(arguments: ["utf-8", "windows-1256"], ["quoted-printable", "base64", "8bit"])
  func `a message is its subject and its words, however they were sent`(
    charset: String, encoding: String
  ) throws {
    let words = charset == "utf-8" ? Array(Self.first.utf8) : Samples.encoded(Self.first, charset)
    let body: [UInt8] =
      switch encoding {
      case "base64": Array(Self.base64(words).utf8)
      case "quoted-printable": Array(Self.quoted(words).utf8)
      default: words
      }
    let head = Self.head("", "text/plain; charset=\(charset)", encoding)
    let document = try folder.load(Array(head.utf8) + body + Array("\r\n".utf8), "message")
    #expect(document.lines == ["بيان", Self.first])
    #expect(document.parts == ["heading(level: 1): بيان"])
    let structure = try #require(document.structure)
    #expect(structure.format == "mail" && structure.title == "بيان")
    #expect(structure.authors == ["هند سالم"])
    #expect(structure.date == "Sun, 1 Mar 2026 10:00:00 +0300")
    #expect(document.charset.lowercased() == charset)
  }

  @Test func `of parts that say the same the page is read, and files that come along are not`()
    throws
  {
    let page = "<html><body><p>\(Self.first)</p><ul><li>\(Self.second)</li></ul></body></html>"
    let both = Self.multipart(
      "alternative", "b", Self.part("text/plain; charset=utf-8", "8bit", "نص آخر"),
      // The mark of this one begins as that of the other.
      Self.multipart(
        "related", "bb", Self.part("text/html; charset=utf-8", "base64", Self.base64(page.utf8)),
        Self.part("image/png", "base64", "AAAA")))
    let attached =
      "Content-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>مرفق</p>\r\n"
    let message = Self.mail(Self.multipart("mixed", "a", both, attached))
    #expect(try folder.load(message.utf8, "a").lines == ["بيان", Self.first, "• " + Self.second])
    let plain = Self.multipart(
      "alternative", "b", Self.part("text/plain; charset=utf-8", "8bit", "\(Self.second)\r\n"),
      Self.part("text/calendar", "8bit", "BEGIN:VCALENDAR"))
    let forwarded = Self.multipart(
      "mixed", "a", Self.part("text/plain", "8bit", Self.first),
      "Content-Type: message/rfc822\r\n\r\n" + Self.mail(plain))
    #expect(
      try folder.load(Self.mail(forwarded).utf8, "b").lines == ["بيان", Self.first, Self.second])
  }

  @Test func `lines that a program has broken are joined`() throws {
    let words = (1...60).map { "كلمة\($0)" }
    var lines = [""]
    for word in words {
      if lines[lines.count - 1].count + word.count > 60 { lines.append("") }
      lines[lines.count - 1] += lines[lines.count - 1].isEmpty ? word : " " + word
    }
    let head = Self.head("", "text/plain; charset=utf-8; format=flowed")
    let body = lines.joined(separator: " \r\n") + "\r\n\r\n\(Self.first)\r\n"
    #expect(
      try folder.load((head + body).utf8, "a").lines
        == ["بيان", words.joined(separator: " "), Self.first])
  }

  @Test(arguments: [
    ("=?utf-8?q?a_b?= c", "a b c"), ("=?utf-8?B?2K4=?=\t =?UTF-8?B?2KjYsQ==?= x", "خبر x"),
    ("=?utf-8?B?2A==?= =?utf-8?B?rg==?=", "خ"), ("=?utf-8*ar?q?=D8=AE?=", "خ"),
    ("=?utf-8?x?a?= =? =?utf-8?q?a", "=?utf-8?x?a?= =? =?utf-8?q?a"), ("", ""), ("خبر", "خبر"),
    ("=?none-such?q?a?=", "a"), ("=?windows-1256?Q?=CE=C8=D1?= =?utf-8?q?-1?=", "خبر-1"),
  ])
  func `words of a head are read in their charsets`(field: String, words: String) {
    #expect(EncodedWords.decoded(field) == words)
  }

  @Test func `a text that begins as a letter does is a text, and a message without words says so`()
    throws
  {
    let letter = "From: هند\nTo: سلمى\nDate: اليوم\n\n\(Self.first)\n"
    let memo = "Message-ID: 7\n\(Self.first)\nFrom: هند\n"
    for text in [letter, memo, "Subject: خبر\n\nFrom: x\nReceived: y\n"] {
      #expect(try folder.load(text.utf8, "a.txt").structure == nil)
    }
    let draft = try folder.load("Subject: خبر\nTo: x\n\n\(Self.first)\n".utf8, "a.eml")
    #expect(draft.lines == ["خبر", Self.first])
    let path = try folder.file(Self.head("", "image/png").utf8, "picture.eml")
    #expect(throws: DocumentError.wordless(path)) { try DocumentLoader.load(path: path) }
  }

  @Test func `parts without end, in each other and in what is broken are bounded`() throws {
    var nested = Self.part("text/plain", "8bit", Self.first)
    for level in 1...40 { nested = Self.multipart("mixed", "m\(level)", nested) }
    let path = try folder.file(Self.mail(nested).utf8, "deep.eml")
    #expect(throws: DocumentError.wordless(path)) { try DocumentLoader.load(path: path) }
    let many = String(
      repeating: "--a\r\nContent-Type: text/plain\r\n\r\n\(Self.first)\r\n", count: 1100)
    let lines = try folder.load(
      Self.mail("Content-Type: multipart/mixed; boundary=a\r\n\r\n\(many)").utf8, "many.eml"
    ).lines
    #expect(lines.count == 1001)
    let whole = Array(
      Self.mail(
        Self.multipart(
          "mixed", "a", Self.part("text/html; charset=utf-8", "quoted-printable", "<p>=D8=AE</p>"),
          Self.part("text/plain; charset=utf-8", "base64", "2K7YqNix"))
      ).utf8)
    #expect(try folder.load(whole, "a.eml").lines == ["بيان", "خ", "خبر"])
    for seed in Fuzz.seeds(200) {
      var generator = SeededGenerator(seed: UInt64(seed))
      let bytes = generator.mutated(whole)
      do throws(DocumentError) {
        let document = try DocumentLoader.document(ofStream: bytes, isWhole: true)
        for block in document.structure?.blocks ?? [] {
          #expect(document.text.span.contains(block.span), "seed \(seed)")
        }
      } catch {
        #expect(!error.description.isEmpty && error.exitCode == 65, "seed \(seed)")
      }
    }
  }
}
