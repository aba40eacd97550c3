import ArgumentParser
import CursesTerminal

extension BidiMode: ExpressibleByArgument {}
extension DrawingChoices.Passthrough: ExpressibleByArgument {}

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

  /// What the terminal is opened with.
  func choices() -> DrawingChoices {
    DrawingChoices(bidi: bidi, passthrough: tmuxPassthrough)
  }
}
