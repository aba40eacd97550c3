import ArabicText
import Testing

@testable import Documents

/// An article that stands in several elements is whole, and ends where another begins.
@Suite struct ArticlePartsTests {
  private static let title = InventedPages.title
  private static let lead = InventedPages.lead
  /// Sentences that are shorter together than the lead.
  private static let short = [
    "ووصل أول قطار في موعده.", "وقال سائقه: «رحلة هادئة».", "ويتوقف الخط يوم الجمعة من كل أسبوع",
  ]
  private static let long =
    InventedPages.paragraphs.dropFirst() + [
      "ووصف مسافرون الرحلة بأنها هادئة، وقالوا إن المقاعد مريحة، وإن القطار وصل قبل موعده بدقائق.",
      "وكان الخط القديم قد أغلق قبل أربعين عاما، بعدما جرفت السيول جسرين منه، ولم يصلحهما أحد.",
    ]

  private func lines(_ body: String) throws -> [String] {
    let head =
      "<title>\(Self.title) - جريدة الأفق</title><meta property=og:title content=\"\(Self.title)\">"
    let page = "<!DOCTYPE html><html><head>\(head)</head><body>\(body)</body></html>"
    let document = try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    return document.text.string(in: document.text.span).split(separator: "\n").map(String.init)
  }

  private static func p(_ paragraphs: some Sequence<String>) -> String {
    paragraphs.map { "<p>\($0)</p>" }.joined()
  }

  private static let h1 = "<h1>\(title)</h1>"
  private static let cards = (1...3).map {
    "<div class=item><h3><a href=/\($0)>خبر آخر عن بلدة رقم \($0)</a></h3><p>كلام عن البلدة، وعن شارعها الطويل \($0).</p></div>"
  }.joined()
  private static let around = InventedPages.menu
  private static let foot =
    "<div class=more><h2>أخبار المدن</h2>\(cards)</div><footer>جميع الحقوق محفوظة</footer>"

  /// The body of short news, behind a lead that is longer.
  private static let shortNews: [String] = [
    "<article><header>\(h1)<p>\(lead)</p></header><section>\(p(short))</section></article>",
    "<article>\(h1)<div class=desc>\(lead)</div><div class=content>\(p(short))</div></article>",
    "<div class=s>\(h1)<h4>\(lead)</h4><div class=t><div>\(p(short))</div></div></div>",
    "<div class=top>\(h1)<p>\(lead)</p></div><div class=rest><div>\(p(short))</div></div>",
    "<div class=a><div>\(h1)</div></div><div class=b><div><strong>\(lead)</strong></div></div><div class=c><div>\(p(short))</div></div>",
    "<div><span>\(title)</span></div><div>"
      + ([lead] + short).map { "<div>\($0)</div><div>&nbsp;</div>" }.joined() + "</div>",
    "<table><tr><td>\(h1)</td></tr>"
      + ([lead] + short).map { "<tr><td>\($0)</td></tr>" }.joined() + "</table>",
    "<main>\(h1)"
      + ([lead] + short).map { "<section class=\"b b-text\"><div><p>\($0)</p></div></section>" }
      .joined() + "</main>",
  ]

  @Test(arguments: shortNews)
  func `a body that is shorter than its lead is not lost`(body: String) throws {
    for page in [body, Self.around + body, Self.around + body + Self.foot] {
      #expect(try lines(page) == [Self.title, Self.lead] + Self.short)
    }
  }

  private static let between = [
    "", "<div class=adv>إعلان</div>", "<figure><img src=a></figure>",
    "<div id=x><script>x()</script></div>", "<div><iframe src=x></iframe></div>",
    "<div class=rel><h4>اقرأ أيضا</h4><a href=/a>خبر آخر عن بلدة بعيدة</a></div>",
  ]

