import CursesTerminal
import Screen
import Testing

/// What is concluded from answers and environment: the table of terminals.
@Suite struct TerminalTraitsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var answers: String
    var environment: [String: String] = [:]
    var kind: TerminalTraits.Kind
    var reordering: TerminalTraits.Reordering
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(
      name: "VTE", answers: "[8;1$y|[?65;1;9c", kind: .vte, reordering: .standardMode(isOn: true)),
    Row(
      name: "VTE, switched off before", answers: "[8;2$y|[?65;1;9c", kind: .vte,
      reordering: .standardMode(isOn: false)),
    Row(
      name: "VTE with a name", answers: "[8;1$y|P>|VTE(7802)|[?65;1;9c", kind: .vte,
      reordering: .standardMode(isOn: true)),
    Row(
      name: "another with mode 8", answers: "[8;1$y|P>|mintty 3.7.0|[?64c", kind: .unknown,
      reordering: .standardMode(isOn: true)),
    Row(
      name: "mode 8 for ever on", answers: "[8;3$y|[?64c", kind: .vte, reordering: .unstoppable),
    Row(name: "mode 8 for ever off", answers: "[8;4$y|[?64c", kind: .vte, reordering: .none),
    Row(
      name: "Konsole", answers: "P>|Konsole 22.12.3|[?62;1;4c", kind: .konsole,
      reordering: .konsoleProfile),
    Row(
      name: "Konsole without a name", answers: "[?62c",
      environment: ["TERM": "xterm-256color", "KONSOLE_VERSION": "200800"], kind: .konsole,
      reordering: .konsoleProfile),
    Row(
      name: "mlterm", answers: "[8;0$y|[?63;1;2c",
      environment: ["TERM": "mlterm", "MLTERM": "3.9.0"], kind: .mlterm, reordering: .mltermProperty
    ),
    Row(
      name: "kitty", answers: "[8;0$y|P>|kitty(0.26.5)|[?62c",
      environment: ["TERM": "xterm-kitty"], kind: .kitty, reordering: .unstoppable),
    Row(
      name: "xterm", answers: "[8;0$y|P>|XTerm(379)|[?64;1c", kind: .xterm, reordering: .none),
    Row(name: "foot", answers: "P>|foot(1.13.1)|[?62;4;22c", kind: .foot, reordering: .none),
    Row(
      name: "alacritty", answers: "[?6c", environment: ["TERM": "alacritty"], kind: .alacritty,
      reordering: .none),
    Row(
      name: "urxvt", answers: "[?1;2c", environment: ["TERM": "rxvt-unicode-256color"],
      kind: .urxvt, reordering: .none),
    Row(
      name: "st", answers: "[?6c", environment: ["TERM": "st-256color"], kind: .st,
      reordering: .none),
    Row(
      name: "Linux console", answers: "", environment: ["TERM": "linux"], kind: .linuxConsole,
      reordering: .none),
    Row(
      name: "Apple Terminal", answers: "[?1;2c",
      environment: ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"],
      kind: .appleTerminal, reordering: .unstoppable),
    Row(
      name: "tmux in VTE", answers: "P>|tmux 3.3a|[?1;2c",
      environment: ["TERM": "tmux-256color", "VTE_VERSION": "7006"], kind: .tmux,
      reordering: .none),
    Row(
      name: "screen in Konsole", answers: "[?1;2c",
      environment: ["TERM": "screen.xterm-256color", "KONSOLE_VERSION": "221203"], kind: .screen,
      reordering: .none),
    Row(
      name: "xterm started from Konsole", answers: "[8;0$y|P>|XTerm(379)|[?64c",
      environment: ["KONSOLE_VERSION": "221203"], kind: .xterm, reordering: .none),
    Row(
      name: "xterm started from mlterm", answers: "[8;0$y|P>|XTerm(379)|[?64c",
      environment: ["MLTERM": "3.9.0"], kind: .xterm, reordering: .none),
    Row(
      name: "alacritty started from VTE", answers: "[?6c",
      environment: ["TERM": "xterm-256color", "ALACRITTY_WINDOW_ID": "1", "VTE_VERSION": "7006"],
      kind: .alacritty, reordering: .none),
    Row(
      name: "something started from VTE", answers: "[?6c",
      environment: ["TERM": "xterm-256color", "VTE_VERSION": "7006"], kind: .unknown,
      reordering: .none),
    Row(
      name: "VTE that has not answered in time", answers: "",
      environment: ["TERM": "xterm-256color", "VTE_VERSION": "7006"], kind: .vte,
      reordering: .standardMode(isOn: true)),
    Row(
      name: "VTE from before it reordered", answers: "",
      environment: ["TERM": "xterm-256color", "VTE_VERSION": "5202"], kind: .unknown,
      reordering: .none),
    Row(
      name: "nothing known", answers: "", environment: ["TERM": "xterm-256color"], kind: .unknown,
      reordering: .none),
  ]

  /// The answers written without their ESC and ST, separated by "|" before the introducer.
  private func answers(_ text: String) -> ProbeAnswers {
    let parts = text.replacing("|[", with: "\u{0}[").replacing("|P", with: "\u{0}P")
      .split(separator: "\u{0}")
    var bytes = parts.flatMap { part in
      Array("\u{1B}\(part)\(part.hasPrefix("P") ? "\u{1B}\\" : "")".utf8)
    }
    let result = ProbeAnswers(takenFrom: &bytes)
    #expect(bytes.isEmpty)
    return result
  }

  @Test(arguments: rows) func `a terminal is told by its answers, then its environment`(row: Row) {
    let traits = TerminalTraits(answers: answers(row.answers), environment: row.environment)
    #expect(traits.kind == row.kind)
    #expect(traits.reordering == row.reordering)
  }

  @Test func `the version is what the terminal says`() {
    let traits = TerminalTraits(answers: answers("P>|Konsole 22.12.3|[?62c"), environment: [:])
    #expect(traits.version == "Konsole 22.12.3")
  }

  @Test(arguments: [
    (UInt32?(0x000000), "0;15", TerminalTraits.Background.dark), (0xFFFFFF, "15;0", .light),
    (0x002B36, "", .dark), (0xFDF6E3, "", .light), (nil, "15;0", .dark), (nil, "0;15", .light),
    (nil, "0;default;7", .light), (nil, "15;default", .unknown), (nil, "", .unknown),
  ])
  func `the background is the answer, then COLORFGBG`(
    color: UInt32?, variable: String, background: TerminalTraits.Background
  ) {
    var answers = ProbeAnswers()
    answers.background = color
    let traits = TerminalTraits(answers: answers, environment: ["COLORFGBG": variable])
    #expect(traits.background == background)
  }

  @Test func `a switch found off stays off`() {
    let found = TerminalTraits(answers: answers("[8;2$y|[?65c"), environment: [:])
    #expect(!BidiSwitch(for: found.reordering).undo.contains("\u{1B}[8h"))
  }

  @Test(arguments: rows) func `only the automatic mode keeps a terminal from reordering`(row: Row) {
    let traits = TerminalTraits(answers: answers(row.answers), environment: row.environment)
    for mode in BidiMode.allCases where mode != .auto {
      let plan = DrawingPlan(for: traits, choices: DrawingChoices(bidi: mode))
      #expect(!plan.bidiSwitch.off.contains("[8l"))
      #expect(plan.bidiSwitch == .none || mode == .terminal)
    }
    let bidiSwitch = DrawingPlan(for: traits, choices: DrawingChoices()).bidiSwitch
    #expect(bidiSwitch.off.isEmpty == bidiSwitch.undo.isEmpty)
  }
}
