import ArgumentParser
import CursesTerminal
import Interface
import Reader
import Screen
import TextLayout

extension BidiMode: ExpressibleByArgument {}
extension MultiplexerPassthrough: ExpressibleByArgument {}
extension DirectionChoice: ExpressibleByArgument {}
extension TashkeelChoice: ExpressibleByArgument {}
extension OnOff: ExpressibleByArgument {}

/// How letters are ordered and drawn.
struct LetteringOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who orders right-to-left text: auto (what suits the terminal), visual (Rawi), words (Rawi, for "
        + "kitty), inverse (Rawi, against a terminal that reorders), terminal (the terminal) or "
        + "logical (nobody). The default is auto.", valueName: "mode"))
  var bidi: BidiMode?

  @Option(
    help: ArgumentHelp(
      "Whether vowel signs are drawn: show, hide or auto (hidden where the terminal misplaces them). "
        + "The default is auto.", valueName: "choice"))
  var tashkeel: TashkeelChoice?

  @Option(
    help: ArgumentHelp(
      "Whether lam and alef are drawn as one letter: on or off. The default is on.",
      valueName: "choice"))
  var ligatures: OnOff?

  /// These options, and those of `configuration` where these say nothing.
  func over(_ configuration: Configuration) -> Self {
    var options = self
    options.bidi = bidi ?? configuration.choice(.bidi)
    options.tashkeel = tashkeel ?? configuration.choice(.tashkeel)
    options.ligatures = ligatures ?? configuration.choice(.ligatures)
    return options
  }

  /// How letters are drawn where `plan` is followed.
  func lettering(_ plan: DrawingPlan) -> Lettering {
    Lettering(
      isVisual: plan.drawing.isVisual,
      showsTashkeel: (tashkeel ?? .auto).isShown(placesTashkeel: plan.placesTashkeel),
      ligates: ligatures != .off)
  }
}

/// How text is brought to the terminal.
struct DrawingOptions: ParsableArguments {
  @OptionGroup var letters: LetteringOptions

  @Option(
    help: ArgumentHelp(
      "Whether the terminal around tmux or screen may be switched: ask (as told to rawi doctor), on "
        + "or off. The default is ask.", valueName: "choice"))
  var tmuxPassthrough: MultiplexerPassthrough?

  /// These options, and those of `configuration` where these say nothing.
  func over(_ configuration: Configuration) -> Self {
    var options = self
    options.letters = letters.over(configuration)
    options.tmuxPassthrough = tmuxPassthrough ?? configuration.choice(.passthrough)
    return options
  }

  /// What the terminal is opened with: these choices and those made in `rawi doctor`.
  func choices() throws -> DrawingChoices {
    DrawingChoices(
      bidi: letters.bidi ?? .auto, passthrough: tmuxPassthrough ?? .ask,
      remembered: try TerminalChoicesFile().read())
  }
}