  @Test(arguments: between)
  func `the parts of an article are one, whatever stands between them`(between: String) throws {
    let paragraphs = [Self.lead] + Self.long
    for cut in 1..<paragraphs.count {
      for (open, close) in [
        ("<div class=txt>", "</div>"), ("<div class=\"blk t1\"><div>", "</div></div>"),
        ("<section>", "</section>"),
      ] {
        let parts = [paragraphs[..<cut], paragraphs[cut...]].map { open + Self.p($0) + close }
        let body =
          "<main><div class=story>\(Self.h1)\(parts.joined(separator: between))</div></main>"
        #expect(try lines(Self.around + body + Self.foot) == [Self.title] + paragraphs)
      }
    }
  }

  @Test(arguments: ["<p>", "<div class=last>", ""])
  func `a last paragraph outside of the element of the others is kept`(open: String) throws {
    let last = "وينتظر أن تصل العربات الأخيرة من المصنع قبل نهاية العام."
    let body =
      "<div class=story>\(Self.h1)<div class=txt>\(Self.p(Self.long))</div>\(open)\(last)</div>"
    #expect(try lines(Self.around + body + Self.foot) == [Self.title] + Self.long + [last])
  }

  @Test(arguments: [
    ("<article>", "</article>"), ("<div class=story>", "</div>"),
    ("<div class=\"post p1\">", "</div>"),
  ])
  func `the story behind it on a page without end is another`(open: String, close: String) throws {
    let other =
      "\(open)<h1>خبر آخر عن الميناء والسفن</h1><div class=txt><p>كلام طويل عن الميناء، وفيه فواصل كثيرة، وهو من غير المقال.</p></div>\(close)"
    let story = "\(open)\(Self.h1)<div class=txt>\(Self.p(Self.long))</div>\(close)"
    for page in [story + other, "<div class=scroll>\(story)\(other)\(other)</div>"] {
      #expect(try lines(Self.around + page) == [Self.title] + Self.long)
    }
  }

  @Test func `a list of short items at the end is kept, in whatever elements`() throws {
    let items = ["مصر: قطاران", "الأردن: قطار واحد", "لبنان: لا شيء"]
    let list = "<div class=list>" + items.map { "<div class=it>\($0)</div>" }.joined() + "</div>"
    let body = "<article>\(Self.h1)<div class=txt>\(Self.p(Self.long))\(list)</div></article>"
    #expect(try lines(Self.around + body + Self.foot) == [Self.title] + Self.long + items)
  }

