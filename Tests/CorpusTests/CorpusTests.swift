import ArabicText
import Documents
import Foundation
import Platform
import TestSupport
import Testing

@testable import Library

struct CorpusTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, _ name: String) throws -> String {
    let path = folder.path + "/" + name
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return path
  }

  private func documents(_ corpus: Corpus) -> [String] {
    var found: [String] = []
    corpus.forEach { document in
      switch document.content {
      case .success(let content):
        found.append(
          document.id.line + " " + content.text.string(in: content.text.span))
      case .failure(let failure): found.append(document.id.line + " ! " + failure.description)
      }
      return true
    }
    return found.map { $0.replacing(folder.path, with: "") }
  }

  @Test func `of a folder all files are taken in the order of their names`() throws {
    _ = try write("ثان", "b.txt")
    _ = try write("أول", "a/x.txt")
    _ = try write("خفي", ".hidden")
    _ = try write("خفي", ".git/y.txt")
    _ = try write("ثالث", "c/d/z.txt")
    #expect(
      documents(Corpus([folder.path], Corpus.Reading())) == [
        #""/a/x.txt" أول"#, #""/b.txt" ثان"#, #""/c/d/z.txt" ثالث"#,
      ])
  }

  private static let articles = [#"{"id": "a", "text": "أول"}"#, #"{"text": "ثان"}"#]

  @Test(arguments: [
    "[" + articles.joined(separator: ",\n") + "]\n", "[\n\(articles[0]),\n\(articles[1])\n]",
    articles.map { $0.replacing(", ", with: ",\n  ") }.joined(separator: "\n"),
  ])
  func `the articles of a list are documents each, as those in lines are`(text: String) throws {
    let path = try write(text, "list.json")
    #expect(documents(Corpus([path], Corpus.Reading())) == [#""a" أول"#, "2 ثان"])
    let list = try #require(try ReadFile(path).list())
    #expect(documents(Corpus(list: list, Corpus.Reading())) == [#""a" أول"#, "2 ثان"])
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `lines of JSON in UTF-16 are articles each, and a bad one is told`(encoding: String.Encoding)
    throws
  {
    let path = folder.path + "/wide.jsonl"
    let text = "\u{FEFF}\(Self.articles[0])\r\n{bad\r\n\(Self.articles[1])\r\n"
    try #require(text.data(using: encoding)).write(to: URL(filePath: path))
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 3 && found[0] == #""a" أول"# && found[2] == "3 ثان")
    #expect(found[1].hasPrefix(#""line 2" ! not JSON"#))
  }

  @Test func `of an array, a bad element is told and those behind it are read`() throws {
    let elements = [
      Self.articles[0], #"{"id": "b", "text": "نصف \ud800"}"#, #"{"id": "c", text: [1, "}"]}"#,
      "{}",
      Self.articles[1],
    ]
    let path = try write("[" + elements.joined(separator: ",\n") + "]", "list.json")
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(
      found.map { $0.split(separator: " !")[0] }
        == [#""a" أول"#, #""b""#, #""element 3""#, #""element 4""#, "5 ثان"])
    // One that is cut has its last article told.
    let cut = try write("[" + elements.joined(separator: ",").dropLast(6), "cut.json")
    let last = documents(Corpus([cut], Corpus.Reading())).last
    #expect(last?.hasPrefix(#""element 5" ! not JSON"#) == true)
  }

  @Test(
    .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") },
    arguments: [String.Encoding.utf8, .utf16LittleEndian], [true, false])
  func `a packed list is read as what is packed`(encoding: String.Encoding, isArray: Bool) throws {
    let records = [Self.articles[0], "{bad}", Self.articles[1]]
    let text = isArray ? "[\(records.joined(separator: ",\n"))]" : records.joined(separator: "\n")
    let path = folder.path + "/list.json.gz"
    try #require("\u{FEFF}\(text)".data(using: encoding)).write(
      to: URL(filePath: path.dropLast(3).description))
    #expect(try ChildProcess.run("/usr/bin/gzip", [String(path.dropLast(3))]).status == 0)
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 3, "\(found)")
    #expect(found.count == 3 && found[0] == #""a" أول"# && found[2] == "3 ثان")
    #expect(found[1].hasPrefix(isArray ? #""element 2" !"# : #""line 2" !"#))
  }

  @Test(arguments: [
    "[null, %]", "[{}, %]", "[\n{word},\n%\n]", "[3, \"x\", [], %]", "[\n{bad},\n%\n]",
    "[{\"id\": \"b\", \"text\": \"x\" y\"},\n%]", "[\n{id: 1},\n%]",
    "[{\"html\": \"\(String(repeating: "<p>", count: 9000))\", \"id\": \"b\"},\n%]",
  ])
  func `what stands before the first article of a list hides none`(form: String) throws {
    let list = Self.articles.joined(separator: ",\n")
    let path = try write(form.replacing("%", with: list), "list.json")
    let found = documents(Corpus([path], Corpus.Reading())).filter { !$0.contains(" ! ") }
    #expect(found.map { $0.split(separator: " ").last } == ["أول", "ثان"])
    #expect(try ReadFile(path).document().structure?.itemCount == 2)
    // Without a name, as what is piped in.
    let piped = try ReadFile(try write(form.replacing("%", with: list), "nameless")).list()
    #expect(
      try #require(piped).articles.count {
        $0.element.error == nil && $0.element.value?["text"]?.string != nil
      } == 2)
  }

  @Test func `an article alone in an array is one of a list`() throws {
    let path = try write("[\(Self.articles[0])]", "list.json")
    #expect(documents(Corpus([path], Corpus.Reading())) == [#""a" أول"#])
  }

  @Test(arguments: [nil, "UTF-16LE"])
  func `lines that are asked for are read in UTF-16, too`(charset: String?) throws {
    let path = folder.path + "/wide"
    let text = "{bad}\n\(Self.articles[0])\n"
    try #require(text.data(using: .utf16LittleEndian)).write(to: URL(filePath: path))
    var reading = Corpus.Reading()
    reading.encoding = charset
    let found = documents(Corpus([path], reading, holdsLines: true))
    #expect(found.count == 2 && found[0].hasPrefix(#""line 1" !"#) && found[1] == #""a" أول"#)
    #expect(try ChildProcess.run("/usr/bin/gzip", ["-k", path]).status == 0)
    #expect(documents(Corpus([path + ".gz"], reading, holdsLines: true)) == found)
  }

  @Test func `a text of blanks is empty, in a list and in a file`() throws {
    let path = try write(#"[{"id": "a", "text": " \n "}, {"text": "خبر"}]"#, "a/list.json")
    #expect(documents(Corpus([path], Corpus.Reading()))[0] == #""a" ! the text is empty"#)
    _ = try write(" \n ", "a/blank.txt")
    #expect(documents(Corpus([folder.path + "/a"], Corpus.Reading()))[0].contains(" ! "))
  }

  @Test(arguments: ["[]", " [ ]\n", "{}"])
  func `an empty list is told to hold no articles`(text: String) throws {
    let path = try write(text, "list.json")
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 1 && found[0].contains(" ! "))
  }

  @Test func `what is no file in a folder is told and not waited for`() throws {
    _ = try write("أول", "a.txt")
    mkfifo(folder.path + "/pipe", 0o600)
    symlink("b", folder.path + "/b")
    symlink("none", folder.path + "/c")
    symlink("a.txt", folder.path + "/d")
    for holdsLines in [false, true] {
      let corpus = Corpus([folder.path], Corpus.Reading(), holdsLines: holdsLines)
      let told = documents(corpus).filter { $0.contains(" ! ") && !$0.contains("a.txt") }
      #expect(told.map { String($0.prefix { $0 != " " }) } == [#""/b""#, #""/c""#, #""/pipe""#])
    }
  }

  @Test func `an article that is alone in its file is the file`() throws {
    let path = try write("{\n  \"title\": \"عنوان\",\n  \"text\": \"خبر\"\n}", "one.json")
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 1 && found[0].hasPrefix(#""/one.json" "#))
  }

  @Test func `of several files the lines without a name are told apart`() throws {
    let lines = "{\"text\": \"أول\"}\n{bad\n{\"text\": \"ثان\"}"
    let paths = [try write(lines, "a.jsonl"), try write(lines, "b.jsonl")]
    let found = documents(Corpus(paths, Corpus.Reading()))
    #expect(found.map { $0.prefix { $0 != "!" } }.count == 6)
    #expect(found[0] == #""/a.jsonl#1" أول"# && found[5] == #""/b.jsonl#3" ثان"#)
    #expect(found[1].hasPrefix(#""/a.jsonl line 2" ! "#))
  }

  @Test func `an article in HTML is read by its words`() throws {
    let page = #"{"id": 1, "text": "<p>قال <b class=\"بيروت\">زياد</b>:</p><p>نعم &amp; لا</p>"}"#
    let path = try write(page + "\n" + Self.articles[0], "pages.jsonl")
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found == ["1 قال زياد:\nنعم & لا\n", #""a" أول"#])
  }

  @Test func `a folder that may not be looked into is told, and so in a library`() async throws {
    _ = try write("خبر", "open/a.txt")
    _ = try write("سر", "closed/b.txt")
    let closed = folder.path + "/closed"
    chmod(folder.path, 0o755)
    chmod(folder.path + "/open", 0o755)
    chmod(closed, 0)
    defer { chmod(closed, 0o700) }
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      if getuid() == 0 { #expect(setgid(65534) == 0 && setuid(65534) == 0) }
      var failures: [String] = []
      Corpus([path], Corpus.Reading()).forEach { document in
        if case .failure(let failure) = document.content { failures.append(failure.description) }
        return true
      }
      #expect(failures.count == 1 && failures[0].contains("closed"), "\(failures)")
      #expect(FolderScan(path).files.map(\.path).sorted() == ["closed", "open/a.txt"])
      #expect(FolderScan(path + "/closed").files.map(\.path) == ["."])
    }
  }

  @Test func `one that cannot be read is told, and the others are read`() throws {
    let first = try write("أول", "a.txt")
    let found = documents(Corpus([first, folder.path + "/none", first], Corpus.Reading()))
    #expect(found.count == 3)
    #expect(found[1].hasPrefix(#""/none" ! "#))
    #expect(found[2] == found[0])
  }

  /// Two articles in JSON, packed by other programs.
  private static let packedLines = [
    "gz":
      "H4sIAAAAAAACA6tWykxRslJQqjBU0lFQKkmtKAHxbjbdWH6zRQFE3Oy4selm142NCjeW3myDiDTd2HhjOVDkZhuQ23hjg55SLVc1xBwjZEM6bmwFGbIZqKoVYkDLzU6FG6tudgB1bgbpAgABEEukfgAAAA==",
    "xz":
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AB9AFtdAD2IiSaBk1N/WmzZ4BfJkJiGgb0WJUMqlq0qBt5c31e88GrG6eHFI9ZtSd5c6+MZ8WPzEDOqtfWzJaAJqlZc8AkFzo2QvmBtcGYjkpImFPAecZFGQ4RZptAMruAAAETtJKZ65XeQAAF3fiEGRfcftvN9AQAAAAAEWVo=",
    "bz2":
      "QlpoOTFBWSZTWYEED3UAABpZ2gAQUAUwEAYgBEo3cAKQegAAYCAAVDUyh6mmjQBp6mQeoJU1GQB6hmoAAo8qDkaWiT234iRLnKILh300IAxYTDxHMMGGcAGDgHjPZahEl6p4nb7TrwU2IekSJYnxt+LuSKcKEhAgge6g",
    "zst":
      "KLUv/QRYFQMAsgUUHLAXcxnTaC0MCA1AoyBCkRDLRgGDLwAtPZHg9AQktTyztzOMiS/E0+/hJiCppeHD0+zonHZW7Aujs+IOt6+ncT2tXjQ9iHCKgAZQ0XRQqCEFAEQYDcEgwa8lZOYaZhlNVNe9",
  ]

  @Test(
    .enabled("libarchive13 is installed") { StoredArchive.isInstalled("libarchive.so.13") },
    arguments: packedLines.keys.sorted())
  func `packed lines of JSON are articles each, as the unpacked ones are`(ending: String) throws {
    let bytes = try #require(Data(base64Encoded: Self.packedLines[ending] ?? ""))
    let path = folder.path + "/a.jsonl." + ending
    try bytes.write(to: URL(filePath: path))
    let expected = [#""x1" قال الوزير إن القرار نافذ."#, #"2 وصل سامر إلى تونس."#]
    #expect(documents(Corpus([path], Corpus.Reading())) == expected)
    #expect(documents(Corpus([path], Corpus.Reading(), holdsLines: true)) == expected)
    #expect(Corpus([path], Corpus.Reading()).onlyFile == nil)
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    #expect(
      documents(Corpus([path], Corpus.Reading(), holdsLines: true)).last?
        .contains("cut or damaged") == true)
  }

  @Test func `items of a feed are documents where that is asked for`() throws {
    let item =
      "<item><title>أول</title><link>https://example.org/1</link><description>كلام</description></item>"
    let other = "<item><description>ثان</description></item>"
    let path = try write(
      "<rss><channel><title>أخبار</title>\(item)\(other)\(item)</channel></rss>", "f.xml")
    let text = try write("نص", "z.txt")
    var reading = Corpus.Reading()
    #expect(Corpus([path], reading).onlyFile == path)
    reading.dividesFeeds = true
    let corpus = Corpus([path, text], reading)
    #expect(corpus.count == nil && Corpus([path], reading).onlyFile == nil)
    let expected = [
      "\"https://example.org/1\" أول\nكلام\n", "\"/f.xml#2\" 2\nثان\n", "\"/f.xml#3\" أول\nكلام\n",
      "\"/z.txt\" نص",
    ]
    #expect(documents(corpus) == expected)
    var first: Document?
    corpus.forEach {
      first = try? $0.content.get()
      return false
    }
    let document = try #require(first)
    let structure = try #require(document.structure)
    #expect(structure.title == "أول" && structure.blocks.count == 1 && structure.links.count == 1)
    #expect(document.text.string(in: structure.links[0].span) == "أول")
    // What one has in its text is what the text of the feed has there.
    let feed = try DocumentLoader.load(path: path)
    #expect(feed.text.string(in: feed.text.span).contains("أول\nكلام\n2\nثان\nأول\nكلام\n"))
  }

  @Test func `articles of a feed are documents by their numbers`() throws {
    let items = ["أول", "ثان", "ثالث"].map { "<item><description>\($0)</description></item>" }
    let path = try write(
      "<rss><channel><title>أخبار</title>\(items.joined())</channel></rss>", "f.xml")
    let lines = try write(#"{"text": "سطر"}"# + "\n" + #"{"text": "وآخر"}"#, "l.jsonl")
    let text = try write("نص", "z.txt")
    let corpus = Corpus(
      ["\(path)#3", "\(path)#1", text, "\(lines)#2", "\(path)#9", "\(text)#1"], Corpus.Reading())
    #expect(corpus.count == 6)
    var found: [String] = []
    var places: [String?] = []
    corpus.forEach { document in
      let name = document.name.replacing(folder.path, with: "")
      switch document.content {
      case .success(let content):
        let words = content.text.string(in: content.text.span).split(separator: "\n").last ?? ""
        found.append("\(name) \(words)")
        places.append(content.place?.replacing(folder.path, with: ""))
      case .failure(let failure):
        found.append("\(name): \(failure.description), \(failure.exitCode)")
      }
      return true
    }
    #expect(
      found == [
        "/f.xml#3 ثالث", "/f.xml#1 أول", "/z.txt نص", "/l.jsonl#2 وآخر",
        "/f.xml#9: the file has 3 articles, 66", "/z.txt#1: the file has 1 article, 66",
      ])
    // What is corrected in one of them is found by this.
    #expect(places.compactMap(\.self).map { $0.suffix(7) } == ["f.xml#3", "f.xml#1", "jsonl#2"])
  }

  @Test func `lines have their own names, or their numbers`() throws {
    let path = try write(
      """
      {"id": "a", "text": "أول"}

      {"text": "ثان"}
      {"id": 9, "title": "x"}
      nonsense
      {"id": "e", "text": ""}
      {"id": 4, "text": "رابع"}
      """, "articles")
    let corpus = Corpus([path], Corpus.Reading())
    #expect(corpus.onlyFile == nil)
    #expect(corpus.count == nil)
    #expect(documents(Corpus([path, path], Corpus.Reading())).count == 2 * 6)
    let found = documents(corpus)
    #expect(found[0] == #""a" أول"#)
    #expect(found[1] == "3 ثان")
    #expect(found[2].hasPrefix("9 ! no text in text, content"))
    // Not as the article that is called 5 would be.
    #expect(found[3].hasPrefix("\"line 5\" ! not JSON"))
    #expect(found[4] == #""e" ! the text is empty"#)
    #expect(found[5] == "4 رابع")
  }

  @Test func `lines in another charset are read, and a mark before the first is none of it`() throws
  {
    let text = #"{"id": 1, "text": "قالت ليلى الحداد إن الجسر يربط القرى"}"#
    let marked = try write("\u{FEFF}" + text + "\n", "marked")
    // The same in windows-1256.
    let words: [UInt8] = [
      222, 199, 225, 202, 32, 225, 237, 225, 236, 32, 199, 225, 205, 207, 199, 207, 32, 197, 228,
      32,
      199, 225, 204, 211, 209, 32, 237, 209, 200, 216, 32, 199, 225, 222, 209, 236,
    ]
    let old = folder.path + "/old"
    try (Data(#"{"id": 1, "text": ""#.utf8) + words + Data("\"}\n".utf8))
      .write(to: URL(filePath: old))
    let expected = ["1 قالت ليلى الحداد إن الجسر يربط القرى"]
    #expect(documents(Corpus([marked], Corpus.Reading())) == expected)
    #expect(documents(Corpus([old], Corpus.Reading())) == expected)
    var named = Corpus.Reading()
    named.encoding = "windows-1256"
    #expect(documents(Corpus([old], named)) == expected)
  }

  @Test func `a line with bytes that are in no charset is told, and not guessed`() throws {
    let path = folder.path + "/bytes"
    let good = Data(#"{"id": 1, "text": "خبر"}"#.utf8) + [0x0A]
    try
      (good + Data(#"{"id": 2, "text": ""#.utf8) + [0xFF, 0xFE, 0xC7, 0xE1] + Data("\"}\n".utf8)
      + good)
      .write(to: URL(filePath: path))
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 3 && found[0] == "1 خبر" && found[2] == "1 خبر")
    #expect(found[1].hasPrefix("\"line 2\" ! not UTF-8 at byte 20"))
  }

  @Test(arguments: ["{bad json", "null", "[]", "{\"id\":1"])
  func `a first line that is bad is one bad line`(line: String) throws {
    let path = try write("\(line)\n{\"id\": \"a\", \"text\": \"خبر\"}\n", "block.jsonl")
    let found = documents(Corpus([path], Corpus.Reading()))
    #expect(found.count == 2 && found[0].hasPrefix("\"line 1\" ! ") && found[1] == "\"a\" خبر")
  }

  @Test func `a file of one article in JSON over several lines is no JSON Lines`() throws {
    let path = try write("{\n\"text\": \"خبر\"\n}", "one.json")
    #expect(Corpus([path], Corpus.Reading()).onlyFile == path)
    #expect(Corpus([path], Corpus.Reading(), holdsLines: true).onlyFile == nil)
  }

  @Test func `links to folders are not followed round`() throws {
    _ = try write("أول", "a/x.txt")
    symlink("..", folder.path + "/a/round")
    #expect(documents(Corpus([folder.path], Corpus.Reading())) == [#""/a/x.txt" أول"#])
  }

  @Test func `a document that is done is passed over as often as it was done`() {
    var done = DoneDocuments()
    for id in [JSON.integer(1), .string("1"), .integer(1)] { done.add(id) }
    let ids = [JSON.integer(1), .integer(1), .integer(1), .string("1"), .string("1")]
    #expect(ids.map { done.take($0) } == [true, true, false, true, false])
  }
}
