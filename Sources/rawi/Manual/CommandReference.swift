import ArgumentParser
import Platform

/// A command with its arguments and subcommands, as swift-argument-parser tells of it for tools
/// (`--experimental-dump-help`).
struct CommandReference {
  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  /// The subcommand that is meant where none is named.
  var defaultSubcommand: String?
  var subcommands: [CommandReference]
  var arguments: [Argument]

  /// What `command` takes.
  init(of command: any ParsableCommand.Type) throws {
    try self.init(JSONValue(JSON(parsing: command._dumpHelp()))["command"])
  }

  private init(_ json: JSONValue) throws(JSONValue.Mismatch) {
    commandName = try json["commandName"].string
    abstract = json.optional("abstract")?.json.string
    discussion = json.optional("discussion")?.json.string
    shouldDisplay = json.optional("shouldDisplay")?.json.bool ?? true
    defaultSubcommand = json.optional("defaultSubcommand")?.json.string
    subcommands = try json.optional("subcommands")?.elements.map(CommandReference.init) ?? []
    arguments = try json.optional("arguments")?.elements.map(Argument.init) ?? []
  }

  /// Its own arguments, without those that are hidden.
  var shownArguments: [Argument] {
    arguments.filter { argument in
      argument.shouldDisplay && !argument.names.contains { ["help", "version"].contains($0.name) }
    }
  }

  /// What it takes: its own arguments and those of the subcommand that is meant where none is named.
  var allArguments: [Argument] {
    let meant = subcommands.first { $0.commandName == defaultSubcommand }
    return shownArguments + (meant?.shownArguments ?? [])
  }

  /// The subcommands, without those that are hidden.
  var shownSubcommands: [CommandReference] {
    subcommands.filter { $0.commandName != "help" && $0.shouldDisplay }
  }
}

extension CommandReference {
  /// Itself, and what stands under it, each with the words that call it.
  func all(calledBy words: [String] = []) -> [(words: [String], command: CommandReference)] {
    [(words, self)]
      + shownSubcommands.flatMap { $0.all(calledBy: words + [$0.commandName]) }
  }

  struct Argument {
    enum Kind: String {
      case positional, option, flag
    }

    struct Name {
      var kind: String
      var name: String

      /// The name with its dashes.
      var spelling: String { (kind == "long" ? "--" : "-") + name }

      fileprivate init(_ json: JSONValue) throws(JSONValue.Mismatch) {
        (kind, name) = (try json["kind"].string, try json["name"].string)
      }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isRepeating: Bool
    /// Whether the command can be called without it.
    var isOptional: Bool
    var names: [Name]
    var valueName: String?
    var defaultValue: String?
    var abstract: String?

    fileprivate init(_ json: JSONValue) throws(JSONValue.Mismatch) {
      kind = try json["kind"].word()
      shouldDisplay = try json["shouldDisplay"].bool
      isRepeating = try json["isRepeating"].bool
      isOptional = try json["isOptional"].bool
      names = try json.optional("names")?.elements.map(Name.init) ?? []
      valueName = json.optional("valueName")?.json.string
      defaultValue = json.optional("defaultValue")?.json.string
      abstract = json.optional("abstract")?.json.string
    }
  }
}
