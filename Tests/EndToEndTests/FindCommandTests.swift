import Glibc
import TestSupport
import Testing

/// `rawi find` and `rawi library` as the program.
struct FindCommandTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    let folders = [
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_DATA_HOME": folder.path + "/data",
    ]
    environment = BuiltProgram.environment.merging(folders) { $1 }
    _ = try folder.folder("news")
    try write("a.txt", "خبر أول\n\nقال الرئيس الفلسطيني محمود عباس إن «السلام قريب» في رام الله.")
    try write("b.txt", "خبر ثان\n\nوصل وزير الخارجية إلى باريس.")
  }

  private func write(_ name: String, _ text: String) throws {
    _ = try folder.file("news/" + name, text.utf8)
  }

  private func run(_ arguments: String...) throws -> ChildProcess.Result {
    try ChildProcess.run(
      BuiltProgram.path("rawi"),
      arguments + (arguments[0] == "find" ? ["--in", folder.path + "/news"] : []),
      environment: environment)
  }

  @Test func `what is found stands in its words, under its file`() throws {
    let lines = try run("find", "السلام").text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("news/a.txt: خبر أول") == true)
    #expect(lines.last?.contains("محمود عباس إن «السلام قريب»") == true)
  }

  @Test func `a folder behind the words, as grep has it, is told`() throws {
    func find(_ arguments: String...) throws -> ChildProcess.Result {
      let call = "cd '\(folder.path)' && '\(BuiltProgram.path("rawi"))' find \"$@\""
      return try ChildProcess.run(
        "/bin/sh", ["-c", call, "find"] + arguments, environment: environment)
    }
    let path = folder.path + "/news"
    #expect(try find("السلام", path).status == 64)
    #expect(try find("السلام", path).message.contains("--in \(path)"))
    #expect(try find("زقزوق", "news").message.contains("--in news"))
    #expect(try find("السلام", "--in", "news").status == 0)
  }

  @Test func `what could not be read is told, since it may stand there`() throws {
    _ = try run("find", "السلام")
    try write("list.json", #"[{"text": "مطر"}, {"text": 3}]"#)
    mkfifo(folder.path + "/news/pipe", 0o600)
    #expect(try run("find", "زقزوق").status == 1)
    #expect(try run("find", "السلام").message.contains("2 files could not be read"))
    let library = try run("library", folder.path + "/news").message
    #expect(library.contains("element 2 of the list") && library.contains("pipe"))
  }

  @Test func `words that begin in the title are found with their place`() throws {
    let found = try run("find", "\"ثان وصل\"").text.split(separator: "\n")
    #expect(found.count == 2 && found.last?.contains("ثان") == true, "\(found)")
  }

  @Test func `a day is written in digits as any list shows it`() throws {
    let european = try run("find", "السلام", "--since", "2001-02-03")
    #expect(european.status == 0)
    #expect(try run("find", "السلام", "--since", "٢٠٠١-٠٢-٠٣").text == european.text)
    #expect(try run("find", "السلام", "--until", "٢٠٠١-٠٢-٠٣").status == 1)
  }

  @Test func `who said it is found by a part of the name`() throws {
    let found = try run("find", "--said-by", "عباس", "--format", "csv").text.split(
      separator: "\n")
    #expect(found.count == 2)
    #expect(found.last?.contains("السلام قريب") == true)
    #expect(try run("find", "--said-by", "عباس", "--about", "الحرب").status == 1)
  }

  @Test func `who speaks of whom is told, in each format, and of what is asked for alone`() throws {
    try write("c.txt", "خبر ثالث\n\nأكد محمود عباس أن «إسرائيل تعرف ذلك».")
    func who(_ options: String...) throws -> ChildProcess.Result {
      try ChildProcess.run(
        BuiltProgram.path("rawi"),
        ["who", "--model", "none", "--in", folder.path + "/news"] + options,
        environment: environment)
    }
    let text = try who().text
    #expect(text.contains("محمود عباس: 2 quotations in 2 articles\n"))
    #expect(text.contains("\n    إسرائيل 1"))
    let rows = try who("--format", "csv").text.split(whereSeparator: \.isNewline)
    #expect(rows.dropFirst().first == "محمود عباس,PER,2,2,إسرائيل,LOC,1")
    #expect(try who("--format", "json").text.contains("\"unnamed\""))
    #expect(try who("--about", "السلام").text.contains("1 quotation in 1 article"))
    #expect(try who("المريخ").status == 1)
    // Nothing was written here.
    #expect(try who("--note", "سر").status == 1)
    #expect(try who("--tag", "سر").status == 1)
  }

  @Test func `a word behind a minus is no option, and an option that there is not is refused`()
    throws
  {
    #expect(try run("find", "خبر", "-السلام").text.contains("b.txt"))
    #expect(try !run("find", "خبر", "-السلام").text.contains("a.txt"))
    #expect(try run("find", "خبر", "--formt", "csv").status == 64)
    // Behind -- there is no option.
    try write("c.txt", "خبر Reuters")
    let found = try ChildProcess.run(
      BuiltProgram.path("rawi"),
      ["find", "--in", folder.path + "/news", "--", "خبر", "-Reuters"], environment: environment)
    #expect(found.text.contains("a.txt"))
    #expect(!found.text.contains("c.txt"))
  }

  @Test func `a name and words that must not be there hold together`() throws {
    try write("c.txt", "خبر ثالث\n\nأكد محمود عباس أن «إسرائيل تعرف ذلك».")
    for option in ["--said-by", "--person"] {
      let found = try run("find", option, "عباس", "-السلام", "--format", "csv").text
      #expect(found.contains("c.txt"))
      #expect(!found.contains("a.txt"))
    }
    #expect(try run("find", "--person", "عباس", "-خبر").status == 1)
  }

  @Test func `notes and tags are found with what they stand at`() throws {
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"},
        {"type": "TextualBody", "value": "دبلوماسية", "purpose": "tagging"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "السلام قريب"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    #expect(try run("import", folder.path + "/news/a.txt", "--from", file).status == 0)
    for asked in [["--note", "مهمه"], ["--tag", "دبلوماسية"]] {
      let found = try run("find", asked[0], asked[1], "--format", "csv").text.split(separator: "\n")
      #expect(found.count == 2)
      #expect(found.last?.contains(",السلام قريب,") == true)
      #expect(found.last?.hasSuffix(",ملاحظة مهمة,دبلوماسية") == true)
    }
    #expect(try run("find", "--tag", "رياضة").status == 1)
  }

  @Test func `a note is found in a copy, too, when the article that it was written in has changed`()
    throws
  {
    let text = "خبر\n\nقال محمود عباس إن «السلام قريب» في رام الله أمس."
    try write("a.txt", text)
    try write("copy.txt", text)
    func note(_ words: String, at exact: String) throws {
      let note = """
        {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
          {"type": "TextualBody", "value": "\(words)", "purpose": "commenting"}],
         "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "\(exact)"}}}
        """
      let file = try folder.file("\(exact).jsonld", note.utf8)
      #expect(try run("import", folder.path + "/news/a.txt", "--from", file).status == 0)
    }
    func files() throws -> Set<Substring> {
      let found = try run("find", "--note", "مهمه", "--copies", "--format", "csv").text
      let paths = found.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
      return Set(paths.compactMap { $0.split(separator: "/").last })
    }
    try note("ملاحظة مهمة", at: "السلام")
    #expect(try files() == ["a.txt", "copy.txt"])
    try write("a.txt", text + "\n\nوغادر بعد ذلك.")
    try note("ثانية", at: "غادر")
    #expect(try files() == ["a.txt", "copy.txt"])
  }

  @Test func `a note goes with its file, renamed, edited there, and with another in its old place`()
    throws
  {
    let bridge =
      "خبر الجسر\n\nقالت المهندسة رباب النجار إن «الجسر متين جدا» وإن العمل انتهى قبل موعده بشهر كامل."
    try write("1.txt", bridge)
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "متين"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    #expect(try run("import", folder.path + "/news/1.txt", "--from", file).status == 0)
    #expect(rename(folder.path + "/news/1.txt", folder.path + "/news/2.txt") == 0)
    try write(
      "1.txt",
      "حفل في القلعة\n\nغنى المطرب أغاني متين قديمة أمام جمهور كبير جاء من كل أحياء المدينة مساء.")
    func found() throws -> [Substring] {
      let found = try run("find", "--note", "مهمة", "--format", "csv").text
      return found.split(separator: "\n").dropFirst().compactMap {
        $0.prefix { $0 != "," }.split(separator: "/").last
      }
    }
    #expect(try found() == ["2.txt"])
    try write("2.txt", bridge.replacing("جدا", with: "للغاية"))
    #expect(try found() == ["2.txt"])
    #expect(try run("notes").text.contains("2.txt"))
  }

  @Test func `what is taken in for a whole feed is of its articles`() throws {
    let items = ["الميناء", "المطار"].map {
      "<item><title>خبر \($0)</title><guid>\($0)</guid><description>افتتح \($0) الجديد أمس.</description></item>"
    }
    try write("feed.xml", "<rss><channel><title>وكالة</title>\(items.joined())</channel></rss>")
    let feed = folder.path + "/news/feed.xml"
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "المطار الجديد"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    for count in ["1 taken in", "0 taken in"] {
      #expect(try run("import", feed, "--from", file).text.contains(count))
    }
    #expect(try run("export", feed + "#2", "--format", "csv").text.contains("ملاحظة مهمة"))
    #expect(try !run("export", feed + "#1", "--format", "csv").text.contains("ملاحظة مهمة"))
    let whole = try run("export", feed, "--format", "csv").text
    #expect(whole.ranges(of: "ملاحظة مهمة").count == 1)
  }

  @Test func `copies are one article, and each is shown when it is asked for`() throws {
    let words = "قال الرئيس الفلسطيني محمود عباس إن «السلام قريب» في رام الله اليوم وسط ترقب كبير."
    try write("c.txt", "خبر\n\n" + words)
    try write("d.txt", "عاجل\n\n" + words)
    func files(_ options: String...) throws -> [Substring] {
      let found = try ChildProcess.run(
        BuiltProgram.path("rawi"),
        ["find", "ترقب", "--format", "csv", "--in", folder.path + "/news"] + options,
        environment: environment)
      return found.text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    }
    #expect(try files().count == 1)
    #expect(try files("--copies").count == 2)
  }

  @Test func `an article of a list is read, annotated and exported by its name`() throws {
    let lines = [
      #"{"id": 7, "title": "أول", "text": "هدوء في المدينة"}"#,
      #"{"id": 8, "title": "ثان", "text": "وصل الوزير إلى باريس أمس"}"#,
    ]
    try write("list.jsonl", lines.joined(separator: "\n"))
    let list = folder.path + "/news/list.jsonl"
    let text = try run("text", list + "#2").text
    #expect(text.contains("باريس") && !text.contains("هدوء"))
    for (command, number) in [("text", 3), ("analyze", 0), ("quotes", 9), ("export", 3)] {
      let result = try run(command, "\(list)#\(number)")
      #expect(result.status == 66 && result.message.contains("2 articles"))
    }
    let analysis = try run("analyze", list + "#2", "--model", "none").text
    #expect(analysis.contains("باريس") && !analysis.contains("هدوء"))
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "الوزير"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    #expect(try run("import", list + "#2", "--from", file).status == 0)
    #expect(try run("find", "--note", "مهمة").text.contains("list.jsonl#2"))
    for name in [list + "#2", list] {
      let exported = try run("export", name, "--format", "csv").text
      #expect(exported.contains(",الوزير,") && exported.contains("ملاحظة مهمة"))
    }
    // A word was mended, and another article came first.
    let later = [#"{"id": 9, "title": "عاجل", "text": "ريح"}"#] + lines
    try write("list.jsonl", later.joined(separator: "\n").replacing("أمس", with: "اليوم"))
    #expect(try run("find", "--note", "مهمة").text.contains("list.jsonl#3"))
    #expect(try run("export", list + "#3", "--format", "csv").text.contains("ملاحظة مهمة"))
  }

  @Test func `what was said and a note are asked for together, and both are shown`() throws {
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "رام الله"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    #expect(try run("import", folder.path + "/news/a.txt", "--from", file).status == 0)
    let both = try run("find", "--note", "مهمة", "--said-by", "عباس", "--model", "none").text
    #expect(both.contains("السلام قريب") && both.contains("ملاحظة مهمة"))
    #expect(try run("find", "--note", "مهمة", "--said-by", "ليلى", "--model", "none").status == 1)
  }

  @Test func `the next report in the place of an annotated one has its notes to confirm`() throws {
    func report(_ day: String, _ degrees: Int) -> String {
      "نشرة \(day)\n\nقالت دائرة الأرصاد إن «الحرارة \(degrees) درجة في معظم المدن». ويبقى البحر هادئا حتى المساء مع رياح خفيفة."
    }
    try write("latest.txt", report("الأحد", 31))
    let note = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "body": [
        {"type": "TextualBody", "value": "ملاحظة مهمة", "purpose": "commenting"}],
       "target": {"source": "a", "selector": {"type": "TextQuoteSelector", "exact": "البحر"}}}
      """
    let file = try folder.file("note.jsonld", note.utf8)
    #expect(try run("import", folder.path + "/news/latest.txt", "--from", file).status == 0)
    #expect(try run("find", "--note", "مهمة").text.contains("— ملاحظة مهمة"))
    try write("latest.txt", report("الاثنين", 28))
    #expect(try run("find", "--note", "مهمة").text.contains("— to confirm: ملاحظة مهمة"))
    #expect(try run("find", "--note", "مهمة", "--format", "json").text.contains("toConfirm"))
    // The old text is put beside it.
    try write("old.txt", report("الأحد", 31))
    let found = try run("find", "--note", "مهمة").text
    #expect(found.contains("old.txt") && !found.contains("latest.txt"))
    #expect(!found.contains("to confirm"))
  }

  @Test func `nothing found is told by the status alone`() throws {
    let result = try run("find", "المريخ")
    #expect((result.status, result.text, result.message) == (1, "", ""))
  }

  @Test(arguments: [
    ["find"], ["find", "-تونس"], ["find", "--said-by", "…"], ["find", "x", "--since", "March"],
    ["find", "x", "--limit", "0"], ["find", "x", "--encoding", "none-such"],
  ])
  func `a call that asks for nothing is refused`(arguments: [String]) throws {
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["find", "--in", folder.path] + arguments.dropFirst(),
      environment: environment)
    #expect(result.status == 64)
  }

  @Test func `what is no folder is told`() throws {
    let result = try run("library", folder.path + "/none")
    #expect(result.status == 66)
    #expect(result.message.contains("no folder"))
  }
}
