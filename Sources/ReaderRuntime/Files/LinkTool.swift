import Dispatch
import Interface
import Platform

/// The person's own program that opens addresses, as a browser.
package struct LinkTool: Sendable {
  private let command: CommandTemplate?

  /// The program that `command` calls; `nil` where the person has named none.
  package init(_ command: CommandTemplate?) { self.command = command }

  /// Whether the person has named a program.
  var isConfigured: Bool { command != nil }

  /// Starts the program for `address`, beside this one; what it makes of it is its own matter.
  ///
  /// - Returns: what is wrong, where it cannot be started.
  func open(_ address: String) -> Phrase? {
    guard let command else { return nil }
    var program = ChildProgram(command.command(for: address))
    program.hasOwnGroup = true
    guard let child = try? program.start() else {
      return Phrase(.linkNotOpened, .path(command.program))
    }
    DispatchQueue.global(qos: .utility).async { child.waitForEnd() }
    return nil
  }
}
