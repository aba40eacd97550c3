import Foundation
import TestSupport
import Testing

/// The program's subcommands and options, as it lists them itself.
struct CommandTree {
  /// An option that takes one of some words.
  struct Choice: Hashable, Sendable {
    /// The option as it is typed, as `--format`.
    var option: String
    /// The words that it lists.
    var values: [String]
  }

  /// For the words of each subcommand, from none for the program alone to two, its choices.
  private(set) var choices: [[String]: [Choice]] = [:]
  /// For the same, the options that take a value.
  private(set) var options: [[String]: [String]] = [:]

  /// Asks the program for its tree.
  init() throws {
    let result = try ChildProcess.run(BuiltProgram.path("rawi"), ["--experimental-dump-help"])
    let description = try JSONDecoder().decode(Description.self, from: Data(result.output))
    add(description.command, below: [])
  }

  private mutating func add(_ node: Node, below words: [String]) {
    choices[words] = (node.arguments ?? []).compactMap { argument in
      guard let values = argument.allValues, let name = argument.names?.first else { return nil }
      return Choice(option: "--" + name.name, values: values)
    }
    options[words] = (node.arguments ?? []).filter { $0.kind == "option" }.compactMap { argument in
      argument.names?.first.map { "--" + $0.name }
    }
    for child in node.subcommands ?? [] { add(child, below: words + [child.commandName]) }
  }

  /// The part of swift-argument-parser's description (`ToolInfo`) that is read here.
  private struct Description: Decodable {
    var command: Node
  }

  private struct Node: Decodable {
    var commandName: String
    var subcommands: [Node]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    var kind: String
    var names: [Name]?
    var allValues: [String]?
  }

  private struct Name: Decodable {
    var name: String
  }
}
