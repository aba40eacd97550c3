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

/// How letters are ordered and drawn.
struct LetteringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who orders right-to-left text: auto (what suits the terminal), visual (Rawi), words (Rawi, for "
        + "kitty), inverse (Rawi, against a terminal that reorders), terminal (the terminal) or "
        + "logical (nobody).", valueName: "mode"))
  var bidi: BidiMode = .auto

  @Option(
    help: ArgumentHelp(
      "Whether vowel signs are drawn: show, hide or auto (hidden where the terminal misplaces them).",
      valueName: "choice"))
  var tashkeel: TashkeelChoice = .auto

  @Option(
    help: ArgumentHelp(
      "Whether lam and alef are drawn as one letter: on or off.", valueName: "choice"))
  var ligatures: OnOff = .on

  /// How letters are drawn where `plan` is followed.
  func lettering(_ plan: DrawingPlan) -> Lettering {
    let shows =
      switch tashkeel {
      case .show: true
      case .hide: false
      case .auto: plan.placesMarks
      }
    return Lettering(
      isVisual: plan.drawing.isVisual, showsTashkeel: shows, ligates: ligatures == .on)
  }
}

/// How text is brought to the terminal.
struct DrawingOptions: ParsableArguments {
  @OptionGroup var letters: LetteringOptions

  @Option(
    help: ArgumentHelp(
      "Whether the terminal around tmux or screen may be switched: ask (as told to rawi doctor), on "
        + "or off.", valueName: "choice"))
  var tmuxPassthrough: DrawingChoices.Passthrough = .ask

  /// What the terminal is opened with: these choices and those made in `rawi doctor`.
  func choices() throws -> DrawingChoices {
    DrawingChoices(
      bidi: letters.bidi, passthrough: tmuxPassthrough,
      remembered: try TerminalChoicesFile().read())
  }
}
