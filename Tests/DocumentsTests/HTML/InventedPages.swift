/// Pages of sites that do not exist, each with one way in which real ones are made.
enum InventedPages {
  static let lead =
    "أعلنت وزارة النقل اليوم، في بيان مقتضب، بدء تشغيل خط القطار الجديد بين المدينتين."
  static let second =
    "وقال الوزير سمير الحاج، خلال حفل الافتتاح، إن الخط سينقل عشرة آلاف راكب كل يوم، وإن التذاكر ستبقى رخيصة."
  static let third =
    "وأضاف أن العمل استغرق ثلاث سنوات، وأن مئات العمال شاركوا فيه، مشيرا إلى أن المرحلة الثانية تبدأ في الربيع."
  static let title = "بدء تشغيل خط القطار الجديد"

  /// The paragraphs of the article, without its title.
  static let paragraphs = [lead, second, third]

  static let head = """
    <!DOCTYPE html><html lang="ar"><head><meta charset="utf-8">
    <title>\(title) - جريدة الأفق</title>
    <meta property="og:title" content="\(title)">
    <meta property="og:site_name" content="جريدة الأفق">
    <meta property="og:description" content="\(lead)">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z">
    <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"هند سالم"},"articleBody":"لا شيء"}</script>
    <script>var words = "كلمات في برنامج لا يراها أحد";</script></head>
    """

  static let menu = """
    <nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">السياسة</a></li></ul></nav>
    <div class="main-menu"><a href="/e">الاقتصاد</a> <a href="/s">الرياضة</a></div>
    """

  static let foot = """
    <div class="related-posts"><h3>أخبار أخرى</h3><ul>
    <li><a href="/1">خبر آخر طويل العنوان عن أسعار الخضار في الأسواق</a></li>
    <li><a href="/2">خبر ثان عن الطقس في نهاية الأسبوع المقبل</a></li></ul></div>
    <div class="comments"><p>يرجى الالتزام بآداب الحوار، وعدم الإساءة إلى أحد، فكل تعليق يخالف القواعد يحذف، وقد يمنع صاحبه من الكتابة.</p>
    <p>تحتفظ الإدارة بحقها في عدم نشر أي تعليق، ولا تتحمل مسؤولية ما يكتبه القراء، فهو رأي أصحابه وحدهم.</p></div>
    <footer><p>جميع الحقوق محفوظة لجريدة الأفق، ولا يجوز النقل منها إلا بإذن مكتوب من الإدارة.</p></footer></body></html>
    """

  /// A page around `body`.
  static func page(_ body: String) -> String { head + "<body>" + menu + body + foot }

  static let headline = "<h1>\(title)</h1><span class=\"date\">1 مارس 2026</span>"

  /// Each way to mark up the same article.
  static let ways: [(name: String, page: String)] = [
    (
      "paragraphs",
      page("<article>\(headline)\(paragraphs.map { "<p>\($0)</p>" }.joined())</article>")
    ),
    (
      "no paragraphs but breaks",
      page("<div>\(headline)<div>\(paragraphs.joined(separator: "<br><br>"))</div></div>")
    ),
    (
      "a lead outside the body",
      page(
        "<div>\(headline)<div class=\"intro\">\(lead)</div><div class=\"article-body\"><p>\(second)</p><p>\(third)</p></div></div>"
      )
    ),
    (
      "other stories as articles",
      page(
        "<article>\(headline)\(paragraphs.map { "<p>\($0)</p>" }.joined())</article>"
          + (1...6).map {
            "<article><h2><a href=\"/\($0)\">قصة أخرى رقم \($0) لها عنوان طويل</a></h2></article>"
          }
          .joined())
    ),
    (
      "links to other stories inside",
      page(
        "<div>\(headline)<p>\(lead)</p><p>اقرأ أيضا</p><ul><li><a href=\"/9\">خبر من الأسبوع الماضي عن القطار</a></li></ul><p>\(second)</p><p>\(third)</p></div>"
      )
    ),
    (
      "a name that speaks of rules",
      page(
        "<div>\(headline)<div class=\"widget-text\">\(paragraphs.map { "<p>\($0)</p>" }.joined())</div></div>"
      )
    ),
    (
      "a picture with a caption",
      page(
        "<article>\(headline)<figure><img src=\"x.jpg\"><figcaption>الوزير في محطة القطار قبل الافتتاح بساعة</figcaption></figure>\(paragraphs.map { "<p>\($0)</p>" }.joined())</article>"
      )
    ),
    (
      "tables for the layout",
      page(
        "<table><tr><td><a href=\"/\">قائمة</a></td><td>\(headline)\(paragraphs.map { "<p>\($0)</p>" }.joined())</td></tr></table>"
      )
    ),
    (
      "hidden words",
      page(
        "<article>\(headline)<p style=\"display: none\">كلام مخفي لا يراه أحد في الصفحة أبدا</p>\(paragraphs.map { "<p>\($0)</p>" }.joined())</article>"
      )
    ),
    (
      "elements without an end",
      page("<div>\(headline)\(paragraphs.map { "<p>\($0)" }.joined())</div>")
    ),
    (
      "numeric references",
      page(
        "<div>\(headline)\(paragraphs.map { text in "<p>" + text.unicodeScalars.map { $0.value > 0x7F ? "&#\($0.value);" : String($0) }.joined() + "</p>" }.joined())</div>"
      )
    ),
  ]
}
