import Foundation
import Glibc
import TestSupport
import Testing

/// What helps a person at the shell: the manual page and completions.
struct ManualTests {
  private let program = BuiltProgram.path("rawi")

  private func output(_ arguments: String...) throws -> String { try output(arguments) }

  private func output(_ arguments: [String]) throws -> String {
    let result = try ChildProcess.run(program, arguments)
    #expect(result.status == 0)
    return result.text
  }

  @Test func `the manual names every command, option, key and role of a theme`() throws {
    let manual = try output("manual")
    for command in try CommandTree().choices.keys {
      let help = try output(command + ["--help"])
      let options = help.split(whereSeparator: { !($0.isLetter || $0 == "-") })
        .filter { $0.hasPrefix("--") && $0.count > 3 && $0 != "--help" && $0 != "--version" }
      for option in options { #expect(manual.contains("Fl \(option.dropFirst())"), "\(option)") }
    }
    for word in ["Ctrl-Z", "quote.indirect", "XDG_CONFIG_HOME", "contrast-dark", "EXIT STATUS"] {
      #expect(manual.contains(word), "\(word)")
    }
  }

  @Test func `the manual says what a command cannot be called without`() throws {
    let synopsis = try output("manual").components(separatedBy: ".Sh DESCRIPTION")[0]
    for call in [".Nm rawi\n.Cm notes\n.Cm backup\n.Ar ", ".Cm quotes\n.Ar files ..."] {
      #expect(synopsis.contains(call), "\(call)")
    }
    #expect(synopsis.contains(".Op Ar files ..."))
    #expect(!synopsis.contains(".Op Fl -of "))
  }

  @Test func `the help of the program shows the file, the sample and the reader's options`() throws
  {
    let help = try output("--help")
    #expect(try output("help") == help && output("-h") == help)
    let reader = try output("read", "--help")
    let names = reader.split(whereSeparator: { !($0.isLetter || $0 == "-") }).filter {
      $0.hasPrefix("--") && $0.count > 3
    }
    #expect(names.count > 10)
    for name in ["FILE", "<files>", "show", "manual"] + names { #expect(help.contains(name)) }
  }

  @Test func `the program alone names the file and the sample`() throws {
    let terminal = try PseudoTerminal()
    try terminal.run(program, [], environment: BuiltProgram.environment)
    #expect(try terminal.waitForEnd() == 64)
    #expect(terminal.text.contains("FILE") && terminal.text.contains("--sample"))
  }

  @Test func `help on imports lists what is imported`() throws {
    let values = try #require(CommandTree().choices[["import"]]?.first { $0.option == "--format" })
    #expect(values.values.contains("w3c"))
    #expect(!values.values.contains("csv") && !values.values.contains("markdown"))
  }

  private static let checkers = [
    ("/usr/bin/mandoc", ["-Tlint", "-Wwarning"]),
    ("/usr/bin/groff", ["-mdoc", "-Tutf8", "-Kutf8", "-ww", "-z"]),
  ].filter { access($0.0, X_OK) == 0 }

  @Test(.enabled(if: !checkers.isEmpty, "needs mandoc or groff"))
  func `the formatters of manuals find nothing amiss`() throws {
    let folder = try TemporaryFolder()
    let page = try folder.file("rawi.1", try output("manual").utf8)
    for (checker, arguments) in Self.checkers {
      let result = try ChildProcess.run(checker, arguments + [page])
      #expect(result.text == "")
      #expect(result.message == "")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know the commands and options`(shell: String) throws {
    let script = try output("--generate-completion-script", shell)
    for word in ["show", "quotes", "ligatures", "speaker"] { #expect(script.contains(word)) }
  }

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0, "needs bash"))
  func `bash completes commands, options and their values`() throws {
    let folder = try TemporaryFolder()
    let script = try folder.file(
      "rawi.bash", try output("--generate-completion-script", "bash").utf8)
    for (words, wanted) in [
      (["rawi", "sho"], "show"), (["rawi", "show", "--col"], "--color"),
      (["rawi", "show", "--color", "al"], "always"),
    ] {
      let line = words.joined(separator: " ")
      let code = """
        source "$0"; COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); COMP_LINE='\(line)'
        COMP_POINT=${#COMP_LINE}; _rawi rawi "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; printf '%s\\n' "${COMPREPLY[@]}"
        """
      let result = try ChildProcess.run("/bin/bash", ["-c", code, script])
      #expect(result.text.split(separator: "\n").contains { $0.hasPrefix(wanted) }, "\(result)")
    }
  }
}
