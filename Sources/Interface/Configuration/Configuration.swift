import Platform
import Screen

/// What a person has chosen in `$XDG_CONFIG_HOME/rawi/config.toml`.
///
/// ```toml
/// theme = "paper"
/// lang = "ar"
/// width = 70
///
/// [keys]
/// next.entity = ["w", "]"]      # these keys and no others
/// program.suspend = []          # no key
/// scroll.half-down = "ctrl-d"
///
/// [lookup]
/// command = ["dict", "{}"]      # a program, no line of a shell; {} is the word
///
/// [links]
/// command = ["xdg-open", "{}"]  # {} is the address
///
/// [open]
/// "*.rtf" = ["pandoc", "-t", "html5", "{}"]   # {} is the path of the file
/// ```
///
/// Settings are those of ``Setting``, commands those of ``Command``, keys those of ``Key/init(name:)``.
/// A key that is given here no longer calls what it calls in the standard keymap.
package struct Configuration: Hashable, Sendable {
  /// The settings that the file makes.
  package var settings: [Setting: Setting.Value]
  /// The keys of the commands that the file names.
  package var keys: [Command: [Key]]
  /// The dictionary that the file names.
  package var lookup: CommandTemplate?
  /// What links are opened by.
  package var links: CommandTemplate?
  /// What makes pages or texts of files that Rawi does not read, in their order in the file.
  package var converters: [Converter] = []

  /// A configuration; without arguments, that of somebody who has chosen nothing.
  package init(
    settings: [Setting: Setting.Value] = [:], keys: [Command: [Key]] = [:],
    lookup: CommandTemplate? = nil
  ) {
    self.settings = settings
    self.keys = keys
    self.lookup = lookup
  }

  /// How the configuration names a dictionary.
  package static let exampleLookup = "[lookup] command = [\"dict\", \"{}\"]"
  /// How it names what opens links.
  package static let exampleLinks = "[links] command = [\"xdg-open\", \"{}\"]"
  /// How it names a converter.
  package static let exampleOpen = "[open] \"*.rtf\" = [\"pandoc\", \"-t\", \"html5\", \"{}\"]"

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name, for messages.
  /// - Throws: ``ConfigurationError`` for the first thing that is wrong.
  package init(_ bytes: [UInt8], file: String) throws(ConfigurationError) {
    var reader = ConfigurationReader(file: file)
    try reader.read(bytes)
    self = reader.result
  }

  /// The word that a setting is.
  package func word(_ setting: Setting) -> String? {
    if case .word(let word) = settings[setting] { word } else { nil }
  }

  /// The number that a setting is.
  package func number(_ setting: Setting) -> Int? {
    if case .number(let number) = settings[setting] { number } else { nil }
  }

  /// The choice that a setting is by its word.
  package func choice<Choice: RawRepresentable<String>>(
    _ setting: Setting, as type: Choice.Type = Choice.self
  ) -> Choice? {
    word(setting).flatMap(Choice.init)
  }

  /// The standard keymap with the person's keys.
  package var keymap: Keymap { Keymap.standard.rebinding(keys) }
}
