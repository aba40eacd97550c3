import Platform
import Screen

/// Reads a configuration file: checks each name and value and knows where each stands.
struct ConfigurationReader {
  let file: String
  private(set) var result = Configuration()
  /// What each key was given to, and where.
  private var owners: [Key: [(command: Command, position: TOML.Position)]] = [:]
  private var commandPositions: [Command: TOML.Position] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func read(_ bytes: [UInt8]) throws(ConfigurationError) {
    let table: TOML.Table
    do {
      table = try TOML.read(bytes, file: file)
    } catch {
      throw self.error(.syntax(error.problem), at: error.position)
    }
    for entry in table.entries {
      if entry.key.name == "keys" {
        guard case .table(let keys) = entry.value.content else {
          throw wrongKind(entry.value, of: entry.key, allowed: "[keys]")
        }
        try readKeys(keys, under: "")
      } else if entry.key.name == "lookup" {
        result.lookup = try command(of: entry, example: Configuration.exampleLookup)
      } else if entry.key.name == "links" {
        result.links = try command(of: entry, example: Configuration.exampleLinks)
      } else if entry.key.name == "open" {
        result.converters = try converters(entry)
      } else {
        try readSetting(entry)
      }
    }
  }

  private mutating func readSetting(_ entry: TOML.Table.Entry) throws(ConfigurationError) {
    guard let setting = Setting(rawValue: entry.key.name) else {
      throw error(.unknownSetting(entry.key.name), at: entry.key.position)
    }
    let text: String
    switch (entry.value.content, setting.values) {
    case (.string(let string), .words), (.string(let string), .text): text = string
    case (.integer(let number), .numbers): text = String(number)
    case (.boolean(let isOn), .words(let words)) where words.contains("on"):
      text = isOn ? "on" : "off"
    default: throw wrongKind(entry.value, of: entry.key, allowed: setting.allowed)
    }
    guard let value = setting.value(of: text) else {
      throw error(.wrongValue(text, setting), at: entry.value.position)
    }
    result.settings[setting] = value
  }

  /// Reads a section that names a program of the person's own.
  private func command(
    of entry: TOML.Table.Entry, example: String
  ) throws(ConfigurationError) -> CommandTemplate? {
    guard case .table(let table) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: example)
    }
    var command: CommandTemplate?
    for inner in table.entries {
      guard inner.key.name == "command" else {
        throw error(
          .unknownSetting("\(entry.key.name).\(inner.key.name)"), at: inner.key.position)
      }
      command = try template(inner, example: example)
    }
    return command
  }

  /// Reads what makes pages of files.
  private func converters(_ entry: TOML.Table.Entry) throws(ConfigurationError) -> [Converter] {
    guard case .table(let table) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: Configuration.exampleOpen)
    }
    var converters: [Converter] = []
    for inner in table.entries {
      // One without a place for the path is told when a file would be read by it, and stops no other.
      let words = try words(inner, example: Configuration.exampleOpen)
      converters.append(Converter(inner.key.name, CommandTemplate(words)))
    }
    return converters
  }

  private func template(
    _ entry: TOML.Table.Entry, example: String
  ) throws(ConfigurationError) -> CommandTemplate {
    guard let known = CommandTemplate(try words(entry, example: example)) else {
      throw wrongKind(entry.value, of: entry.key, allowed: example)
    }
    return known
  }

  /// A program and its arguments.
  private func words(
    _ entry: TOML.Table.Entry, example: String
  ) throws(ConfigurationError) -> [String] {
    guard case .array(let elements) = entry.value.content else {
      throw wrongKind(entry.value, of: entry.key, allowed: example)
    }
    let words = elements.compactMap { element in
      if case .string(let word) = element.content { word } else { nil }
    }
    guard words.count == elements.count, !words.isEmpty else {
      throw wrongKind(entry.value, of: entry.key, allowed: example)
    }
    return words
  }

  /// Reads commands whose names begin with `prefix`: dotted names are tables in tables.
  private mutating func readKeys(
    _ table: TOML.Table, under prefix: String
  ) throws(ConfigurationError) {
    for entry in table.entries {
      let name = prefix + entry.key.name
      if case .table(let content) = entry.value.content {
        guard Command.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") }) else {
          throw error(.unknownCommand(name), at: entry.key.position)
        }
        try readKeys(content, under: name + ".")
        continue
      }
      guard let command = Command(rawValue: name) else {
        throw error(.unknownCommand(name), at: entry.key.position)
      }
      if let first = commandPositions[command] {
        throw error(.commandTwice(command, first: first), at: entry.key.position)
      }
      commandPositions[command] = entry.key.position
      result.keys[command] = try keys(of: command, entry)
    }
  }

  /// What `wrongKind` shows as the values of a command.
  private static let exampleKeys = "\"j\", [\"j\", \"down\"], []"

  private mutating func keys(
    of command: Command, _ entry: TOML.Table.Entry
  ) throws(ConfigurationError) -> [Key] {
    let values: [TOML.Value]
    switch entry.value.content {
    case .string: values = [entry.value]
    case .array(let elements): values = elements
    default: throw wrongKind(entry.value, of: entry.key, allowed: Self.exampleKeys)
    }
    var keys: [Key] = []
    for value in values {
      guard case .string(let name) = value.content else {
        throw wrongKind(value, of: entry.key, allowed: Self.exampleKeys)
      }
      let key = try key(name, at: value.position)
      if !keys.contains(key) { keys.append(key) }
      try claim(key, for: command, at: value.position)
    }
    return keys
  }

  private func key(_ name: String, at position: TOML.Position) throws(ConfigurationError) -> Key {
    do throws(Key.NameProblem) {
      return try Key(name: name)
    } catch {
      throw self.error(.wrongKey(name, error), at: position)
    }
  }

  /// Notes that `key` calls `command`, and that no other command of this file where both can be called.
  private mutating func claim(
    _ key: Key, for command: Command, at position: TOML.Position
  ) throws(ConfigurationError) {
    let other = owners[key, default: []].first {
      $0.command != command && $0.command.scope == command.scope
    }
    if let other {
      throw error(.keyTaken(key, by: other.command, first: other.position), at: position)
    }
    owners[key, default: []].append((command, position))
  }

  // MARK: Errors

  private func error(
    _ problem: ConfigurationError.Problem, at position: TOML.Position
  ) -> ConfigurationError {
    ConfigurationError(file: file, position: position, problem: problem)
  }

  private func wrongKind(
    _ value: TOML.Value, of key: TOML.Key, allowed: String
  ) -> ConfigurationError {
    error(.wrongKind(key.name, allowed: allowed), at: value.position)
  }
}
