import ArabicText
import Foundation
import TestSupport
import Testing

@testable import Annotations

/// The page of an article: well formed whatever is in it, and complete.
struct HTMLFormatTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "]]>",
    "<!--", "&lt;b&gt; &#x3c; &copy", "</style><style>*{background:url(//x)}",
    "javascript:alert(1)",
    "\u{1B}[31m\u{0}\u{85}\u{FFFE}", "\u{202E}\u{2066}\u{2067}", "a\r\nb",
  ]

  private func page(
    _ text: String, findings: [(String, String, Bool)] = [], notes: [(String, Annotation)] = []
  ) throws -> (content: String, markup: StrictMarkup) {
    let anchored = AnchoredText(DecodedText(text), contentHash: "")
    func span(_ words: String) throws -> TextSpan {
      let range = try #require(text.range(of: words))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextSpan(TextOffset(start), TextOffset(start + words.utf8.count))
    }
    var document = ExchangeDocument(
      text: anchored, name: "article.txt",
      annotations: try notes.map { words, note in
        var annotation = note
        annotation.anchor = try #require(anchored.anchor(of: try span(words)))
        return PlacedAnnotation(annotation, .exact(try span(words)))
      })
    document.findings = try findings.enumerated().map { number, finding in
      ExchangeDocument.Finding(
        span: try span(finding.0), label: finding.1, group: "g\(number)", name: "ليلى <الحداد>",
        isQuotation: finding.2)
    }
    let content = ExchangeFormat.html.write(document).content
    return (content, try StrictMarkup(content))
  }

  private static let blank = Annotation(
    anchor: Anchor(
      start: ScalarOffset(0), end: ScalarOffset(1), exact: "x", prefix: "", suffix: "",
      contentHash: ""))

  /// Nothing that would run or be fetched, each identifier once, each link to one that is there.
  private func expectSelfContained(_ markup: StrictMarkup) {
    let attributes = markup.elements.flatMap { Array($0.attributes) }
    #expect(
      attributes.allSatisfy { !$0.key.hasPrefix("on") && $0.key != "src" && $0.key != "style" })
    let names = Set(markup.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "form", "base"]))
    let ids = attributes.filter { $0.key == "id" }.map(\.value)
    #expect(Set(ids).count == ids.count)
    for link in attributes where link.key == "href" {
      #expect(link.value.hasPrefix("#") && ids.contains(String(link.value.dropFirst())), "\(link)")
    }
    let sheet = markup.named("style").map(\.text).joined()
    #expect(!sheet.contains("url(") && !sheet.contains("@import"))
    #expect(attributes.contains { $0.value == "default-src 'none'; style-src 'unsafe-inline'" })
  }

  @Test(arguments: hostile)
  func `words of others are words wherever they stand`(words: String) throws {
    var note = Self.blank
    (note.note, note.tags) = (words, [words])
    let (content, markup) = try page(
      "قال \(words) نعم", findings: [("قال", "PER", false), (words, "direct", true)],
      notes: [("نعم", note)])
    expectSelfContained(markup)
    #expect(
      content.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\t" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value))
      })
  }

  @Test func `passages that cross are elements that do not, and no word is lost or doubled`() throws
  {
    let text = "واحد اثنان ثلاثة أربعة خمسة\nستة سبعة ثمانية"
    var note = Self.blank
    (note.note, note.color) = ("ملاحظة", .yellow)
    let (_, markup) = try page(
      text,
      findings: [
        ("واحد اثنان ثلاثة", "direct", true), ("ثلاثة أربعة", "ORG", false),
        ("خمسة\nستة سبعة", "indirect", true), ("سبعة", "LOC", false),
      ], notes: [("اثنان ثلاثة أربعة خمسة", note), ("ثلاثة", Self.blank)])
    expectSelfContained(markup)
    let article = try #require(markup.named("main").first)
    let letters = article.text.filter { !$0.isNumber && $0 != "✎" }
    #expect(letters.contains("واحد اثنان ثلاثة أربعة خمسة"))
    #expect(letters.contains("ستة سبعة ثمانية"))
    #expect(markup.named("p").filter { $0.attributes["dir"] == "rtl" }.count == 2)
    #expect(markup.ofClass("yellow").map(\.text).joined().contains("أربعة خمسة"))
  }

  @Test(arguments: 0..<200)
  func `whatever passages there are, the page is well formed and keeps the words`(seed: Int) throws
  {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = (0..<12).map { "كلمة\($0)" }
    let text = words[..<6].joined(separator: " ") + "\n" + words[6...].joined(separator: " ")
    func passage() throws -> String {
      let first = Int.random(in: 0..<12, using: &generator)
      let last = Int.random(in: first..<12, using: &generator)
      let start = try #require(text.range(of: words[first] + (first == 1 ? " " : "")))
      let end = try #require(text.range(of: words[last] + (last == 1 ? " " : "")))
      return String(text[start.lowerBound..<end.upperBound])
    }
    let findings = try (0..<4).map { _ in
      Bool.random(using: &generator)
        ? (try passage(), "PER", false) : (try passage(), "mixed", true)
    }
    var note = Self.blank
    note.note = "ن"
    let (_, markup) = try page(
      text,
      findings: findings.sorted {
        (text.range(of: $0.0)?.lowerBound ?? text.endIndex)
          < (text.range(of: $1.0)?.lowerBound ?? text.endIndex)
      },
      notes: [(try passage(), note)])
    expectSelfContained(markup)
    let article = try #require(markup.named("main").first).text
    #expect(article.ranges(of: "كلمة").count == 12)
  }

  @Test func `names, quotations with speakers, notes and what lost its place are listed`() throws {
    var note = Self.blank
    (note.note, note.tags, note.color) = ("سطر\nثان", ["وسم"], .green)
    let (content, markup) = try page(
      "قالت ليلى: نعم", findings: [("ليلى", "PER", false), ("نعم", "direct", true)],
      notes: [("قالت", note)])
    let lists = try #require(markup.named("aside").first).text
    for words in ["ليلى <الحداد>", "«نعم»", "سطر\nثان", "وسم", "Quotations", "People", "Notes"] {
      #expect(lists.contains(words), "\(words)")
    }
    #expect(content.contains("<html lang=\"ar\" dir=\"rtl\">"))
    for rule in ["prefers-color-scheme: dark", "@media print", ":focus-visible"] {
      #expect(content.contains(rule))
    }
  }

  @Test func `a paragraph without Arabic runs from the left`() throws {
    let (_, markup) = try page("Only Latin\nنص with Latin\n123")
    #expect(markup.named("p").map { $0.attributes["dir"] } == ["ltr", "rtl", "rtl"])
  }
}
