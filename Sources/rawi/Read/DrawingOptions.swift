import ArgumentParser
import CursesTerminal
import TextLayout

extension BidiMode: ExpressibleByArgument {}
extension DrawingChoices.Passthrough: ExpressibleByArgument {}

/// Whether vowel signs are drawn.
enum TashkeelChoice: String, ExpressibleByArgument, CaseIterable {
  case show, hide, auto
}

/// Yes or no.
enum OnOff: String, ExpressibleByArgument, CaseIterable {
  case on, off
}

/// How text is brought to the terminal.
struct DrawingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who orders right-to-left text: auto (what suits the terminal), visual (Rawi), words (Rawi, for "
        + "kitty), inverse (Rawi, against a terminal that reorders), terminal (the terminal) or "
        + "logical (nobody).", valueName: "mode"))
  var bidi: BidiMode = .auto

  @Option(
    help: ArgumentHelp(
      "Whether the terminal around tmux or screen may be switched: ask (as told to rawi doctor), on "
        + "or off.", valueName: "choice"))
  var tmuxPassthrough: DrawingChoices.Passthrough = .ask

  @Option(
    help: ArgumentHelp(
      "Whether vowel signs are drawn: show, hide or auto (hidden where the terminal misplaces them).",
      valueName: "choice"))
  var tashkeel: TashkeelChoice = .auto

  @Option(
    help: ArgumentHelp(
      "Whether lam and alef are drawn as one letter: on or off.", valueName: "choice"))
  var ligatures: OnOff = .on

  /// What the terminal is opened with: these choices and those made in `rawi doctor`.
  func choices() throws -> DrawingChoices {
    DrawingChoices(
      bidi: bidi, passthrough: tmuxPassthrough, remembered: try TerminalChoicesFile().read())
  }
  /// How letters are drawn in `terminal`.
  func lettering(in terminal: CursesTerminal) -> Lettering {
    let shows =
      switch tashkeel {
      case .show: true
      case .hide: false
      case .auto: (terminal.host ?? terminal.traits).placesMarks
      }
    return Lettering(
      isVisual: terminal.plan.drawing.isVisual, showsTashkeel: shows, ligates: ligatures == .on)
  }
}
