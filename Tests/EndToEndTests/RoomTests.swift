import Glibc
import TestSupport
import Testing

/// A folder as a reading room, on the real program.
@Suite(.enabled(if: Tmux.path != nil, "needs tmux"))
struct RoomTests {
  private let folder: TemporaryFolder
  private let program = BuiltProgram.path("rawi")

  init() throws { folder = try TemporaryFolder() }

  private func shows(_ words: String) -> ([String]) -> Bool {
    { rows in rows.contains { VisualText.logical($0).contains(words) } }
  }

  @Test
  func `a folder opens as a list, an article leads back to it, and what was read stays known`()
    throws
  {
    let news = try folder.folder("news")
    for (name, words) in [("a.txt", "خبر عن الجسر"), ("b.txt", "خبر عن النهر")] {
      try TemporaryFolder.write(Array((words + "\n").utf8), to: "\(news)/\(name)")
    }
    let command = [
      "/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data", "XDG_CACHE_HOME=\(folder.path)/cache",
      program, news,
    ]
    do {
      let tmux = try Tmux(command, columns: 70, rows: 14)
      let isListed = { (rows: [String]) in rows[0].contains("2 articles · 2 new") }
      #expect(isListed(try tmux.screen(when: isListed)))
      try tmux.press("S", "S", "g", "Enter")
      let article = try tmux.screen { $0.last?.contains("a.txt") ?? false }
      #expect(shows("خبر عن الجسر")(article) && !shows("خبر عن النهر")(article))
      try tmux.press("M-.")
      #expect(shows("خبر عن النهر")(try tmux.screen(when: shows("خبر عن النهر"))))
      try tmux.press("q")
      let back = try tmux.screen { $0[0].contains("0 new") }
      #expect(back[0].contains("by file name") && back[1].contains("100%"))
      try tmux.press("q")
      #expect(try tmux.ends())
    }
    let again = try Tmux(command, columns: 70, rows: 14)
    let isKnown = { (rows: [String]) in rows[0].contains("2 articles · 0 new") }
    #expect(isKnown(try again.screen(when: isKnown)))
  }

  private func room(_ arguments: [String], rows: Int = 14) throws -> Tmux {
    let folders = ["XDG_DATA_HOME=\(folder.path)/data", "XDG_CACHE_HOME=\(folder.path)/cache"]
    return try Tmux(["/usr/bin/env"] + folders + [program] + arguments, columns: 70, rows: rows)
  }

  @Test
  func `several files open as a list, and one alone as an article`() throws {
    let one = try folder.file("a.txt", "خبر عن الجسر\n".utf8)
    let two = try folder.file("b.html", "<title>x</title><p>خبر عن النهر الطويل في البلاد</p>".utf8)
    _ = try folder.file("c.txt", "خبر لم يطلب\n".utf8)
    let tmux = try room([one, two])
    let isListed = { (rows: [String]) in rows[0].contains("2 articles · 2 new") }
    #expect(isListed(try tmux.screen(when: isListed)))
    try tmux.press("S", "S", "g", "Enter")
    #expect(shows("خبر عن الجسر")(try tmux.screen(when: shows("خبر عن الجسر"))))
    try tmux.press("q", "q")
    #expect(try tmux.ends())
    let alone = try room([one])
    let article = try alone.screen(when: shows("خبر عن الجسر"))
    #expect(!article[0].contains("articles"))
  }

  @Test func `what is not there beside a folder is told in its list`() throws {
    let news = try folder.folder("here")
    _ = try folder.file("here/a.txt", "خبر عن الجسر\n\nافتتح الجسر أمس.\n".utf8)
    let tmux = try room([news, folder.path + "/none.txt"])
    let isListed = { (rows: [String]) in rows[0].contains("1 article ") }
    #expect(isListed(try tmux.screen(when: isListed)))
    try tmux.press("I")
    let isTold = { (rows: [String]) in rows.contains { $0.contains("none.txt") } }
    #expect(isTold(try tmux.screen(when: isTold)))
    try tmux.press("q", "q", "q")
  }

