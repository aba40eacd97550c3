import ArgumentParser
import FoundationEssentials

/// A command with its arguments and subcommands, as swift-argument-parser tells of it for tools
/// (`--experimental-dump-help`).
struct CommandReference: Decodable {
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      var kind: String
      var name: String

      /// The name with its dashes.
      var spelling: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandReference]?
  var arguments: [Argument]?

  private struct Dump: Decodable {
    var command: CommandReference
  }

  /// What `command` takes.
  init(of command: any ParsableCommand.Type) throws {
    let dump = command._dumpHelp()
    self = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  /// The arguments of its own that a person is told of.
  var shownArguments: [Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  /// The subcommands that a person is told of.
  var shownSubcommands: [CommandReference] {
    (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  }
}
