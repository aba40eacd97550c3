import ArgumentParser
import Interface
import Platform
import Reader

/// `rawi keys`: every action with its name and keys, as a configuration file has them.
struct KeysCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Lists every action with its keys, as they stand in the configuration file.",
    discussion: """
      What is printed can be put into $XDG_CONFIG_HOME/rawi/config.toml (~/.config) and changed there; \
      lines that are left out keep the keys that Rawi comes with.
      """)

  @Flag(help: "List the keys that Rawi comes with, whatever the configuration file says.")
  var standard = false

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let configuration = standard ? Configuration() : try ConfigurationFile.configuration()
    let language = interface.language(configuration)
    try output.line("[keys]")
    for group in CommandGroup.allCases {
      try output.line("\n# \(Phrase(group.title).string(in: language))")
      for binding in configuration.keymap.bindings where binding.command.group == group {
        try output.line(
          "# \(binding.command.title(in: language))\n\(Self.line(of: binding))")
      }
    }
  }

  private static func line(of binding: Keymap.Binding) -> String {
    let names = binding.keys.map { key in
      // Literal strings, as nothing is escaped in them, but for the quotation mark itself.
      key.name == "'" ? "\"'\"" : "'\(key.name)'"
    }
    let value = names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
    return "\(binding.command.rawValue) = \(value)"
  }
}
