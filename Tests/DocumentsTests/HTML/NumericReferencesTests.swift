import Testing

@testable import Documents

/// Numbers of signs in pages.
struct NumericReferencesTests {
  private func repaired(_ page: String) -> String? {
    Array(page.utf8).withUnsafeBufferPointer { NumericReferences.repaired($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("قال&#0;الوزير", "قال\u{FFFD}الوزير"), ("&#x0;", "\u{FFFD}"), ("&#xD800 x", "\u{FFFD} x"),
    ("&#x110000;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"),
    ("&#147;نص&#148; &#150; &#x80;", "“نص” – €"), ("&#129;", "\u{81}"),
    ("&amp;&#65;&#0", "&amp;&#65;\u{FFFD}"),
  ])
  func `what is no sign is told as browsers do`(page: String, right: String) {
    #expect(repaired(page) == right)
  }

  @Test(arguments: [
    "", "&", "&#", "&#;", "&#x;", "&#xg;", "&#65;", "&#x627;", "&#1583 x", "AT&T &amp;",
  ])
  func `what is one is left alone`(page: String) {
    #expect(repaired(page) == nil)
  }

  @Test func `very many of them take time in proportion`() {
    let page = String(repeating: "ك&#0;", count: 200_000)
    #expect(repaired(page)?.utf8.count == 1_000_000)
  }

  @Test func `no words of a page run together`() throws {
    let page =
      "<article><h1>عنوان الخبر</h1><p>قال&#0;الوزير&#150;أمس في بيان طويل إن القرار نافذ من اليوم.</p></article>"
    let text = try Array(page.utf8).withUnsafeBufferPointer {
      try HTMLDocument.read($0, format: .html, Extent(.wholePage))
    }
    #expect(String(decoding: text.bytes, as: UTF8.self).contains("قال\u{FFFD}الوزير–أمس"))
  }
}
