import ArabicText
import Testing

@testable import Documents

/// Lines of an article that are short, and how pages set them.
private enum ShortLines {
  /// Lines without a stop that have a number, a time or a colon and say something.
  static let lines = [
    "مؤتمر المياه لعام 2031 يبحث جفاف الأنهار وهجرة الرعاة", "وجرح في الحادث 14 راكبا",
    "وكانت البلدية قد وعدت في نيسان 2029 بحفر آبار جديدة", "وقال المختار: لن نرحل",
    "انتهى السباق بالتعادل 3-3", "ولا تزال الطرق مقطوعة", "وزير الري: السد جاهز",
  ]

  /// Ways to set the paragraphs of an article, each with a lead of its own way.
  static let frames: [(lead: String, paragraph: String)] = [
    (lead: "<p>#</p>", paragraph: "<p>#</p>"),
    (
      lead: "<div class=\"field-intro\"><div>#</div></div>",
      paragraph: "<p class=j><span style=\"font-size:16px\">#</span></p>"
    ),
    (
      lead: "<div class=lead><b>#</b></div>",
      paragraph: "<div dir=rtl class=x1><p dir=rtl>#</p></div>"
    ),
    (lead: "<font size=3>#</font><br><br>", paragraph: "<font size=3>#</font><br><br>"),
    (lead: "<h2 class=deck>#</h2>", paragraph: "<div><div dir=auto><span>#</span></div></div>"),
  ]
}

/// The first and the last lines of an article are its own, however short they are, unless they are labels.
@Suite struct ArticleEdgesTests {
  private static let title = InventedPages.title
  private static let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()

  private func lines(_ body: String) throws -> [String] {
    let page =
      "<!DOCTYPE html><html><head><title>\(Self.title)</title></head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  /// The article with `first` before and `last` behind its paragraphs, in `element`.
  private func article(_ element: String, first: String = "", last: String = "") -> String {
    let inner = "<h1>\(Self.title)</h1>\(first)\(Self.body)\(last)"
    return element.isEmpty ? inner : "<\(element)>\(inner)</\(element)>"
  }

  @Test(
    arguments: ["article", "div class=post", ""],
    [
      "عاجل", "الواحة - رام الله", "القاهرة -", "عدن (وكالة الواحة):", "انتهى اللقاء.", "(انتهى)",
      "ر.س/ك.خ",
    ])
  func `a short paragraph at either end belongs to the article`(element: String, line: String)
    throws
  {
    let (all, paragraph) = ([Self.title] + InventedPages.paragraphs, "<p>\(line)</p>")
    var first = all
    first.insert(line, at: 1)
    #expect(try lines(article(element, first: paragraph)) == first)
    #expect(try lines(article(element, last: paragraph)) == all + [line])
  }

  @Test(
    arguments: ["صحيفة الرابية", "عنوان آخر لمن يبحث - صحيفة الرابية"],
    ["<div>HEAD</div><div>BODY</div>", "<header class=hero>HEAD</header><article>BODY</article>"])
  func `the only headline is kept whatever the title of the page is, with the lead below it`(
    title: String, frame: String
  ) throws {
    let lead = "أربع آبار جفت والرعاة يطالبون بتعويض قبل الشتاء"
    let head = "<h1>\(Self.title)</h1><p>\(lead)</p>"
    let page = frame.replacing("HEAD", with: head).replacing("BODY", with: Self.body)
    let html = "<html><head><title>\(title)</title></head><body>\(page)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(html.utf8), isWhole: true)
    let lines = document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
    #expect(lines == [Self.title, lead] + InventedPages.paragraphs)
  }

  @Test(arguments: ShortLines.lines, ShortLines.frames.indices)
  func `a line that says something is kept as the lead, in the middle and as the last`(
    line: String, frame: Int
  ) throws {
    let frame = ShortLines.frames[frame]
    let all = InventedPages.paragraphs
    func body(_ paragraphs: [String]) -> String {
      paragraphs.map { frame.paragraph.replacing("#", with: $0) }.joined()
    }
    let lead = frame.lead.replacing("#", with: line)
    let head = "<h1>\(Self.title)</h1>"
    #expect(
      try lines("<div class=page>\(head)\(lead)<div class=text>\(body(all))</div></div>")
        == [Self.title, line] + all)
    for place in 1...3 {
      let with = Array(all[..<place]) + [line] + Array(all[place...])
      #expect(
        try lines("<div class=date-outer>\(head)<div class=text>\(body(with))</div></div>")
          == [Self.title] + with)
    }
  }

  @Test func `what the page says of itself is the lead, however short it is`() throws {
    let lead = "أول رحلة في 3 آذار 2026"
    let page =
      "<html><head><title>\(Self.title)</title><meta name=description content=\"\(lead)\"></head><body>"
      + "<h1>\(Self.title)</h1><div class=x><span class=y>\(lead)</span></div><div>\(Self.body)</div></body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    #expect(document.text.string(in: document.text.span).contains("\n\(lead)\n"))
  }

  @Test(arguments: [
    "<section><h3>LEAD</h3><h1>HEAD</h1></section><section>BODY</section>",
    "<section><h2>LEAD</h2><span class=date>1 مارس 2026</span><h1>HEAD</h1></section><div>BODY</div>",
    "<div><div class=a>HEAD</div><div class=b><strong>LEAD</strong></div><div class=c>BODY</div></div>",
    "<div><div class=a>HEAD</div><div class=d>2026-03-01 10:00</div><div class=b>LEAD</div><div class=c>BODY</div></div>",
    "<div><div><h1>HEAD</h1></div><div class=z>LEAD</div><div class=c>BODY</div></div>",
  ])
  func `a lead is found above the headline and below one that is no heading`(page: String) throws {
    let lead = "أربع آبار جفت هذا العام والرعاة يطالبون بتعويض قبل الشتاء"
    let html = page.replacing("HEAD", with: Self.title).replacing("LEAD", with: lead)
      .replacing("BODY", with: Self.body)
    #expect(try lines(html) == [Self.title, lead] + InventedPages.paragraphs)
  }

  @Test func `a list, a table and the subhead of a section at the ends are kept`() throws {
    let list = "<p>وهذه أسماء الفائزين:</p><ul><li>سالم العلي</li><li>هدى الخطيب</li></ul>"
    #expect(
      try lines(article("article", last: list)).suffix(3)
        == ["وهذه أسماء الفائزين:", "• سالم العلي", "• هدى الخطيب"])
    let table = "<table><tr><td>سالم</td><td>12</td></tr><tr><td>هدى</td><td>14</td></tr></table>"
    #expect(
      try lines(article("article", last: table)).suffix(2) == ["سالم | 12", "هدى | 14"])
    let section = "<section><h2>أسباب التأخير</h2>\(Self.body)</section>"
    #expect(
      try lines("<article><h1>\(Self.title)</h1>\(section)</article>").dropFirst().first
        == "أسباب التأخير")
  }

  @Test(arguments: [
    "<p>طباعة</p>", "<p>شارك الخبر</p>", "<p>1 مارس 2026</p>", "<p class=author>هند سالم</p>",
    "<span class=date>الأحد</span>", "<p>كلمات مفتاحية: قطار، نقل</p>", "<p><a href=/t>نقل</a></p>",
    "<div class=meta><p>هند سالم</p></div>", "<p>--&gt;</p>",
  ])
  func `labels at either end are none of the article`(label: String) throws {
    let all = [Self.title] + InventedPages.paragraphs
    #expect(try lines(article("article", first: label)) == all)
    #expect(try lines(article("article", last: label)) == all)
  }
}

