import Interface
import Platform
import Reader
import Screen
import TestSupport
import Testing

@testable import ReaderRuntime

/// Links are opened by a program of the person's own.
struct LinkTests {
  private static let address = "https://example.org/a;b?c=$(id)"

  private func world(opening command: [String]?) throws -> FakeWorld {
    let world = try FakeWorld()
    world.links = LinkTool(command.flatMap(CommandTemplate.init))
    return world
  }

  private func open(in world: FakeWorld) -> Step {
    .perform { _ = world.loop.run([.openLink(Self.address)], of: world.loop.session) }
  }

  @Test func `the address is one argument, and no shell sees it`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/opened"
    let world = try world(opening: ["sh", "-c", "printf %s \"$1\" > \"$0\"", file, "{}"])
    world.play([
      open(in: world), world.awaitNotice(.linkOpened),
      .until("the program has run") {
        (try? TemporaryFolder.read(file)) == Array(Self.address.utf8)
      },
      .key(.character("q")),
    ])
    #expect(!world.log.calls.contains { $0.contains("copies") })
  }

  @Test func `without a program the address is copied, and how to name one is told`() throws {
    let world = try world(opening: nil)
    world.play([open(in: world), world.awaitNotice(.linkCopied), .key(.character("q"))])
    #expect(world.log.calls.contains("desktop copies \(Self.address)"))
  }

  @Test func `a program that is not there is told`() throws {
    let world = try world(opening: ["/none/such", "{}"])
    world.play([open(in: world), world.awaitNotice(.linkNotOpened), .key(.character("q"))])
  }
}
