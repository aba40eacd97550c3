import Glibc
import TestSupport
import Testing

/// What people meet first: the version, help in their language, what to send with a report, and pages to
/// hand on.
struct FrontDoorTests {
  private let annotator: Annotator

  init() throws { annotator = try Annotator() }

  @Test func `the version tells the number, the model and the day of its labels`() throws {
    let lines = try annotator.output("--version").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].wholeMatch(of: /rawi \d+\.\d+\.\d+/) != nil)
    #expect(lines[1].wholeMatch(of: /tagger [0-9a-f]{8}, labels of \d{4}-\d\d-\d\d/) != nil)
  }

  @Test func `a report of a fault holds nothing of the person`() throws {
    let home = annotator.folder.path
    try annotator.annotate()
    _ = try annotator.folder.file("secret.txt", [])
    let folder = annotator.folder.path + "/rawi"
    _ = try ChildProcess.run("/bin/mkdir", ["-p", folder])
    _ = try ChildProcess.run(
      "/bin/sh",
      ["-c", "printf 'theme = \"/home/samira/own.toml\"\\nwidth = 70\\n' > \(folder)/config.toml"])
    var environment = annotator.environment
    environment.merge([
      "HOME": "/home/samira", "USER": "samira", "LOGNAME": "samira",
      "TMUX": "/tmp/tmux-1000/samira,1,0",
      "STY": "12.samira.host", "TERM_PROGRAM": "samira\u{1B}[31m",
    ]) { $1 }
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["doctor", "--report"], environment: environment)
    #expect(result.status == 0 && result.message == "")
    for wanted in [
      "rawi: ", "model: tagger", "system: ", "TERM=linux", "TMUX is set", "width=70", "notes: ",
    ] {
      #expect(result.text.contains(wanted), "\(wanted)")
    }
    for secret in ["samira", home, "own.toml", "/tmp/", "/home", "\u{1B}", "ليلى", "من هي"] {
      #expect(!result.text.contains(secret), "\(secret)")
    }
    _ = try ChildProcess.run("/bin/rm", [folder + "/config.toml"])
  }

  // MARK: Both languages

  /// What a page for man names: its commands, options, arguments and the names of lists.
  private func names(in manual: String) -> [Substring] {
    manual.split(separator: "\n").filter { line in
      [".Cm", ".Op", ".It Fl", ".It Ar", ".Nm", ".Ar"].contains { line.hasPrefix($0) }
    }
  }

  @Test func `both manuals have the same commands and options, and none a sentence of the other`()
    throws
  {
    let english = try annotator.output("manual", "--lang", "en")
    let arabic = try annotator.output("manual", "--lang", "ar")
    #expect(names(in: english).count > 100)
    #expect(names(in: english) == names(in: arabic))
    #expect(english.split(separator: "\n").count { $0.hasPrefix(".Sh") } == 10)
    #expect(arabic.split(separator: "\n").count { $0.hasPrefix(".Sh") } == 10)
    for line in arabic.split(separator: "\n") where !line.hasPrefix(".") {
      #expect(line.firstMatch(of: /\ (the|is|of|and|that|with)\ /) == nil, "\(line)")
    }
    #expect(!english.unicodeScalars.contains { (0x621...0x64A).contains($0.value) && $0 != "٪" })
  }

  @Test func `every command explains itself in Arabic, with all that it takes`() throws {
    let tree = try CommandTree()
    for (words, options) in tree.options where words != ["help"] {
      let result = try ChildProcess.run(
        BuiltProgram.path("rawi"), words + ["--help"],
        environment: annotator.environment.merging(["LC_ALL": "ar_EG.UTF-8"]) { $1 })
      #expect(result.status == 0)
      #expect(result.text.contains((["الاستعمال: rawi"] + words).joined(separator: " ")))
      for option in options { #expect(result.text.contains(option), "\(words) \(option)") }
      for line in result.text.split(separator: "\n") {
        #expect(line.firstMatch(of: /\ (the|is|of|and|that|with)\ /) == nil, "\(words): \(line)")
      }
    }
    #expect(try annotator.output("--help", "--lang", "ar").contains("الأوامر:"))
    #expect(try annotator.output("--help", "--lang", "en").contains("SUBCOMMANDS:"))
  }

  // MARK: Pages

  @Test func `a page shows what is marked, and with export what the person has added`() throws {
    try annotator.annotate()
    let own = try annotator.output("export", annotator.article, "--format", "html", "--lang", "ar")
    let shown = try annotator.output("show", annotator.article, "--format", "html", "--lang", "en")
    let (exported, plain) = (try StrictMarkup(own), try StrictMarkup(shown))
    #expect(exported.ofClass("note").map(\.text) == ["من هي؟"])
    #expect(exported.named("h2").contains { $0.text.hasPrefix("الأقوال") })
    #expect(plain.ofClass("note").isEmpty && plain.named("mark").isEmpty)
    for page in [exported, plain] {
      #expect(page.ofClass("PER").contains { $0.text == "ليلى الحداد" })
      #expect(page.named("blockquote").contains { $0.text.contains("الجسر يربط القرى") })
      #expect(page.named("aside").first?.text.contains("ليلى الحداد") == true)
      #expect(
        !page.elements.contains {
          $0.attributes.values.contains { $0.contains(annotator.folder.path) }
        })
    }
  }

  private static let chromium = "/usr/bin/chromium"

  @Test(.enabled(if: access(chromium, X_OK) == 0, "needs chromium"))
  func `a browser shows the page and fetches nothing`() throws {
    try annotator.annotate()
    let page = try annotator.folder.file(
      "page.html", try annotator.output("export", annotator.article, "--format", "html").utf8)
    let log = try annotator.folder.file("net.json", [])
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
    for words in ["ليلى الحداد", "من هي؟", "الجسر يربط القرى"] {
      #expect(result.text.contains(words))
    }
    let asked = String(decoding: try TemporaryFolder.read(log), as: UTF8.self)
      .matches(of: /"initiator":"file:[^}]*"url":"([^"]*)"/).map(\.output.1)
    #expect(asked.isEmpty, "\(asked)")
  }

  // MARK: Words in brackets

  @Test func `plain lines tell names and speakers in words`() throws {
    let text = try annotator.output(
      "show", annotator.article, "--plain", "--lang", "ar", "--width", "200")
    #expect(text.contains("ليلى الحداد [شخص]"))
    #expect(text.contains("[قول، ليلى الحداد:] «الجسر يربط القرى» [نهاية القول]"))
    #expect(
      try annotator.output("show", annotator.article, "--plain", "--lang", "en").contains(
        "[person]"))
    let bare = text.replacing(/\ ?\[[^\]]*\]\ ?/, with: " ").filter { !$0.isWhitespace }
    #expect(bare == annotator.text.filter { !$0.isWhitespace })
    for call in [["--plain", "--color", "always"], ["--plain", "--format", "html"]] {
      #expect(try annotator.run(["show", annotator.article] + call).status == 64)
    }
  }

  @Test func `plain lines have no colours on a terminal either`() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.run(
      BuiltProgram.path("rawi"), ["show", annotator.article, "--plain", "--bidi", "logical"],
      environment: annotator.environment)
    #expect(try terminal.waitForEnd() == 0)
    #expect(!terminal.text.contains("\u{1B}[3") && terminal.text.contains("ليلى الحداد [person]"))
  }
}
