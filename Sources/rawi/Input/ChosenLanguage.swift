import Interface
import Platform

extension Language {
  /// The language in which the program speaks to the person, messages before and beside a command
  /// included: that of `--lang`, else of the configuration, else of the locale.
  static let chosen: Language = {
    let options = InterfaceOptions(lang: named(in: RunningProgram.arguments))
    return options.language((try? ConfigurationFile.configuration()) ?? Configuration())
  }()

  /// The language that a call asks for.
  private static func named(in arguments: [String]) -> Code? {
    let options = Array(arguments.prefix { $0 != "--" })
    let sign = "--lang"
    if let joined = options.last(where: { $0.hasPrefix(sign + "=") }) {
      return Code(rawValue: String(joined.dropFirst(sign.count + 1)))
    }
    return options.firstIndex(of: sign).flatMap { place in
      options.indices.contains(place + 1) ? Code(rawValue: options[place + 1]) : nil
    }
  }
}
