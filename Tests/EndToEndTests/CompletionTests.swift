import Glibc
import TestSupport
import Testing

/// What a person gets from the Tab key, in the shells themselves.
struct CompletionTests {
  /// What is typed before Tab, and the line after it.
  private static let lines = [
    ("rawi 06", "rawi 06-news.txt"), ("rawi sho", "rawi show"), ("rawi --them", "rawi --theme"),
    ("rawi --theme pap", "rawi --theme paper"), ("rawi show 06", "rawi show 06-news.txt"),
    ("rawi show --colo", "rawi show --color"), ("rawi --sample 06", "rawi --sample 06-news.txt"),
    ("rawi show --color alw", "rawi show --color always"),
    ("rawi quotes --format js", "rawi quotes --format json"),
    ("rawi export --format ht", "rawi export --format html"),
    ("rawi doctor --rep", "rawi doctor --report"), ("rawi --lang a", "rawi --lang ar"),
    ("rawi notes bac", "rawi notes backup"), ("rawi --model fa", "rawi --model fast"),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("06-news.txt", [])
  }

  private func script(_ shell: String) throws -> String {
    let result = try ChildProcess.run(
      BuiltProgram.path("rawi"), ["--generate-completion-script", shell])
    #expect(result.status == 0)
    return try folder.file("rawi." + shell, result.output)
  }

  private var environment: [String: String] {
    BuiltProgram.environment.merging(["TERM": "dumb", "HOME": folder.path]) { $1 }
  }

  /// Types each line and Tab in `shell`, then Ctrl-T, by which it tells the line that is there now.
  private func typeLines(
    in terminal: PseudoTerminal, and more: [(String, String)] = []
  ) throws {
    for (typed, wanted) in Self.lines + more {
      terminal.send(typed + "\t\u{14}")
      try terminal.wait(for: "<\(wanted)")
      terminal.send("\u{15}")
    }
    terminal.send("exit\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0, "needs bash"))
  func `bash completes files, subcommands, options and values`() throws {
    let setup = try folder.file(
      "setup",
      """
      cd \(folder.path); source \(try script("bash"))
      bind -x '"\\C-t": printf "<%s>\\n" "$READLINE_LINE"'; PS1='ready> '

      """.utf8)
    let terminal = try PseudoTerminal(columns: 200, rows: 30)
    try terminal.run(
      "/bin/bash", ["--noprofile", "--rcfile", setup, "-i"], environment: environment)
    try terminal.wait(for: "ready> ")
    // bash takes the sign between for a word.
    try typeLines(
      in: terminal,
      and: [
        ("rawi --theme=pap", "rawi --theme=paper"),
        ("rawi export --format=ht", "rawi export --format=html"),
        ("rawi --theme=dark 06", "rawi --theme=dark 06-news.txt"),
      ])
  }

  @Test(.enabled(if: access("/usr/bin/zsh", X_OK) == 0, "needs zsh"))
  func `zsh completes files, subcommands, options and values`() throws {
    let completion = try script("zsh")
    // As in a folder of fpath, from which it is loaded when it is first needed.
    _ = try folder.file("_rawi", try TemporaryFolder.read(completion))
    _ = try folder.file(
      ".zshrc",
      """
      cd \(folder.path); fpath=(\(folder.path) $fpath)
      autoload -Uz compinit; compinit -u -D; unsetopt beep zle_bracketed_paste
      tell() { print -r -- "<$BUFFER>" }; zle -N tell; bindkey '^T' tell; PS1='ready> '

      """.utf8)
    let terminal = try PseudoTerminal(columns: 200, rows: 30)
    try terminal.run("/usr/bin/zsh", ["-d", "-i"], environment: environment)
    try terminal.wait(for: "ready> ")
    try typeLines(in: terminal)
  }

  @Test(.enabled(if: access("/usr/bin/fish", X_OK) == 0, "needs fish"))
  func `fish completes files, subcommands, options and values`() throws {
    let completion = try script("fish")
    for (typed, wanted) in Self.lines {
      let result = try ChildProcess.run(
        "/usr/bin/fish",
        ["--no-config", "-c", "cd \(folder.path); source \(completion); complete -C '\(typed)'"],
        environment: environment)
      let words = result.text.split(separator: "\n").map { $0.split(separator: "\t")[0] }
      #expect(words.first.map(String.init) == wanted.split(separator: " ").last.map(String.init))
    }
  }
}
