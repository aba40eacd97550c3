import Dispatch
import Documents
import Glibc
import Interface
import Synchronization
import Testing

@testable import ReaderRuntime

/// A file system that does not answer, as that of a network that has gone.
struct SilentFileSystemTests {
  /// A file system that answers when it is let.
  private final class Silence: Sendable {
    let gate = DispatchSemaphore(value: 0)
    let asked = Mutex<[String]>([])

    /// Files on it; nobody waits for it.
    var files: DiskFiles {
      DiskFiles(keyWait: .zero) { _, _, _, _ in
        .failure(.missing(""))
      } status: { path in
        self.asked.withLock { $0.append(path) }
        self.gate.wait()
        self.gate.signal()
        var status = stat()
        status.st_mode = S_IFREG
        status.st_size = 7
        return status
      }
    }
  }

  @Test func `a poll does not wait for it, and no second one asks it`() {
    let silence = Silence()
    let files = silence.files
    for _ in 0..<100 { #expect(files.condition(ofFile: "/a") == .unknown) }
    silence.gate.signal()
    var condition = FileCondition.unknown
    while condition == .unknown { condition = files.condition(ofFile: "/a") }
    #expect(condition == .there(FileIdentity(number: 0, size: 7)))
    #expect(silence.asked.withLock { $0 } == ["/a"])
  }

  @Test func `however many files lie in it, few threads wait`() {
    let silence = Silence()
    let files = silence.files
    for number in 0..<300 { #expect(files.condition(ofFile: "/\(number)") == .unknown) }
    silence.gate.signal()
    // Each that was begun is answered; the others can be asked about then.
    var condition = FileCondition.unknown
    for number in 0..<StatusCalls.most {
      repeat { condition = files.condition(ofFile: "/\(number)") } while condition == .unknown
    }
    #expect(silence.asked.withLock { $0.count } == StatusCalls.most)
    repeat { condition = files.condition(ofFile: "/299") } while condition == .unknown
    #expect(silence.asked.withLock { $0.last } == "/299")
  }

  @Test func `what lies in it is awaited as a stream is`() {
    let silence = Silence()
    defer { silence.gate.signal() }
    #expect(silence.files.isStream(.file("/a")))
  }

  @Test func `while it is silent nothing has happened, and what did is told when it is back`()
    throws
  {
    let world = try FakeWorld()
    world.play([
      .perform {
        world.files.silent = ["/a.txt"]
        world.files.write("خبر جديد", to: "/a.txt")
      },
      world.untilFilesArePolled, world.untilFilesArePolled,
      .perform {
        #expect(world.text == FakeWorld.article)
        #expect(world.notice != .fileGone)
        world.files.silent = []
      },
      .pass(.seconds(1)), .pass(.milliseconds(150)),
      .perform { #expect(world.text == "خبر جديد") }, FakeWorld.quit,
    ])
  }

  @Test func `a file that could not be asked about when it was opened may have changed`() throws {
    let world = try FakeWorld()
    world.files.silent = ["/a.txt"]
    world.play([
      .perform {
        world.files.write("خبر جديد", to: "/a.txt")
        world.files.silent = []
      },
      world.untilFilesArePolled,
      .perform { #expect(world.text == "خبر جديد") }, FakeWorld.quit,
    ])
  }
}
