import TestSupport
import Testing

/// A terminal as programs see it.
///
/// What it answers, what it puts in the environment, and what must be switched in it. The answers are
/// those that the real ones gave.
struct FakeTerminal: Sendable, CustomTestStringConvertible {
  var name: String
  var environment: [String: String]
  /// The answer to DECRQM of mode 8, XTVERSION and DA1.
  var mode: String?
  var version: String?
  var attributes: String? = "\u{1B}[?62;c"
  var off = ""
  var undo = ""

  var testDescription: String { name }

  static let modeQuery = "\u{1B}[8$p"

  static let vteOff = "\u{1B}[8l\u{1B}[?1243l"
  static let vteUndo = "\u{1B}[8h\u{1B}[?1243h"

  static let vte = FakeTerminal(
    name: "VTE", environment: ["TERM": "xterm-256color", "VTE_VERSION": "7006"],
    mode: "\u{1B}[8;1$y", attributes: "\u{1B}[?65;1;9c", off: vteOff, undo: vteUndo)
  static let konsole = FakeTerminal(
    name: "Konsole", environment: ["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"],
    version: "Konsole 22.12.3", off: "\u{1B}]50;BidiRenderingEnabled=false\u{7}",
    undo: "\u{1B}]50;BidiRenderingEnabled=true\u{7}")
  static let mlterm = FakeTerminal(
    name: "mlterm", environment: ["TERM": "mlterm", "MLTERM": "3.9.0"], mode: "\u{1B}[8;0$y",
    off: "\u{1B}]5379;use_ctl=false\u{7}", undo: "\u{1B}]5379;use_ctl=true\u{7}")

  static let switched = [vte, konsole, mlterm]

  static let left = [
    FakeTerminal(
      name: "kitty", environment: ["TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"],
      mode: "\u{1B}[8;0$y", version: "kitty(0.26.5)"),
    FakeTerminal(
      name: "xterm", environment: ["TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"],
      mode: "\u{1B}[8;0$y", version: "XTerm(379)"),
    FakeTerminal(name: "foot", environment: ["TERM": "foot"], version: "foot(1.13.1)"),
    FakeTerminal(
      name: "alacritty", environment: ["TERM": "alacritty", "ALACRITTY_WINDOW_ID": "1"]),
    FakeTerminal(name: "urxvt", environment: ["TERM": "rxvt-unicode-256color"]),
    FakeTerminal(name: "st", environment: ["TERM": "st-256color"]),
    FakeTerminal(name: "Linux console", environment: ["TERM": "linux"], attributes: nil),
    FakeTerminal(
      name: "tmux in VTE",
      environment: ["TERM": "tmux-256color", "TMUX": "/tmp/x,1,0", "VTE_VERSION": "7006"],
      version: "tmux 3.3a"),
    FakeTerminal(
      name: "xterm started from Konsole",
      environment: ["TERM": "xterm-256color", "KONSOLE_VERSION": "221203"],
      mode: "\u{1B}[8;0$y", version: "XTerm(379)"),
  ]

  /// Those that report the mouse and put brackets around pastes.
  static let reporting = switched + left.filter { $0.environment["TERM"] != "linux" }

  /// Plays the terminal.
  func play(on terminal: PseudoTerminal) {
    terminal.answers = [
      (Self.modeQuery, mode), ("\u{1B}[>0q", version.map { "\u{1B}P>|\($0)\u{1B}\\" }),
      ("\u{1B}]11;?\u{1B}\\", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"), ("\u{1B}[c", attributes),
    ].compactMap { query, answer in answer.map { (query, $0) } }
  }
}
