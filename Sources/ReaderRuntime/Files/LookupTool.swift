import Glibc
import Interface
import Platform
import Reader

/// The person's dictionary, run beside the screen and with bounds.
package struct LookupTool: Sendable {
  /// How long it may take to answer.
  private static let timeLimit = Duration.seconds(10)
  /// The most that it may write, in bytes.
  private static let most = 1 << 18

  private let command: CommandTemplate?

  /// The dictionary that `command` calls; `nil` where the person has named none.
  package init(_ command: CommandTemplate?) { self.command = command }

  /// What the dictionary says of `word`; waits for it.
  func answer(to word: String) -> LookupAnswer {
    guard let command else { return .notConfigured }
    var program = ChildProgram(command.command(for: word))
    program.hasOwnGroup = true
    guard let bytes = program.output(within: Self.timeLimit, limit: Self.most) else {
      return .failed(program: command.program)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains { !$0.isWhitespace } ? .found(text) : .nothing
  }
}
