import Platform
import Screen

/// All that decides how the program draws in a terminal, to be shown to a person.
package struct TerminalFacts: Sendable {
  /// What the terminal answered; `nil` where there is none to ask, or it is of a kind that is not.
  package var answers: ProbeAnswers?
  /// What is known of it.
  package var traits: TerminalTraits
  /// What is known of the terminal around it, where it is a multiplexer.
  package var host: TerminalTraits?
  /// The terminfo entry that is used, or why there is none.
  package var entry: Result<String, TerminalError>
  /// How many colours are used.
  package var colors: ColorDepth
  /// How the locale encodes letters: "UTF-8".
  package var codeset: String
  /// The variables that say something of the terminal, in the order of their names.
  package var variables: [(name: String, value: String)]

  /// The variables that are looked at.
  private static let names = [
    "ALACRITTY_WINDOW_ID", "COLORFGBG", "COLORTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "LANG",
    "LC_ALL", "LC_CTYPE", "MLTERM", "NO_COLOR", "STY", "TERM", "TERM_PROGRAM", "TMUX",
    "VTE_VERSION", "XTERM_VERSION",
  ]

  /// The facts of the terminal at `output`, which has given `answers`.
  init(answers: ProbeAnswers?, environment: [String: String], output: Int32) {
    self.answers = answers
    traits = TerminalTraits(answers: answers ?? ProbeAnswers(), environment: environment)
    host = HostTerminal.traits(around: traits, environment)
    variables = Self.names.compactMap { name in environment[name].map { (name, $0) } }
    Locale.useUTF8()
    codeset = Locale.codeset
    colors = .none
    do throws(TerminalError) {
      let terminfo = try Terminfo(
        type: traits.type, wantsDirect: CursesTerminal.wantsDirect(environment), output: output)
      entry = .success(terminfo.type)
      if environment["NO_COLOR"]?.isEmpty ?? true { colors = terminfo.colors }
    } catch {
      entry = .failure(error)
    }
  }

  /// What can be said without a terminal: from the environment alone.
  package static func withoutTerminal(
    environment: [String: String] = ProcessEnvironment.variables
  ) -> TerminalFacts {
    TerminalFacts(answers: nil, environment: environment, output: 1)
  }
}
