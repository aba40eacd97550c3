import ArgumentParser
import CursesTerminal
import Interface
import Platform
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

  init() {}

  /// The language `lang`, or that of the configuration or the locale.
  init(lang: Language.Code?) { self.lang = lang }

  /// The language chosen here or in the configuration, else that of the locale.
  func language(_ configuration: Configuration = Configuration()) -> Language {
    Language(lang ?? configuration.choice(.lang), environment: ProcessEnvironment.variables)
  }
}