/// What is an article, or its headline, though it is short.
@Suite struct ShortPartsTests {
  private func lines(_ body: String, title: String) throws -> [String] {
    let page =
      "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  @Test(arguments: ["<p>", "<div>", "<br>"])
  func `verses of three words are an article, and comments are none`(markup: String) throws {
    let nouns = ["قمر", "نجم", "ليل", "فجر", "صبح", "ظهر", "عصر", "شفق", "بدر", "غيم"]
    let verses = nouns.map { "يا \($0) الحصاد" }
    let name = markup.dropFirst()
    let poem = verses.map { markup == "<br>" ? $0 + markup : "\(markup)\($0)</\(name)" }.joined()
    let comments =
      "<section id=comments><h3>التعليقات</h3><p>أبو سامر: خبر ممتاز شكرا لكم على التغطية المتواصلة والله الموفق</p></section>"
    #expect(
      try lines("<article><h1>أغنية الحقل</h1>\(poem)</article>\(comments)", title: "أغنية الحقل")
        == ["أغنية الحقل"] + verses)
  }

  @Test(arguments: ["جريدة الواحة", "الواحة: عدد خاص", "غضب | جريدة الواحة"])
  func `a short heading of a lower level is the headline where the title is the paper's`(
    title: String
  ) throws {
    let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
    let page = "<h1><a href=/>جريدة الواحة</a></h1><article><h2>غضب</h2>\(body)</article>"
    #expect(try lines(page, title: title) == ["غضب"] + InventedPages.paragraphs)
  }

  @Test func `paragraphs deeper than the tree are lines of their own`() throws {
    let (open, close) = (
      String(repeating: "<div>", count: 3000), String(repeating: "</div>", count: 3000)
    )
    let body = InventedPages.paragraphs.map { "<p>\($0)</p>" }.joined()
    #expect(
      try lines("<h1>\(InventedPages.title)</h1>\(open)\(body)\(close)", title: InventedPages.title)
        == [InventedPages.title] + InventedPages.paragraphs)
    let words = try lines("\(open)<div>كلام</div><div>آخر</div>\(close)", title: "عنوان")
    #expect(words.joined(separator: " ").contains("كلام آخر"))
  }
}
