import Interface
import Platform
import Reader
import Screen
import Testing

@testable import ReaderRuntime

/// The person's dictionary, run beside the screen.
struct LookupTests {
  private func tool(_ command: String...) -> LookupTool { LookupTool(CommandTemplate(command)) }

  @Test func `the word is one argument, whatever it holds, and no shell sees it`() throws {
    let printing = tool("printf", "<%s>", "{}")
    #expect(printing.answer(to: "بيت $(id); \"x\"") == .found("<بيت $(id); \"x\">"))
  }

  @Test func `a dictionary that says nothing, fails or is not there is told apart`() throws {
    #expect(tool("true", "{}").answer(to: "x") == .nothing)
    #expect(tool("false", "{}").answer(to: "x") == .failed(program: "false"))
    #expect(
      tool("/none/such", "{}").answer(to: "x") == .failed(program: "/none/such"))
    #expect(LookupTool(nil).answer(to: "x") == .notConfigured)
  }

  @Test func `one that writes without an end is not waited for`() throws {
    #expect(tool("yes", "{}").answer(to: "x") == .failed(program: "yes"))
  }

  @Test func `keys are taken meanwhile, and the answer is shown when it comes`() throws {
    let world = try FakeWorld()
    world.lookup = tool("printf", "of %s", "{}")
    var isOpen = false
    world.play([
      .key(.left), .key(.character("K")),
      .until("the answer has come") {
        screen(of: world.state).text(ofRow: 2).contains("of")
      },
      .perform { isOpen = true }, .key(.escape), .key(.character("q")),
    ])
    #expect(isOpen)
  }
}