  @Test func `a file that is not there beside one that opens is told, and the article is read`()
    throws
  {
    let file = try folder.file("a.txt", "خبر عن الجسر\n\nافتتح الجسر أمس.\n".utf8)
    let tmux = try room([file, folder.path + "/none.txt"])
    #expect(shows("خبر عن الجسر")(try tmux.screen(when: shows("خبر عن الجسر"))))
    let isTold = { (rows: [String]) in rows.contains { $0.contains("none.txt") } }
    #expect(isTold(try tmux.screen(when: isTold)))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test func `names are joined where it is told who speaks and on a card, and taken apart by u`()
    throws
  {
    let news = try folder.folder("news")
    for (name, speaker, word) in [
      ("a.txt", "سهام الجبوري", "القمح"), ("b.txt", "أم رامي", "الشعير"),
    ] {
      let words = "خبر عن \(word)\n\nقالت \(speaker) إن «موسم \(word) أوفر من سابقه».\n"
      _ = try folder.file("news/\(name)", words.utf8)
    }
    let tmux = try room(["--lang", "en", "--model", "none", news], rows: 40)
    let isListed = { (rows: [String]) in rows[0].contains("2 articles") }
    #expect(isListed(try tmux.screen(when: isListed)))
    try tmux.press("|")
    // As it stands in the cells: beside a name in Arabic the order of the words is another one.
    func holds(_ words: String, times count: Int = 1) -> ([String]) -> Bool {
      { rows in rows.count { $0.contains(words) } == count }
    }
    func expect(_ condition: ([String]) -> Bool) throws {
      #expect(condition(try tmux.screen(when: condition)))
    }
    let counts = holds("1 quotation in 1 article", times: 2)
    for _ in 0..<100 where !counts(try tmux.screen()) {
      usleep(200_000)
      // What was not analysed yet is asked for anew.
      try tmux.press("R")
    }
    #expect(counts(try tmux.screen(when: counts)))
    try tmux.press("C", "m", "Enter")
    let isJoined = holds("2 quotations in 2 articles")
    #expect(isJoined(try tmux.screen(when: isJoined)))
    let path = folder.path + "/data/rawi/same-names.tsv"
    let kept = { String(decoding: (try? TemporaryFolder.read(path)) ?? [], as: UTF8.self) }
    #expect(kept().hasPrefix("same\t") && kept().contains("سهام الجبوري"))
    try tmux.press("u")
    #expect(counts(try tmux.screen(when: counts)))
    #expect(kept().hasPrefix("#-"))
    try tmux.press("C", "x", "Enter")
    try expect(holds("u takes it back"))
    #expect(kept().contains("other\t"))
    try tmux.press("u")
    try expect(holds("taken back"))
    // The card of a name in an article offers who is named elsewhere.
    try tmux.press("B", "g", "Enter")
    try expect(shows("خبر عن"))
    try tmux.press("]", "c")
    try expect(holds("In all articles"))
    try tmux.press("C", "m")
    try expect(holds("1 name"))
    try tmux.press("Enter")
    try expect(holds("u takes it back"))
    #expect(kept().split(separator: "\n").last?.hasPrefix("same\t") == true)
    try tmux.press("u")
    try expect(holds("taken back"))
    try tmux.press("q", "q", "q")
    #expect(try tmux.ends())
  }

  @Test(arguments: ["feed.xml", "articles.jsonl"])
  func `articles of one file are a list, each is opened by itself, and known as read`(name: String)
    throws
  {
    _ = try folder.file(
      "feed.xml",
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>وكالة</title>
      <item><title>خبر أول</title><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate>
      <description>وصل الوزير إلى دمشق أمس.</description></item>
      <item><title>خبر ثان</title><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate>
      <description>وصل الوزير إلى باريس أمس.</description></item></channel></rss>
      """.utf8)
    _ = try folder.file(
      "articles.jsonl",
      """
      {"id": 1, "title": "خبر أول", "text": "وصل الوزير إلى دمشق أمس.", "date": "2026-11-22"}
      {"id": 2, "title": "خبر ثان", "text": "وصل الوزير إلى باريس أمس.", "date": "2026-11-23"}

      """.utf8)
    let tmux = try room([folder.path + "/" + name])
    let isListed = { (rows: [String]) in rows[0].contains("2 articles · 2 new") }
    #expect(isListed(try tmux.screen(when: isListed)))
    try tmux.press("g", "Enter")
    let newest = try tmux.screen(when: shows("باريس"))
    #expect(shows("باريس")(newest) && !shows("دمشق")(newest))
    try tmux.press("M-.")
    #expect(shows("دمشق")(try tmux.screen(when: shows("دمشق"))))
    try tmux.press("q")
    let isRead = { (rows: [String]) in rows[0].contains("2 articles · 0 new") }
    #expect(isRead(try tmux.screen(when: isRead)))
    try tmux.press("q")
    #expect(try tmux.ends())
  }

  @Test
  func `what is asked of all articles leads into one and back, also from a file of the folder`()
    throws
  {
    let news = try folder.folder("news")
    let texts = [
      ("a.txt", "خبر أول\n\nقالت ليلى الحداد إن «الجسر يربط القرى»."),
      ("b.txt", "خبر ثان\n\nوصلت ليلى الحداد إلى النهر."),
    ]
    for (name, text) in texts {
      try TemporaryFolder.write(Array((text + "\n").utf8), to: "\(news)/\(name)")
    }
    func reader(of path: String) throws -> Tmux {
      try Tmux(
        [
          "/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data",
          "XDG_CACHE_HOME=\(folder.path)/cache", "RAWI_MODEL=none", program, path,
        ], columns: 70, rows: 14)
    }
    do {
      let tmux = try reader(of: news)
      _ = try tmux.screen { $0[0].contains("2 articles") }
      try tmux.press(":find --x", "Enter")
      #expect(shows("--x")(try tmux.screen(when: shows("cannot be asked"))))
      try tmux.press(":find جسر")
      try tmux.press("Enter")
      let found = try tmux.screen { $0[0].contains("1 article") }
      #expect(shows("الجسر يربط")(found))
      try tmux.press("Enter")
      #expect(shows("خبر أول")(try tmux.screen { $0.last?.contains("a.txt") ?? false }))
      try tmux.press("q")
      _ = try tmux.screen { $0[0].contains("1 article") }
      try tmux.press("B")
      _ = try tmux.screen { $0[0].contains("2 articles") }
      try tmux.press("q")
      #expect(try tmux.ends())
    }
    let tmux = try reader(of: news + "/b.txt")
    _ = try tmux.screen(when: shows("خبر ثان"))
    try tmux.press(":find نهر")
    try tmux.press("Enter")
    _ = try tmux.screen { $0[0].contains("1 article") }
    try tmux.press("Escape")
    #expect(shows("خبر ثان")(try tmux.screen { $0.last?.contains("b.txt") ?? false }))
  }

  @Test func `a file in no known folder says how a library is opened`() throws {
    let path = try folder.file("alone.txt", "خبر\n".utf8)
    let tmux = try Tmux(
      [
        "/usr/bin/env", "XDG_DATA_HOME=\(folder.path)/data",
        "XDG_CACHE_HOME=\(folder.path)/cache", program, path,
      ], columns: 70, rows: 14)
    _ = try tmux.screen(when: shows("خبر"))
    try tmux.press(":find خبر")
    try tmux.press("Enter")
    #expect(shows("rawi FOLDER")(try tmux.screen(when: shows("rawi FOLDER"))))
  }
}