  @Test func `a subhead between two parts stays, and a name of a box does not`() throws {
    let parts = [Self.long.prefix(2), Self.long.suffix(2)].map {
      "<div class=txt>\(Self.p($0))</div>"
    }
    let between = "<div class=adv>إعلان</div><h2>ما بعد الافتتاح</h2>"
    let body = "<div class=story>\(Self.h1)\(parts[0])\(between)\(parts[1])</div>"
    #expect(
      try lines(Self.around + body + Self.foot)
        == [Self.title] + Self.long.prefix(2) + ["ما بعد الافتتاح"] + Self.long.suffix(2))
  }

  @Test func `a form behind short news takes none of its sentences`() throws {
    let form =
      "<div class=kg><h2>نشرتنا</h2><p>سجّل بريدك هنا، وسيصلك كل صباح أهم ما كتبناه.</p><form><input type=email></form></div>"
    let body =
      "<article><header>\(Self.h1)<p>\(Self.lead)</p></header><section>\(Self.p(Self.short))\(form)</section></article>"
    #expect(try lines(Self.around + body) == [Self.title, Self.lead] + Self.short)
  }

  /// What stands beside the only sentence below a lead, in one element with it: before it and behind it.
  private static let besides: [(before: String, behind: String)] = [
    (
      "<div class=r><div><a href=/z>خبر آخر عن الميناء والسفن</a></div></div>",
      "<p>المصدر: وكالات</p>"
    ),
    ("<figure class=x><img src=a><figcaption>القطار في المحطة مساء أمس</figcaption></figure>", ""),
    (
      "",
      "<div class=w><p>سجّل بريدك هنا، وسيصلك كل صباح أهم ما كتبناه في الجريدة، وكل ما تحب أن تقرأه عن المدن والقرى والناس فيها.</p><form><input></form></div>"
    ),
    ("", "<div class=f><a>1</a><div class=g><p>انظر تقرير الوزارة، ص 12.</p></div></div>"),
    (
      "",
      "<div class=v><p>لمشاهدة هذا الفيديو يرجى تفعيل جافا سكريبت، والنظر في متصفح آخر</p><h2>خبر آخر عن الميناء والسفن</h2></div>"
    ),
  ]

  @Test(
    arguments: besides,
    ["ووصل أول قطار في موعده.", "ويتوقف الخط يوم الجمعة من كل أسبوع حتى نهاية العام"])
  func `the only sentence below a lead stays, whatever stands beside it`(
    beside: (before: String, behind: String), last: String
  ) throws {
    for (lead, text) in [
      (
        "<div class=summary>\(Self.lead)</div>",
        "<div class=\"art-text text\" itemprop=articleBody>"
      ),
      ("<h3 class=subtitle>\(Self.lead)</h3>", "<div class=rich-text>"),
    ] {
      let body =
        "<main><div class=a>\(Self.h1)\(lead)\(text)\(beside.before)<p>\(last)</p>\(beside.behind)</div></div></main>"
      let found = try lines(Self.around + body + Self.foot)
      #expect(found.prefix(3) == [Self.title, Self.lead, last])
      #expect(
        found.dropFirst(3).allSatisfy { $0.hasPrefix("انظر تقرير") || $0.hasPrefix("المصدر") })
    }
  }

  @Test func `the only sentence below a lead that is not taken is told`() throws {
    let card =
      "<div class=n><a href=/1><h3>خبر آخر عن بلدة بعيدة</h3></a><p>ووصل القطار الأول إلى المحطة في موعده</p></div>"
    let page =
      "<title>\(Self.title)</title>\(Self.around)<article>\(Self.h1)<p>\(Self.lead)</p>\(card)</article>"
    let document = try DocumentLoader.document(
      ofStream: Array("<html>\(page)</html>".utf8), isWhole: true)
    let isThere = document.text.string(in: document.text.span).contains("القطار الأول")
    #expect(isThere != (document.structure?.warnings == [.moreProse(words: 7)]))
  }

  @Test(arguments: [
    "<figure class=photo><img src=x><figcaption>*</figcaption></figure>",
    "<div class=slide><figure><img src=x><figcaption><p>*</p><span class=credit>وكالات</span></figcaption></figure></div>",
  ])
  func `what stands under the pictures of a story that has nothing else is its text`(way: String)
    throws
  {
    let captions = Self.long + [Self.short[2]]
    let pictures = captions.map { way.replacing("*", with: $0) }.joined()
    for lead in ["", "<p class=lead>\(Self.lead)</p>"] {
      let body = "<main>\(Self.h1)\(lead)<div class=g>\(pictures)</div></main>"
      let expected = [Self.title] + (lead.isEmpty ? [] : [Self.lead]) + captions
      #expect(try lines(Self.around + body + Self.foot) == expected)
    }
  }

  @Test(arguments: ["ويتوقف الخط يوم الجمعة من كل أسبوع", lead])
  func `one sentence below a headline is news`(sentence: String) throws {
    let body =
      "<div class=r><div class=c>\(Self.h1)<span>1 مارس 2026</span><div class=b><p>\(sentence)</p></div></div><div class=d>\(Self.cards)</div></div>"
    #expect(try lines(Self.around + body) == [Self.title, sentence])
  }

  @Test func `a box of cards inside the article, under whatever heading, is none of it`() throws {
    let box = "<div class=z><h2>من دفاتر الأمس</h2>\(Self.cards)</div>"
    let body = "<article>\(Self.h1)\(Self.p(Self.long))\(box)</article>"
    #expect(try lines(Self.around + body) == [Self.title] + Self.long)
  }

  @Test func `parts of an article with headings that are links are its own`() throws {
    let parts = (1...3).map {
      "<div class=n><h3><a href=/\($0)>المكان رقم \($0) من الأماكن</a></h3><p>\(Self.long[$0])</p><p>وهو مكان بعيد، رقمه \($0).</p></div>"
    }
    let body =
      "<article>\(Self.h1)<p>\(Self.lead)</p><div class=z><h2>ثلاثة أماكن</h2>\(parts.joined())</div></article>"
    let found = try lines(Self.around + body)
    for paragraph in Self.long[1...3] { #expect(found.contains(paragraph)) }
  }

  @Test func `the time behind the words of a message is none of them`() throws {
    let messages = Self.long.map {
      "<div class=m><div class=bubble>\($0)<span class=time>10:05</span></div></div>"
    }
    let found = try lines("<div class=chat>\(messages.joined())</div>")
    for paragraph in Self.long { #expect(found.contains(paragraph)) }
  }

  @Test func `short sentences behind links to other stories stay`() throws {
    let links =
      "<p><strong>موضوعات مقترحة</strong></p><ul><li><a>خبر آخر عن الميناء والسفن</a></li><li><a>خبر عن الطقس</a></li></ul>"
    let text = "<p>\(Self.lead)</p>\(links)\(Self.p(Self.short))"
    let body = "<div class=s>\(Self.h1)<div class=txt>\(text)</div></div>"
    #expect(try lines(Self.around + body) == [Self.title, Self.lead] + Self.short)
  }

  /// Elements of posts: where the name, what is told of whoever bears it, and the words stand.
  private static let posts: [@Sendable (String, String) -> String] = [
    {
      "<table class=tborder><tr><td><a class=bigusername href=/m>\($0)</a><div>عضو نشيط</div><div>المشاركات: 1,240</div></td></tr><tr><td class=alt1><div>\($1)</div></td></tr></table>"
    },
    {
      "<div class=\"post bg1\"><dl><dt><a class=username href=/u>\($0)</a></dt><dd>مشاركات: 12</dd></dl><div class=b><h3><a href=\"./t.php?p=1#p1\">Re: \(title)</a></h3><div class=content>\($1)</div></div></div>"
    },
  ]

  @Test(arguments: posts.indices)
  func `all posts of a page are there, each below the name of who wrote it`(way: Int) throws {
    let said = [
      ("أبو فهد", "ركبت القطار صباح أمس، وكانت الرحلة مريحة، لكن المحطة بعيدة عن وسط المدينة."),
      ("بنت النيل", "لا أنصحك به."),
      ("سهيل", "المقاعد جيدة، والتذاكر رخيصة، وأظن أن الخط سينجح إن وصل إلى الجامعة."),
      ("طالب علم", "شكرا لكم جميعا على ما كتبتم هنا، سأجربه يوم الخميس مع أهلي."),
    ]
    let posts = said.map(Self.posts[way]).joined()
    let found = try lines("\(Self.around)\(Self.h1)<div id=posts>\(posts)</div>\(Self.foot)")
    #expect(found == [Self.title] + said.flatMap { [$0.0, $0.1] })
  }

  @Test func `much that reads like an article and was not taken is told`() throws {
    func document(_ body: String) throws -> Document {
      let page =
        "<html><head><title>\(Self.title)</title></head><body>\(Self.h1)\(body)</body></html>"
      return try DocumentLoader.document(ofStream: Array(page.utf8), isWhole: true)
    }
    let text = "<div class=s><div class=txt>\(Self.p(Self.long))</div></div>"
    let links = (1...4).map { "<li><a href=/\($0)>خبر آخر طويل عن بلدة رقم \($0)</a></li>" }
    let other = (1...6).map {
      "<p>ويقول المقال في هذا الجزء، وهو الجزء رقم \($0)، إن الخط يمر بقرى كثيرة في الجبال.</p>"
    }
    let page = "\(text)<ul>\(links.joined())</ul><div class=u>\(other.joined())</div>"
    let found = try document(page)
    let isThere = found.text.string(in: found.text.span).contains("وهو الجزء رقم 6")
    let isTold = found.structure?.warnings.contains {
      if case .moreProse = $0 { true } else { false }
    }
    #expect(isThere != (isTold ?? false))
    #expect(try document(text).structure?.warnings == [])
  }
}
