import ArabicText
import Testing

@testable import Annotations

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
    ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
    ("![x](http://a/b.png)", "!\\[x\\](http://a/b.png)"), ("<javascript:1>", "\\<javascript:1\\>"),
    ("[x]: javascript:1", "\\[x\\]: javascript:1"), ("&lt;b&gt;", "\\&lt;b\\&gt;"),
    ("# head", "\\# head"), ("- a", "\\- a"), ("+ a", "\\+ a"), ("1. a", "1\\. a"),
    ("12) a", "12\\) a"), ("---", "\\---"), ("===", "\\==="), ("> a", "\\> a"),
    ("```sh", "\\`\\`\\`sh"), ("~~~", "\\~\\~\\~"), ("    code", "&#32;   code"),
    ("\tcode", "&#32;code"), ("  a", "  a"), ("{: onclick=1}", "\\{: onclick=1\\}"),
    ("a | b", "a \\| b"), ("$x$", "\\$x\\$"), ("نص", "نص"), ("a\\", "a\\\\"), ("", ""),
  ])
  func `words are words and no markup`(words: String, markdown: String) {
    #expect(MarkdownText.lines(words) == [markdown])
  }

  @Test func `a line of a note begins no block, whichever it is`() {
    #expect(MarkdownText.lines("a\r\n- b\n\n1. c") == ["a", "\\- b", "", "1\\. c"])
  }

  @Test func `words in a line stay in it`() {
    #expect(MarkdownText.inline("a\n\n# b\r\nc") == "a  \\# b c")
  }

  @Test func `nothing of a digest is live, whoever has written it`() {
    let words = "<img src=x onerror=1> [x](javascript:1)\n\n# x"
    let text = AnchoredText(DecodedText("قال \(words) نعم"), contentHash: "")
    let span = text.text.span
    let placed = text.anchor(of: span).map { anchor in
      var annotation = Annotation(anchor: anchor, note: words, author: words)
      annotation.tags = [words]
      return PlacedAnnotation(annotation, .exact(span))
    }
    let document = ExchangeDocument(
      text: text, name: words, annotations: [placed].compactMap(\.self))
    let digest = ExchangeFormat.markdown.write(document).content
    #expect(digest.contains("\\<img"))
    for live in ["<img", "[x]", "# x"] {
      let places = digest.ranges(of: live).map { digest[..<$0.lowerBound].last }
      #expect(places.allSatisfy { $0 == "\\" }, "\(live)")
    }
  }
}
