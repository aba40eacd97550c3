import ArabicText
import TestSupport
import Testing

@testable import Documents

/// What pages put beside, above and into an article is told from it without names.
@Suite struct PartsOfPagesTests {
  private static let title = InventedPages.title
  private static let paragraphs = InventedPages.paragraphs
  private static let body = paragraphs.map { "<p>\($0)</p>" }.joined()

  private func lines(_ body: String, title: String = Self.title) throws -> [String] {
    let head = "<title>\(title)</title><meta property=og:title content=\"\(title)\">"
    let page = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  private static let h1 = "<h1>\(title)</h1>"

  /// Another story as one behind an article.
  private static let other: String = {
    let line = "<p>كلام طويل عن الميناء، وفيه فواصل كثيرة، وهو ليس من المقال في رقم"
    let lines = (1...3).map { "\(line) \($0).</p>" }.joined()
    return "<article><h1>خبر آخر عن الميناء والسفن</h1>\(lines)</article>"
  }()

  /// A wall of consent, longer than the article.
  private static let wall: String = {
    let line = "<p>نخزن معلومات على جهازك، ونعالجها للإعلان والقياس، وهو ما يمكنك رفضه من هنا"
    return "<div>" + (1...9).map { "\(line) \($0).</p>" }.joined() + "</div>"
  }()

  /// The article with `part` behind its first paragraph.
  private static func with(_ part: String) -> String {
    let rest: String = paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined()
    return "\(h1)<div><p>\(paragraphs[0])</p>\(part)\(rest)</div>"
  }

  private static let pages: [String] = [
    "\(wall)<main>\(h1)<div>\(body)</div></main>",
    "<div><article>\(h1)\(body)</article>\(other)</div>",
    "\(h1)<div class=\"d-none d-md-block\">\(body)</div><div class=d-md-none>\(body)</div>",
    // Pictures with a line beside them or under them, a field for an address, how to follow.
    "\(h1)<div><p><img src=a><br><em>قطار في المحطة (وكالة)</em></p>\(body)</div>",
    with("<div><div><img src=a></div><div>صورة من المحطة</div></div>"),
    with(
      "<div><div>النشرة</div><div>يصلك أهم ما في اليوم كل صباح، في دقائق.</div><form><input type=email></form></div>"
    ),
    with("<p>تابعونا على <a href=x>قناة الأخبار</a></p>"),
    with("<div>هند سالم · ٣ ساعات</div>"),
    with("<amp-ad>إعلان عن سيارة</amp-ad>"),
  ]

  @Test(arguments: ["زلزال", "وفاة فنان كبير", title])
  func `an article has its own headline where the title is that of the paper`(headline: String)
    throws
  {
    let body = "<header>الساقية</header><article><h1>\(headline)</h1>\(Self.body)</article>"
    #expect(try lines(body, title: "جريدة الساقية").first == headline)
  }

  @Test(arguments: ["", "<div><a href=/>الأولى</a> <a href=/b>رياضة</a></div>"])
  func `of a page without a headline no paragraph around inner elements is lost`(menu: String)
    throws
  {
    let inner = Self.paragraphs.dropFirst().map { "<div><div><div><p>\($0)</p></div></div></div>" }
    #expect(
      try lines("\(menu)<p>\(Self.paragraphs[0])</p><div>\(inner.joined())</div>\(menu)")
        == [Self.title] + Self.paragraphs)
    let first = Self.paragraphs.dropLast().map { "<p>\($0)</p>" }.joined()
    #expect(
      try lines("<div><div><div>\(first)</div></div></div><p>\(Self.paragraphs[2])</p>")
        == [Self.title] + Self.paragraphs)
  }

  @Test func `what is not read aloud is seen all the same where it is text`() throws {
    let aside =
      "<div aria-hidden=true>قائمة مغلقة في أعلى الصفحة.</div><span aria-hidden=true>×</span>"
    let paragraphs = Self.paragraphs.map { "<p aria-hidden=true>\($0)</p>" }.joined()
    #expect(
      try lines("<article>\(Self.h1)\(aside)\(paragraphs)</article>")
        == [Self.title] + Self.paragraphs)
  }

  @Test(arguments: [
    "التعليقات (2)", "2 تعليقات", "3 تعليقات على “\(title)”", "رأيان على \"\(title)\"",
    "Comments (12)",
    "2 thoughts on “\(title)”", "تعليقات القراء", "٤ ردود",
  ])
  func `all behind a heading of comments is none of the article, whatever its count`(
    heading: String
  ) throws {
    let comment = "<p>خبر جيد، شكرا لكم على هذه التغطية، ونرجو المزيد من الأخبار عن القطارات.</p>"
    let page = "<div>\(Self.h1)\(Self.body)<h3>\(heading)</h3>\(comment)\(comment)</div>"
    #expect(try lines(page) == [Self.title] + Self.paragraphs)
  }

  @Test func `a subhead that speaks of comments ends nothing`() throws {
    let heads = ["تعليقات على القرار", "ردود الفعل", "آراء الركاب"]
    for head in heads { #expect(try lines(Self.with("<h2>\(head)</h2>")).contains(head)) }
  }

  @Test(arguments: ["comments", "related-posts", "author-bio"])
  func `elements beside an article mean what they are called where it shares no word of its title`(
    name: String
  ) throws {
    let title = "مفاجأة الموسم على السكة"
    let part = "<p>كلام طويل لا علاقة له بالموضوع، وفيه فواصل كثيرة، وهو من غير المقال كله.</p>"
    let page =
      "<main><article><h1>\(title)</h1><div>\(Self.body)</div></article><div class=\(name)><h3>\(title)</h3>\(part)\(part)</div></main>"
    #expect(try lines(page, title: title) == [title] + Self.paragraphs)
  }

  @Test func `short news are an article, and the stories beside them are not`() throws {
    let cards = (1...3).map {
      "<div class=card><a href=/\($0)><h3>خبر آخر من المدينة رقم \($0)</h3></a><p>كلام عن الخبر الآخر، وهو طويل بعض الشيء، في رقم \($0).</p></div>"
    }
    let page =
      "<div><h1>\(Self.title)</h1><div class=b><p>\(Self.paragraphs[0])</p></div><section class=related><h2>مواضيع</h2>\(cards.joined())</section></div>"
    let foot = (1...9).map { "<p>نحفظ الحقوق، ونخزن ما يلزم من معلومات، وهذا شرط رقم \($0).</p>" }
    #expect(
      try lines(page + "<footer>\(foot.joined())</footer>") == [Self.title, Self.paragraphs[0]])
  }

  @Test(arguments: [
    "القمة العربية - الأفريقية", "سقوط طائرة \"ياك – 40\" في البحر", "أزمة 1990 - 2003",
  ])
  func `a title is whole where the headline or the page's own title says so`(title: String) throws {
    func read(_ head: String, _ body: String) throws -> String? {
      let page = "<html><head>\(head)</head><body>\(body)<p>\(Self.paragraphs[0])</p></body></html>"
      let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
      return document.structure?.title
    }
    let text = title.replacing("\"", with: "&quot;")
    let given = "<meta property=og:title content=\"\(text)\">"
    #expect(try read("<title>\(text) | الأفق</title>\(given)", "") == title)
    #expect(try read("<title>\(text)</title>\(given)", "<h1>\(text)</h1>") == title)
    #expect(try read("<title>\(text)</title>", "<h1>\(text)</h1>") == title)
  }

  @Test(arguments: pages) func `of the page the article alone is taken`(body: String) throws {
    #expect(try lines(body) == [Self.title] + Self.paragraphs)
  }

  @Test(arguments: [
    // A sign among letters is no picture, an item with one is no caption, a button asks for nothing.
    "<p>ركاب كثيرون <img class=emoji src=a> في المحطة</p>",
    "<ul><li><img src=a> ركاب كثيرون في المحطة</li></ul>",
    "<div><p>ركاب كثيرون في المحطة</p><button>نسخ</button></div>",
    "<p>ركاب كثيرون في المحطة، مثل 2019</p>",
  ])
  func `what looks like it is kept`(part: String) throws {
    #expect(try lines(Self.with(part)).contains { $0.contains("ركاب كثيرون") })
  }

  @Test(arguments: [
    // Verses before and behind the paragraphs, a subhead behind links to other articles, the folded half.
    "\(h1)<article><p>قفا نبك من ذكرى حبيب ومنزل<br>بسقط اللوى بين الدخول فحومل</p>\(body)</article>",
    "\(h1)<article>\(body)<p>قفا نبك من ذكرى حبيب ومنزل<br>بسقط اللوى بين الدخول فحومل</p></article>",
    with("<h2>مواضيع ذات صلة</h2><p><a href=1>خبر آخر من المدينة</a></p><h2>قفا نبك من ذكرى</h2>"),
    with("<div class=read-more-content><p>قفا نبك من ذكرى حبيب، ومنزل في الوادي البعيد.</p></div>"),
    // Points below the headline, a lead above it.
    "<main>\(h1)<ul class=points><li>قفا نبك من ذكرى</li><li>خط جديد</li></ul><div>\(body)</div></main>",
    "<div><span>قفا نبك من ذكرى حبيب، ومنزل في الوادي البعيد.</span>\(h1)</div><div><div>\(body)</div></div>",
  ])
  func `nothing of the article is lost`(body: String) throws {
    let lines = try lines(body)
    #expect(lines.contains { $0.contains("قفا نبك من ذكرى") })
    for paragraph in Self.paragraphs { #expect(lines.contains(paragraph)) }
    #expect(!lines.contains { $0.contains("خبر آخر") || $0.contains("مواضيع") })
  }

  /// Paragraphs in elements that nobody knows, which their style or those beside them make lines of.
  @Test(arguments: [
    ("<x-p style=\"color:red; display: block\">", "</x-p>"), ("<x-p>", "</x-p>"),
    ("<x-p>", "</x-p>\n"), ("<span style='display:block'>", "</span>"),
  ])
  func `elements with names of their own are lines as they are seen`(open: String, close: String)
    throws
  {
    let body = Self.paragraphs.map { open + $0 + close }.joined()
    #expect(
      try lines("<main>\(Self.h1)<div>\(body)</div></main>") == [Self.title] + Self.paragraphs)
    // Within a line they are part of it.
    #expect(
      try lines(Self.with("<p>كلام فيه <x-b>اسم</x-b>، ثم ينتهي هنا بعد كلمات.</p>"))
        .contains("كلام فيه اسم، ثم ينتهي هنا بعد كلمات."))
  }

  @Test(arguments: [("<time>1#:00</time>", "<h3>تحديث</h3>"), ("<h4>عضو #</h4>", "")])
  func `the first part of a live page keeps its time and heading`(time: String, heading: String)
    throws
  {
    let parts = Self.paragraphs.enumerated().map { number, paragraph in
      "<article>\(time.replacing("#", with: "\(number)"))\(heading)<p>\(paragraph)</p></article>"
    }
    let found = try lines("<main>\(Self.h1)\(parts.joined())</main>")
    #expect(found.dropFirst().first?.contains("0") == true, "\(found)")
  }

  @Test func `sources at the end, links in a paragraph and readings beside letters are kept`()
    throws
  {
    let sources =
      "<h2>المصادر</h2><ul><li><a href=1>تقرير المنظمة</a></li><li><a href=2>بيان الوزارة</a></li></ul>"
    let found = try lines("<article>\(Self.h1)\(Self.body)\(sources)</article>")
    #expect(found.suffix(3) == ["المصادر", "• تقرير المنظمة", "• بيان الوزارة"])
    let links =
      "<p>انظر <a href=1>التقرير الكامل</a> و<a href=2>الملف</a> و<a href=3>الصور</a>.</p>"
    #expect(try lines(Self.with(links)).contains("انظر التقرير الكامل والملف والصور."))
    let others = "<p>اقرأ أيضا: <a href=1>خبر من المدينة</a> و<a href=2>خبر من القرية</a>.</p>"
    #expect(try !lines(Self.with(others)).contains { $0.contains("القرية") })
    let ruby =
      "<article>\(Self.h1)\(Self.body)<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></article>"
    #expect(try lines(ruby).last == "漢(kan)")
  }

  @Test func `a page of frames says where its words are`() throws {
    let page =
      "<html><head><title>صحيفة</title></head><frameset><frame src=main.html><noframes><body>لا إطارات هنا</body></noframes></frameset></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    #expect(document.structure?.warnings == [.frames(first: "main.html")])
  }

  @Test func `the name of a newspaper before a colon is none of the title`() {
    #expect(HTMLMetadata.withoutSite("جريدة الغد : حملة للتطعيم", nil) == "حملة للتطعيم")
    #expect(HTMLMetadata.withoutSite("الغد : حملة للتطعيم", "الغد") == "حملة للتطعيم")
    #expect(HTMLMetadata.withoutSite("وزير الصحة : نبدأ غدا", nil) == "وزير الصحة : نبدأ غدا")
  }

  @Test(arguments: ["article", "main", "section", "figure"])
  func `a page that does not say where its body begins is read`(name: String) throws {
    let page =
      "<!DOCTYPE html><html lang=ar><meta charset=utf-8><title>\(Self.title)</title><\(name)>\(Self.h1)\(Self.body)</\(name)>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    let text = document.text.string(in: document.text.span)
    for paragraph in Self.paragraphs { #expect(text.contains(paragraph)) }
    #expect(document.structure?.title == Self.title)
  }

  @Test func `a front page is no article`() throws {
    let stories = (1...8).map {
      "<article><h2><a href=\($0)>خبر \($0)</a></h2><p>\(Self.paragraphs[0]) \($0).</p></article>"
    }
    let page = "<html><body>\(stories.joined())</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    #expect(document.structure?.warnings == [.noArticle])
    #expect(document.text.string(in: document.text.span).contains("خبر 8"))
  }

  @Test func `what a template shows in the place of an element is read`() throws {
    let shadow = "<x-y><template shadowrootmode=open><p>كلام في الظل</p></template></x-y>"
    #expect(try lines(Self.with(shadow)).contains("كلام في الظل"))
    #expect(
      try !lines(Self.with("<template><p>كلام في الظل</p></template>")).contains("كلام في الظل"))
  }

  @Test func `the number of a note stands in brackets, and no sign leads back from it`() throws {
    let notes = "<ol><li id=n1>حاشية. <a href=\"#r1\">↩︎</a></li></ol>"
    let page =
      "\(Self.h1)<div>\(Self.body)<p>وهذا آخر كلام المقال.<a href=\"#n1\"><sup>1</sup></a></p>\(notes)</div>"
    let document = try DocumentLoader.document(
      ofStream: Array("<html><body>\(page)</body></html>".utf8), isWhole: true,
      extent: Extent(.wholePage))
    let text = document.text.string(in: document.text.span)
    #expect(text.hasSuffix("وهذا آخر كلام المقال.[1]\n1. حاشية.\n"))
    #expect(document.structure?.links.map(\.target) == ["#n1"])
  }
}
