import Glibc
import TestSupport
import Testing

/// `rawi report` as the program, and its page in a browser.
struct ReportCommandTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]
  private static let chromium = "/usr/bin/chromium"

  init() throws {
    folder = try TemporaryFolder()
    environment = BuiltProgram.environment.merging([
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ]) { $1 }
    _ = try folder.folder("news")
    _ = try folder.folder("more")
    try write(
      "news/a.html", "2026-03-01", "خبر أول",
      "قال الرئيس الفلسطيني محمود عباس إن «السلام مع إسرائيل قريب» في رام الله.")
    try write(
      "news/b.html", "2026-03-20", "خبر <ثان>",
      "أكد الأمين العام للأمم المتحدة أنطونيو غوتيريش أن «الحرب طويلة» أمس. "
        + "وقال الرئيس الفلسطيني محمود عباس إن «الطريق إلى القدس مفتوح».")
    try write("more/c.html", "2026-02-10", "خبر ثالث", "وصل وزير الخارجية إلى باريس أمس.")
  }

  private func write(_ name: String, _ day: String, _ title: String, _ text: String) throws {
    let title = title.replacing("<", with: "&lt;")
    let page = """
      <!DOCTYPE html><html lang="ar"><head><title>\(title)</title>
      <meta property="article:published_time" content="\(day)T10:00:00Z"></head>
      <body><article><h1>\(title)</h1><p>\(text)</p></article></body></html>
      """
    _ = try folder.file(name, page.utf8)
  }

  private func run(_ arguments: String...) throws -> ChildProcess.Result { try run(arguments) }

  private func run(_ arguments: [String]) throws -> ChildProcess.Result {
    try ChildProcess.run(
      BuiltProgram.path("rawi"), ["report"] + arguments, environment: environment)
  }

  private var news: String { folder.path + "/news" }

  // MARK: Tables

  @Test func `who speaks of whom is a row for each speaker, the most quoted first`() throws {
    let lines = try run(news).text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("محمود عباس: ") == true)
    #expect(lines.dropFirst().first?.contains("إسرائيل 1") == true)
    #expect(try speakers() == ["أنطونيو غوتيريش", "محمود عباس"])
    let table = try run("--csv", news).text.split(separator: "\n")
    #expect(table.first == "speaker,kind,quotations,articles,topic,topic-kind,topic-quotations")
    #expect(table.contains { $0.hasPrefix("محمود عباس,PER,2,2,إسرائيل,LOC,1") })
  }

  @Test func `only articles that are asked for count, of all folders that are named`() throws {
    let since = try run("--csv", "--since", "2026-03-10", news).text
    #expect(since.contains("محمود عباس,PER,1,1"))
    #expect(try speakers("--words", "الحرب").count == 2)
    #expect(try speakers("--said-by", "غوتيريش").count == 1)
    let both = try StrictMarkup(try run("--html", news, folder.path + "/more").text)
    #expect(both.named("tr").filter { $0.attributes["id"] != nil }.count == 3)
    // A folder that is named twice, and a copy in another one, count once.
    try write(
      "more/d.html", "2026-02-11", "خبر أول",
      "قال الرئيس الفلسطيني محمود عباس إن «السلام مع إسرائيل قريب» في رام الله.")
    let copied = try run("--csv", news, news, folder.path + "/more").text
    #expect(copied.contains("محمود عباس,PER,2,2"))
    #expect(try run("--since", "March", news).status == 64)
    #expect(try run("--html", "--csv", news).status == 64)
    #expect(try run(folder.path + "/none").status == 66)
  }

  @Test func `names that are of one are one speaker, shown by the first`() throws {
    let joined = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["names", "--join", "أنطونيو غوتيريش", "محمود عباس"],
      environment: environment)
    #expect(joined.status == 0)
    #expect(try speakers() == ["أنطونيو غوتيريش"])
    #expect(try run("--csv", news).text.contains("\nأنطونيو غوتيريش,PER,3,2,"))
  }

  /// Who is told to speak.
  private func speakers(_ options: String...) throws -> Set<String> {
    let rows = try run(["--csv", news] + options).text.split(separator: "\n").dropFirst()
    return Set(rows.compactMap { $0.split(separator: ",").first.map(String.init) })
  }

  // MARK: The page

  @Test func `the page has all of it, is well formed, and leads to nothing outside`() throws {
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "مهم <b>جدا</b>", "purpose": "commenting"},
        {"type": "TextualBody", "value": "سلام", "purpose": "tagging"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "الحرب طويلة"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    let imported = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["import", news + "/b.html", "--from", file],
      environment: environment)
    #expect(imported.status == 0)
    for language in ["en", "ar"] {
      let page = try StrictMarkup(try run("--html", news, "--lang", language).text)
      #expect(page.named("html").first?.attributes["dir"] == "rtl")
      #expect(page.named("blockquote").map(\.text).contains { $0.contains("السلام مع إسرائيل") })
      #expect(page.ofClass("note").map(\.text) == ["مهم <b>جدا</b>"])
      #expect(page.ofClass("tags").map(\.text) == ["سلام"])
      #expect(page.named("th").contains { $0.text.contains("خبر <ثان>") })
      #expect(page.ofClass("PER").contains { $0.text == "محمود عباس" })
      // Words of the interface and the days beside them are read in its direction, and so are the bars.
      let month = language == "ar" ? "٢٠٢٦-٠٣" : "2026-03"
      let heading = try #require(page.named("th").first { $0.text.contains(month) })
      let days = page.named("time").map(\.text)
      #expect(!days.isEmpty && days.allSatisfy { $0.hasPrefix(month) })
      let counts = (page.ofClass("number") + page.named("small")).map(\.text)
      let isEuropean = counts.contains { $0.contains { ("0"..."9").contains($0) } }
      #expect(isEuropean == (language == "en"))
      // Both ranges of days begin where one begins to read.
      let ranges = page.named("bdi").filter { $0.text.contains(" – ") && $0.text.contains(month) }
      #expect(ranges.count > 1)
      #expect(ranges.allSatisfy { $0.attributes["dir"] == (language == "ar" ? "rtl" : "ltr") })
      #expect(
        page.named("bdi").contains {
          $0.text == heading.text && $0.attributes["dir"] == (language == "ar" ? "rtl" : "ltr")
        })
      #expect(page.named("rect").isEmpty == false)
      let attributes = page.elements.flatMap { Array($0.attributes) }
      #expect(
        attributes.allSatisfy { !$0.key.hasPrefix("on") && $0.key != "src" && $0.key != "style" })
      let ids = attributes.filter { $0.key == "id" }.map(\.value)
      #expect(Set(ids).count == ids.count)
      for link in attributes where link.key == "href" {
        #expect(ids.contains(String(link.value.dropFirst())) && link.value.hasPrefix("#"))
      }
      let policy = page.named("meta").compactMap { $0.attributes["content"] }.first {
        $0.hasPrefix("default-src")
      }
      #expect(policy?.contains("default-src 'none'") == true)
      #expect(policy?.contains("unsafe-inline'; script") == true)
    }
  }

  @Test(.enabled(if: access(chromium, X_OK) == 0, "needs chromium"))
  func `a browser shows the page, runs its script alone, and fetches nothing`() throws {
    let page = try folder.file("page.html", try run("--html", news).text.utf8)
    let log = try folder.file("net.json", [])
    let profile = try TemporaryFolder()
    defer { _ = try? ChildProcess.run("/bin/rm", ["-rf", profile.path]) }
    let result = try ChildProcess.run(
      Self.chromium,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--user-data-dir=" + profile.path, "--log-net-log=" + log,
        "--dump-dom", "file://" + page,
      ],
      environment: ["PATH": "/usr/bin:/bin", "HOME": profile.path, "LC_ALL": "C.UTF-8"])
    #expect(result.status == 0)
    #expect(result.text.contains("السلام مع إسرائيل"))
    // The script has shown the field: its hash is the one that the policy knows.
    #expect(result.text.contains("<p id=\"filter\"><label>"))
    let asked = String(decoding: try TemporaryFolder.read(log), as: UTF8.self)
      .matches(of: /"initiator":"file:[^}]*"url":"([^"]*)"/).map(\.output.1)
    #expect(asked.isEmpty, "\(asked)")
  }
}
