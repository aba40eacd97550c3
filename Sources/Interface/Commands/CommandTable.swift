import CInterfaceData
import Screen

/// All commands with what is known of them, from `CInterfaceData/interface/commands-and-default-keys.tsv`.
struct CommandTable: Sendable {
  /// A command's row.
  struct Row: Sendable {
    var command: Command
    var group: CommandGroup
    var scope: CommandScope
    /// The keys that it starts with, the one to show first.
    var keys: [Key]
    var english: String
    var arabic: String
  }

  /// The table of the program.
  static let builtIn = CommandTable(Table.rows(of: rawi_interface_commands()))

  /// The rows in the order of the help.
  let rows: [Row]
  private let indices: [Command: Int]

  /// The table of `rows`; a row with an unknown name, group, scope or key is left out, which a test
  /// excludes.
  init(_ rows: [[String]]) {
    self.rows = rows.compactMap(Self.row)
    indices = Dictionary(
      zip(self.rows.map(\.command), self.rows.indices), uniquingKeysWith: { first, _ in first })
  }

  /// What is known of `command`.
  subscript(command: Command) -> Row? { indices[command].map { rows[$0] } }

  private static func row(_ columns: [String]) -> Row? {
    guard columns.count == 6, let command = Command(rawValue: columns[0]),
      let group = CommandGroup(rawValue: columns[1]), let scope = CommandScope(rawValue: columns[2])
    else { return nil }
    let names = columns[3].split(separator: " ").map(String.init)
    let keys = names.compactMap { try? Key(name: $0) }
    guard keys.count == names.count else { return nil }
    return Row(
      command: command, group: group, scope: scope, keys: keys, english: columns[4],
      arabic: columns[5])
  }
}
