import ArabicText
import Testing

@testable import Documents

/// Boxes inside the element of an article that are none of it are left out, and nothing with them.
@Suite struct SideBoxesTests {
  private static let title = InventedPages.title
  private static let paragraphs = InventedPages.paragraphs

  private func lines(_ body: String) throws -> [String] {
    let head =
      "<title>\(Self.title)</title><meta property=og:title content=\"\(Self.title)\"><meta name=author content=\"هند سالم\">"
    let page = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  private static let anywhere = [
    "<div class=nl><h3>نشرتنا</h3><p>سجّل بريدك هنا، وسيصلك كل صباح أهم ما كتبناه عن المدن والسكك.</p></div>",
    "<div class=bx><p>حمّل تطبيقنا لتصلك الأخبار العاجلة، وهو متاح لكل الهواتف.</p><a href=x>من هنا</a></div>",
    "<p>ادعموا صحافتنا باشتراك صغير، فمن دونكم لا نستطيع أن نكتب عن القرى البعيدة.</p>",
    "<div class=ra><div>اقرأ أيضا</div><a href=/a><b>خبر آخر عن الميناء والسفن</b></a><p>كلام طويل عن الميناء، وفيه فواصل كثيرة.</p></div>",
    "<div class=z><h2>موضوعات قد تهمك</h2><div><a href=/a><h3>خبر آخر عن الميناء والسفن</h3></a><p>كلام طويل عن الميناء، وفيه فواصل كثيرة.</p></div><div><a href=/b><h3>خبر ثالث عن الطقس في الجبال</h3></a><p>كلام طويل عن الطقس، وفيه فواصل كثيرة.</p></div></div>",
  ]
  private static let behind = [
    "<div class=who><b>هند سالم</b><p>صحافية تكتب عن المدن منذ عشر سنوات، ولها كتاب عن السكك القديمة.</p></div>",
    "<div class=w2><img src=a><h4>سامي القاضي</h4><p>كاتب وباحث من طرابلس، يهتم بتاريخ الطرق، وصدرت له ثلاث روايات.</p><a href=/s>كل مقالات الكاتب</a></div>",
    "<div class=ab><div>Written by هند سالم</div><p>تكتب عن المدن منذ عشر سنوات، ولها كتاب عن السكك القديمة.</p></div>",
    "<p class=d>ما ينشر هنا لا يعبر بالضرورة عن موقف أحد، والمقالات لا تعبر عن رأي الصحيفة.</p>",
    "<div class=end>جميع الحقوق محفوظة لجريدة الأفق، ولا ينقل منها شيء إلا بإذن.</div>",
  ]

  @Test(arguments: anywhere + behind)
  func `a box inside the element of an article is none of it`(box: String) throws {
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
    let h1 = "<h1>\(Self.title)</h1>"
    let expected = [Self.title] + Self.paragraphs
    #expect(try lines("<article>\(h1)<div class=txt>\(text)</div>\(box)</article>") == expected)
    #expect(try lines("<article>\(h1)<div class=txt>\(text)\(box)</div></article>") == expected)
  }

  @Test(arguments: anywhere)
  func `a box between two paragraphs is none of them`(box: String) throws {
    let parts = Self.paragraphs.map { "<p>\($0)</p>" }
    let text = "\(parts[0])\(box)\(parts[1])\(parts[2])"
    #expect(
      try lines("<article><h1>\(Self.title)</h1><div class=txt>\(text)</div></article>")
        == [Self.title] + Self.paragraphs)
  }

  @Test(arguments: [
    "غيّرت الشركة سياسة الخصوصية في تطبيق القطارات، وسيعرف الركاب ما تجمعه عنهم.",
    "وقال الوزير إن تصريحات المدير لا تعبر عن رأي الوزارة.",
    "وتتضمن النشرة البريدية للوزارة مواعيد القطارات كلها.",
  ])
  func `a sentence of the article that speaks of such things stays`(sentence: String) throws {
    let text = (Self.paragraphs + [sentence]).map { "<p>\($0)</p>" }.joined()
    #expect(
      try lines("<article><h1>\(Self.title)</h1><div class=txt>\(text)</div></article>").last
        == sentence)
  }

  @Test func `people of whom an article tells one after the other stay`() throws {
    let people = ["سامي القاضي", "ليلى حداد", "منى الصباغ"].map {
      "<div class=person><b>\($0)</b><p>كاتب من المدينة، يسافر كل يوم بالقطار، ويقول \($0.prefix(4)) إنه وجد فيه وقتا للقراءة.</p></div>"
    }
    let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined() + people.joined()
    let found = try lines("<article><h1>\(Self.title)</h1><div class=txt>\(text)</div></article>")
    #expect(found.count { $0.contains("كاتب من المدينة") } == 3)
    #expect(found.contains { $0.contains("سامي القاضي") })
  }
}
