import ArgumentParser
import CursesTerminal
import Reader

/// The language of the interface as it is named on the command line.
extension Language.Code: ExpressibleByArgument {}

/// How the program speaks to the person.
struct InterfaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of keys, messages and headings: ar or en; without it, that of the locale.",
      valueName: "language"))
  var lang: Language.Code?

  /// The language chosen, else that of the locale.
  var language: Language { Language(lang, environment: ProcessEnvironment.variables) }
}
