import ArabicText
import Documents
import TestSupport
import Testing

/// Whatever a file holds, it is read or refused with a message.
@Suite struct TextFormatFuzzTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let files = [
    (
      "a.md",
      "---\ntitle: ع\n---\n# عنوان\n\n* بند\n  1. ثان\n\n> قول\n\n|أ|ب|\n|-|-|\n|ج|د|\n\n```\nx\n```\n[ر](x) ![ص](y) [^1]\n\n[^1]: ح"
    ),
    (
      "b",
      "######OpenITI#\n#META# 020.BookTITLE :: كتاب\n#META#Header#End#\n### | باب\n# كلام ms01\n~~ تتمة PageV01P001\n# أ %~% ب\n"
    ),
    (
      "c.jsonl",
      "{\"id\": \"1\", \"title\": \"خبر\", \"text\": \"كلام\\nثان \\u0627\"}\n{\"text\": \"<p>نص</p>\"}\n"
    ),
    (
      "d.json",
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"خ\", \"content_html\": \"<p>ن</p>\"}]}"
    ),
    (
      "h.mhtml",
      "From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D8=AE=\r\n</p>\r\n--b\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lG\r\n--b--\r\n"
    ),
    ("e.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>كلام</i> {x}\n"),
    ("f.srt", "1\n00:00:01,000 --> 00:00:02,000\nكلام\n\n2\n00:00:03,000 --> 00:00:04,000\nثان\n"),
    (
      "g.xml",
      "<rss><channel><title>أ</title><item><title>خ &amp;amp; ب</title><description><![CDATA[<p>ن</p>]]></description></item></channel></rss>"
    ),
  ]

  @Test(arguments: files) func `any text is read or refused with a message`(
    name: String, text: String
  ) throws {
    for seed in Fuzz.seeds(60) {
      var generator = SeededGenerator(seed: UInt64(seed))
      // The beginning tells the format, and stays.
      let bytes = Array(text.utf8)
      let kept = seed % 2 == 0 ? min(24, bytes.count) : 0
      let changed = Array(bytes.prefix(kept)) + generator.mutated(Array(bytes.dropFirst(kept)))
      do {
        let document = try folder.load(changed, name)
        for block in document.structure?.blocks ?? [] {
          #expect(document.text.span.contains(block.span), "\(name), seed \(seed)")
        }
        for link in document.structure?.links ?? [] {
          #expect(document.text.span.contains(link.span), "\(name), seed \(seed)")
        }
        for page in document.structure?.pages ?? [] {
          #expect(page.start <= document.text.end, "\(name), seed \(seed)")
        }
      } catch let error as DocumentError {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: files) func `a file that is cut anywhere is read or refused`(
    name: String, text: String
  ) throws {
    let bytes = Array(text.utf8)
    for length in 1..<bytes.count {
      do { _ = try folder.load(bytes.prefix(length), name) } catch let error as DocumentError {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: files) func `what is named otherwise than it is is read by what it holds`(
    name: String, text: String
  ) throws {
    let format = try folder.load(text.utf8, name).structure?.format
    for other in ["x.html", "x.txt", "x.pdf"] where !name.hasSuffix(".md") {
      #expect(try folder.load(text.utf8, other).structure?.format == format)
    }
  }

  @Test(arguments: [
    ("a.md", "> ", 20_000), ("b.md", "[", 50_000), ("c.md", "*a **a ", 20_000),
    ("d.jsonl", "[", 100_000),
  ])
  func `what is nested without end keeps its words`(name: String, sign: String, count: Int) throws {
    let nested = String(repeating: sign, count: count)
    let text =
      name.hasSuffix(".md")
      ? "# ع\n\n\(nested)كلام" : "{\"text\": \"ع\", \"x\": \(nested)}\n{\"text\": \"كلام\"}"
    #expect(try folder.load(text.utf8, name).lines.joined().contains("كلام"))
  }
}
