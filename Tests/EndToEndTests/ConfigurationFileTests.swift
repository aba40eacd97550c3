import Glibc
import TestSupport
import Testing

/// The configuration file as the program finds it.
struct ConfigurationFileTests {
  private let program = BuiltProgram.path("rawi")

  /// Runs the program with `configuration` in the person's folder.
  private func run(
    _ arguments: [String], with configuration: String, environment: [String: String] = [:]
  ) throws -> ChildProcess.Result {
    let folder = try TemporaryFolder()
    _ = try folder.folder("rawi")
    _ = try folder.file("rawi/config.toml", configuration.utf8)
    let variables = BuiltProgram.environment.merging(["XDG_CONFIG_HOME": folder.path]) { $1 }
    return try ChildProcess.run(
      program, arguments, environment: variables.merging(environment) { $1 })
  }

  @Test func `a mistake ends the program with its place and the status of a wrong setting`() throws
  {
    for command in [["show"], ["keys"], []] {
      let result = try run(
        command + (command == ["keys"] ? [] : ["--sample"]), with: "\nwidht = 70\n")
      #expect(result.status == 78)
      #expect(result.message.contains("rawi/config.toml:2:1: unknown setting \"widht\""))
      #expect(result.text.isEmpty)
    }
  }

  @Test func `a mistake is told in the language of the locale`() throws {
    let result = try run(["keys"], with: "x = 1", environment: ["LC_ALL": "ar_EG.UTF-8"])
    #expect(result.message.contains("لا إعداد باسم"))
  }

  @Test(arguments: [
    ["show", "--sample", "--theme", "none"], ["keys"], ["analyze", "none"], ["quotes", "none"],
  ])
  func `the file is read once by a command`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try folder.folder("rawi")
    let path = try folder.file("rawi/config.toml", "width = 40".utf8)
    let watch = inotify_init1(O_NONBLOCK)
    defer { close(watch) }
    #expect(inotify_add_watch(watch, path, UInt32(IN_OPEN)) > 0)
    // Those that fail ask it for the language of the message, too.
    _ = try ChildProcess.run(
      program, arguments,
      environment: BuiltProgram.environment.merging(["XDG_CONFIG_HOME": folder.path]) { $1 })
    var events = [UInt8](repeating: 0, count: 4096)
    // Of a file that is watched itself an event has no name, and takes sixteen bytes.
    #expect(read(watch, &events, events.count) == 16)
  }

  @Test func `what the command line says goes before the file`() throws {
    let narrow = try run(["show", "--sample"], with: "width = 40")
    let wide = try run(["show", "--sample", "--width", "60"], with: "width = 40")
    let longest = { (text: String) in text.split(separator: "\n").map(\.count).max() ?? 0 }
    #expect((30...42).contains(longest(narrow.text)))
    #expect((50...62).contains(longest(wide.text)))
  }

  @Test func `the keys that are listed are a configuration that changes nothing`() throws {
    let listed = try run(["keys"], with: "[keys]\nnext.entity = [\"w\", \"'\"]\nhelp.show = []")
    #expect(listed.status == 0)
    #expect(listed.text.contains("next.entity = ['w', \"'\"]"))
    #expect(listed.text.contains("help.show = []"))
    #expect(try run(["keys"], with: listed.text).text == listed.text)
    let standard = try run(["keys", "--standard"], with: listed.text)
    #expect(try run(["keys"], with: "").text == standard.text)
    #expect(standard.text != listed.text)
  }
}

/// Messages before the reader is on the screen.
struct MessageTests {
  private let program = BuiltProgram.path("rawi")

  private func message(_ arguments: String..., locale: String) throws -> String {
    let environment = BuiltProgram.environment.merging(["LC_ALL": locale]) { $1 }
    return try ChildProcess.run(program, arguments, environment: environment).message
  }

  @Test func `what is wrong is told in the language of the locale or the one asked for`() throws {
    #expect(
      try message("/no/such", locale: "C.UTF-8")
        == "rawi: /no/such: there is no such file; check the name\n")
    #expect(
      try message("/no/such", locale: "ar_SA.UTF-8")
        == "rawi: /no/such: لا ملف بهذا الاسم؛ تحقق من الاسم\n")
    #expect(
      try message("--lang", "en", "/no/such", locale: "ar_SA.UTF-8").contains("no such file"))
    #expect(try message("--sample", "--lang", "ar", locale: "C.UTF-8").contains("نافذة طرفية"))
    #expect(try message("quotes", "/", locale: "ar_SA.UTF-8").contains("مجلد"))
  }
}
