import Screen
import Testing
@testable import CursesTerminal

/// What is done in which terminal.
@Suite struct DrawingPlanTests {
  private func traits(
    _ kind: TerminalTraits.Kind, _ reordering: TerminalTraits.Reordering = .none
  ) -> TerminalTraits {
    var traits = TerminalTraits(answers: ProbeAnswers(), environment: ["TERM": "xterm-256color"])
    traits.kind = kind
    traits.reordering = reordering
    return traits
  }

  private func plan(
    _ terminal: TerminalTraits, in host: TerminalTraits? = nil,
    _ choices: DrawingChoices = DrawingChoices()
  ) -> DrawingPlan {
    DrawingPlan(for: terminal, host: host, choices: choices)
  }

  private var vte: TerminalTraits { traits(.vte, .standardMode(isOn: true)) }
  private var konsole: TerminalTraits { traits(.konsole, .konsoleProfile) }

  @Test func `a terminal with a switch is switched, one without is drawn around`() {
    #expect(plan(vte).drawing == .visual)
    #expect(plan(vte).bidiSwitch.off == FakeTerminal.vteOff)
    #expect(plan(traits(.kitty, .unstoppable)).drawing == .words)
    #expect(plan(traits(.appleTerminal, .unstoppable)).drawing == .inverse())
    #expect(plan(traits(.xterm)).drawing == .visual)
    #expect(plan(traits(.xterm)).placesTashkeel)
    #expect(!plan(traits(.kitty, .unstoppable)).placesTashkeel)
    #expect(!plan(traits(.foot)).placesTashkeel)
    #expect(!plan(traits(.tmux), in: traits(.alacritty)).placesTashkeel)
    #expect(plan(traits(.xterm)).bidiSwitch == .none)
  }

  @Test func `inside tmux the terminal around it decides`() {
    let tmux = traits(.tmux)
    #expect(plan(tmux).drawing == .visual)
    #expect(plan(tmux, in: vte).drawing == .inverse())
    #expect(plan(tmux, in: konsole).drawing == .inverse(mirrors: false))
    #expect(plan(tmux, in: traits(.kitty, .unstoppable)).drawing == .words)
    #expect(plan(tmux, in: traits(.mlterm, .mltermProperty)).drawing == .terminal)
    #expect(plan(tmux, in: traits(.alacritty)).drawing == .visual)
    for host in [vte, konsole] { #expect(plan(tmux, in: host).bidiSwitch == .none) }
  }

  @Test func `what was chosen for a terminal holds there and nowhere else`() {
    var choices = DrawingChoices()
    choices.remembered[TerminalIdentity("kitty")] = .init(bidi: .visual)
    choices.remembered[TerminalIdentity("tmux in konsole")] = .init(passthrough: true)
    #expect(plan(traits(.kitty, .unstoppable), choices).drawing == .visual)
    #expect(plan(vte, choices).bidiSwitch.off == FakeTerminal.vteOff)
    #expect(plan(traits(.tmux), in: konsole, choices).passesThrough)
    #expect(!plan(traits(.tmux), in: vte, choices).passesThrough)
    choices.bidi = .inverse
    #expect(plan(traits(.kitty, .unstoppable), choices).drawing == .inverse())
    choices.bidi = .auto
    choices.passthrough = .off
    #expect(!plan(traits(.tmux), in: konsole, choices).passesThrough)
  }

  private func plan(_ terminal: TerminalTraits, _ choices: DrawingChoices) -> DrawingPlan {
    plan(terminal, in: nil, choices)
  }

  @Test func `tmux gets the switch with each ESC doubled`() {
    let choices = DrawingChoices(passthrough: .on)
    let found = plan(traits(.tmux), in: konsole, choices)
    #expect(found.drawing == .visual)
    #expect(
      found.bidiSwitch.off
        == "\u{1B}Ptmux;\u{1B}\u{1B}]50;BidiRenderingEnabled=false\u{7}\u{1B}\\")
    #expect(
      found.bidiSwitch.undo
        == "\u{1B}Ptmux;\u{1B}\u{1B}]50;BidiRenderingEnabled=true\u{7}\u{1B}\\")
  }

  @Test func `in a VTE around a multiplexer each row is visited`() {
    for (kind, escape) in [(TerminalTraits.Kind.tmux, "\u{1B}\u{1B}"), (.screen, "\u{1B}")] {
      let found = plan(traits(kind), in: vte, DrawingChoices(passthrough: .on)).bidiSwitch
      for row in [1, 24, 100, 200] {
        #expect(found.off.contains("\(escape)[\(row)H\(escape)[8l"))
        #expect(found.undo.contains("\(escape)[\(row)H\(escape)[8h"))
      }
      #expect(found.off.contains("\(escape)[?1243l"))
      // GNU screen passes 768 bytes at most; the guard keeps 8192 for the undoing.
      for part in found.off.split(separator: "\u{1B}\\") { #expect(part.utf8.count < 700) }
      #expect(found.undo.utf8.count < 7500)
    }
  }

  @Test func `terminals are told apart by name, kind or type, without their version`() {
    var terminal = traits(.konsole)
    terminal.version = "Konsole 22.12.3"
    #expect(TerminalIdentity(terminal).description == "Konsole")
    terminal.version = "kitty(0.26.5)"
    #expect(TerminalIdentity(terminal).description == "kitty")
    #expect(TerminalIdentity(vte).description == "vte")
    #expect(TerminalIdentity(traits(.unknown)).description == "xterm-256color")
    #expect(TerminalIdentity(traits(.tmux), host: vte).description == "tmux in vte")
  }

  @Test func `screen's type tells that of the terminal around it`() {
    let outside = HostTerminal.outside(["TERM": "screen.xterm-kitty", "STY": "1.x"])
    #expect(outside["TERM"] == "xterm-kitty")
    let screen = traits(.screen)
    let host = HostTerminal.traits(
      around: screen, ["TERM": "screen", "STY": "1.x", "VTE_VERSION": "7006"])
    #expect(host?.kind == .vte)
    #expect(HostTerminal.traits(around: screen, ["TERM": "screen", "STY": "1.x"]) == nil)
    #expect(HostTerminal.traits(around: vte, ["TERM": "screen"]) == nil)
  }

  @Test func `for lines that stay nothing is switched`() {
    func plan(_ terminal: TerminalTraits, _ mode: BidiMode = .auto) -> DrawingPlan {
      let choices = DrawingChoices(bidi: mode, passthrough: .on)
      return DrawingPlan(forPrintingIn: terminal, choices: choices)
    }
    #expect(plan(vte).drawing == .inverse())
    #expect(plan(konsole).drawing == .inverse(mirrors: false))
    #expect(plan(traits(.mlterm, .mltermProperty)).drawing == .terminal)
    #expect(plan(traits(.kitty, .unstoppable)).drawing == .words)
    #expect(plan(traits(.xterm)).drawing == .visual)
    #expect(plan(traits(.vte, .standardMode(isOn: false))).drawing == .visual)
    #expect(plan(vte, .visual).drawing == .visual)
    #expect(plan(vte, .logical).drawing == .logical)
    for terminal in [vte, konsole, traits(.vte, .standardMode(isOn: false)), traits(.tmux)] {
      #expect(plan(terminal).bidiSwitch == .none)
      #expect(!plan(terminal).passesThrough)
    }
  }
}
