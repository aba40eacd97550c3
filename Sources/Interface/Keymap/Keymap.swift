import Screen

/// Which key does what.
///
/// One table serves the dispatch of keys and the help.
package struct Keymap: Hashable, Sendable {
  /// A command and the keys that call it, the one to show first.
  package struct Binding: Hashable, Sendable {
    /// What is done.
    package var command: Command
    /// The keys that do it; a command without keys is called by its name.
    package var keys: [Key]
  }

  /// All bindings in the order of the help.
  package let bindings: [Binding]
  private let commands: [CommandScope: [Key: Command]]

  /// A keymap of `bindings`; where a key is bound twice in one scope, the first binding holds.
  package init(_ bindings: [Binding]) {
    self.bindings = bindings
    var commands: [CommandScope: [Key: Command]] = [:]
    for binding in bindings {
      for key in binding.keys where commands[binding.command.scope]?[key] == nil {
        commands[binding.command.scope, default: [:]][key] = binding.command
      }
    }
    self.commands = commands
  }

  /// The command of `key`, looked up as typed and then as the same key of a Latin keyboard.
  ///
  /// - Parameters:
  ///   - key: the key that was pressed.
  ///   - scope: where it was pressed; what holds everywhere is looked up last.
  /// - Returns: the command, or `nil` where the key calls none.
  package func command(for key: Key, in scope: CommandScope = .everywhere) -> Command? {
    let keys = [key, ArabicKeyboard.latinKey(for: key)].compactMap(\.self)
    let scopes: [CommandScope] = scope == .everywhere ? [scope] : [scope, .everywhere]
    for scope in scopes {
      for key in keys {
        if let command = commands[scope]?[key] { return command }
      }
    }
    return nil
  }

  /// The keys that call `command`.
  package func keys(of command: Command) -> [Key] {
    bindings.first { $0.command == command }?.keys ?? []
  }

  /// The keymap with other keys for some commands; they no longer call what they called before.
  package func rebinding(_ changes: [Command: [Key]]) -> Keymap {
    let taken = changes.map { (scope: $0.key.scope, keys: Set($0.value)) }
    return Keymap(
      bindings.map { binding in
        if let keys = changes[binding.command] {
          return Binding(command: binding.command, keys: keys)
        }
        let lost = taken.filter { $0.scope == binding.command.scope }
        let keys = binding.keys.filter { key in !lost.contains { $0.keys.contains(key) } }
        return Binding(command: binding.command, keys: keys)
      })
  }

  /// The keys that every reader starts with: those of less and vim.
  package static let standard = Keymap(
    CommandTable.builtIn.rows.map { Binding(command: $0.command, keys: $0.keys) })
}

extension Phrase.Argument {
  /// How `command` is called: its first key, or its name where it has none.
  package static func call(of command: Command, in keymap: Keymap) -> Self {
    keymap.keys(of: command).first.map(Self.key) ?? .text(":" + command.rawValue)
  }
}
