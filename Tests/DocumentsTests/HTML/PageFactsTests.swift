import ArabicText
import Documents
import TestSupport
import Testing

/// What pages of wikis, of programs for texts and of old sites tell of themselves in their own ways.
@Suite struct PageFactsTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let paragraphs = [
    "افتتحت وزيرة التعليم صباح اليوم مدرسة جديدة في المدينة القديمة، بحضور عدد من أهالي الحي.",
    "وقالت الوزيرة في كلمة لها إن البناء كلف أربعة ملايين، وإن العمل فيه دام عامين كاملين.",
    "وأوضح مدير المدرسة أن فيها ثلاثين صفا ومكتبة ومختبرات، وأنها تتسع لتسعمئة من التلاميذ.",
    "ويقول السكان إن أبناءهم كانوا يقطعون كل يوم مسافة طويلة إلى مدارس في أحياء أخرى.",
  ]
  private static let title = "افتتاح مدرسة جديدة في المدينة القديمة"
  private static let body = paragraphs.map { "<p>\($0)</p>" }.joined()

  private func load(_ page: String) throws -> Document {
    try folder.load(page.utf8, "page.html")
  }

  @Test func `a wiki tells its day in its foot, and what is around the text is none of it`() throws
  {
    let document = try load(
      """
      <html><head><title>\(Self.title) - ويكي المدن</title></head><body><div id="content">
      <div id="siteNotice">تبرعوا للموسوعة اليوم.</div><h1 id="firstHeading">\(Self.title)</h1>
      <div id="bodyContent"><div id="siteSub">من ويكي المدن، موسوعة الجميع الحرة في كل مكان</div>
      <div id="jump-to-nav" class="mw-jump">اذهب إلى: <a href="#a">تصفح</a></div>
      <div id="mw-content-text">\(Self.body)</div>
      <div class="printfooter">مجلوبة من «https://wiki.example/index.php?title=x»</div>
      <div id="catlinks"><a href="/c">تصنيفات</a>: <ul><li><a href="/m">مدارس</a></li></ul></div></div></div>
      <ul id="footer-info"><li id="footer-info-lastmod"> آخر تعديل لهذه الصفحة كان يوم 3 فبراير 2021، الساعة 14:20.</li></ul>
      </body></html>
      """)
    #expect(document.lines == [Self.title] + Self.paragraphs)
    #expect(document.structure?.title == Self.title)
    let date = try #require(document.structure?.date)
    #expect(date.hasPrefix("3 فبراير 2021"))
  }

  @Test func `what touches without a space is a day, the words of a picture and a name`() throws {
    let document = try load(
      """
      <html><head><title>\(Self.title)</title></head><body><div class="top"><h1>\(Self.title)</h1><span class="storyDate">الأحد، 29 نوفمبر 2026 10:00 ص</span><span class="img-cap">الوزيرة في المدرسة صباح اليوم (وكالات)</span><span class="writeBy">كتبت هند سالم</span></div>
      <div id="text">\(Self.body)</div></body></html>
      """)
    #expect(document.lines == [Self.title] + Self.paragraphs)
    #expect(document.structure?.authors == ["هند سالم"])
    #expect(document.structure?.date == "الأحد، 29 نوفمبر 2026 10:00 ص")
  }

  @Test func `words that touch in a sentence stay one`() throws {
    let sentence =
      "وقالت <span class=tag>الوزير</span><span class=u>ة</span> إن المدرسة تفتح أبوابها يوم الأحد، وإنها تتسع للجميع."
    let document = try load(
      "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1>\(Self.body)<p>\(sentence)</p></body></html>"
    )
    #expect(document.lines.last?.hasPrefix("وقالت الوزيرة إن") == true)
  }

  @Test func `an author is told by the id of an element, too`() throws {
    let document = try load(
      "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1><div id=Main_divWriter>هند سالم</div><div>\(Self.body)</div></body></html>"
    )
    #expect(document.structure?.authors == ["هند سالم"])
    #expect(document.lines == [Self.title] + Self.paragraphs)
  }

  @Test func `a headline that is a sentence is one, of a page for printing without a title, too`()
    throws
  {
    let headline = "رأي: لماذا نبني مدارس جديدة في هذه المدينة؟"
    let document = try load(
      "<html><head><title>طباعة</title></head><body><h2>\(headline)</h2><small>الأحد 29-11-2026</small><hr>\(Self.body)</body></html>"
    )
    #expect(document.structure?.title == headline)
    #expect(document.lines == [headline] + Self.paragraphs)
  }

  @Test func `the words of a picture are none of the article, in whatever element`() throws {
    let caption = "<div class=caption>الوزيرة في المدرسة صباح اليوم، وحولها التلاميذ.</div>"
    let document = try load(
      "<html><head><title>\(Self.title)</title></head><body><h1>\(Self.title)</h1><div>\(caption)\(Self.body)\(caption)</div></body></html>"
    )
    #expect(document.lines == [Self.title] + Self.paragraphs)
  }

  @Test(arguments: ["title", "c1 title", "MsoTitle"])
  func `a paragraph that is marked as the title is the headline of a document without one`(
    name: String
  ) throws {
    let document = try load(
      """
      <html><head><meta charset="utf-8"></head><body class="doc-content"><p class="\(name)"><span>\(Self.title)</span></p>
      \(Self.body)<p>وينتهي العام قريبا.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p>
      <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>هل راجعتم العدد؟</span></p></div></body></html>
      """)
    #expect(document.structure?.title == Self.title)
    #expect(document.parts.first == "heading(level: 1): \(Self.title)")
    #expect(document.lines == [Self.title] + Self.paragraphs + ["وينتهي العام قريبا."])
  }

  @Test(arguments: [
    "صفحات - \(title)", "منتدى المدينة • مشاهدة الموضوع - \(title)",
    "وكالة المدينة : \(title) - محليات - 12/05/2024",
  ])
  func `a title with the headline between signs is the headline`(head: String) throws {
    let page =
      "<title>\(head)</title><h1>منتدى المدينة</h1><h2>\(Self.title)</h2><div>\(Self.body)</div>"
    #expect(try load(page).structure?.title == Self.title)
  }

  @Test func `a heading inside a title that goes on is not the whole of it`() throws {
    let page =
      "<title>\(Self.title) بعد عامين من العمل</title><h2>\(Self.title)</h2><div>\(Self.body)</div>"
    #expect(try load(page).structure?.title == "\(Self.title) بعد عامين من العمل")
  }

  @Test(arguments: [
    ("<div>الأحد 12 مايو 2024 - 10:20</div>", "الأحد 12 مايو 2024 - 10:20"),
    ("<span id=\"lblDate\">12/05/2024</span>", "12/05/2024"),
    (
      "<i class=\"news-date\">04/11/1445</i><div class=\"news-date\">12/05/2024</div>", "12/05/2024"
    ),
    ("<div>محليات</div>", nil),
  ])
  func `the day below a headline is told, of two calendars ours`(line: String, date: String?) throws
  {
    let document = try load(
      "<title>\(Self.title)</title><div><h1>\(Self.title)</h1>\(line)<div>\(Self.body)</div></div>")
    #expect(document.structure?.date == date)
  }
}
