import ArabicText
import Dispatch
import Documents
import Interface
import Reader
import Screen
import Synchronization
import TestSupport
import Testing

@testable import ReaderRuntime

/// Files that take long to be read, though the system calls them regular.
struct SlowFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file that is not read in time is slow, and read once`() throws {
    let gate = DispatchSemaphore(value: 0)
    let reads = Mutex(0)
    let files = DiskFiles(keyWait: .milliseconds(1)) { _, _, _, _ in
      reads.withLock { $0 += 1 }
      gate.wait()
      return .success(Document("نص", name: "slow"))
    }
    let source = ArticleSource.file("/a")
    guard case .failure(.slow("/a")) = files.load(source, encoding: nil, extent: .article) else {
      Issue.record("it was waited for")
      return
    }
    let came = DispatchSemaphore(value: 0)
    files.beginLoading(source, encoding: nil, extent: .article) { result in
      if case .success(let document) = result, document.name == "slow" { came.signal() }
    }
    gate.signal()
    came.wait()
    #expect(reads.withLock { $0 } == 1)
  }

  @Test func `a file that is read in time is there at once`() throws {
    let path = try folder.file("a.txt", "خبر".utf8)
    guard
      case .success(let document) = DiskFiles(keyWait: .seconds(60)).load(
        .file(path), encoding: nil, extent: .article)
    else {
      Issue.record("it was not read")
      return
    }
    #expect(document.path == path)
  }

  private func world() throws -> FakeWorld {
    let world = try FakeWorld(["a.txt", "slow", "c.txt"])
    world.files.slow = ["/slow"]
    return world
  }

  @Test func `a slow file keeps no key waiting, and is shown when it has come`() throws {
    let world = try world()
    world.play([
      .key(.alt(".")), .perform { #expect(world.notice == .fileIsSlow) },
      .key("J"), .perform { #expect(world.state.appearance.typesetting.justifies) },
      .perform { world.files.finishPipe("/slow", with: "نص الملف") },
      .until("it is shown") { world.text == "نص الملف" }, FakeWorld.quit,
    ])
  }

  @Test func `Escape lets go of what is awaited`() throws {
    let world = try world()
    world.play([
      .key(.alt(".")), .key(.escape), .perform { #expect(world.notice == .fileNotAwaited) },
      .perform { world.files.finishPipe("/slow", with: "نص الملف") },
      .key("j"), .perform { #expect(world.text == FakeWorld.article) },
      // It is there when it is asked for again.
      .key(.alt(".")), .until("it is shown") { world.text == "نص الملف" }, FakeWorld.quit,
    ])
  }

  @Test func `an article whose file has become slow is shown anew when that has come`() throws {
    let world = try FakeWorld()
    world.play([
      .perform {
        world.files.write("نص جديد", to: "/a.txt")
        world.files.slow = ["/a.txt"]
      },
      world.untilFilesArePolled,
      .perform {
        #expect(world.text == FakeWorld.article)
        world.files.finishPipe("/a.txt", with: "نص جديد")
      },
      .until("it is shown") { world.text == "نص جديد" }, FakeWorld.quit,
    ])
  }

  @Test func `of a slow file that changes while it is read the newest text is shown`() throws {
    let world = try FakeWorld()
    world.play([
      .perform {
        world.files.write("نص جديد", to: "/a.txt")
        world.files.slow = ["/a.txt"]
      },
      world.untilFilesArePolled,
      .perform { world.files.write("نص أحدث", to: "/a.txt") },
      world.untilFilesArePolled,
      .perform { world.files.finishPipe("/a.txt", with: "نص جديد") },
      .until("it is read once more") { world.files.awaited == 1 },
      .perform {
        #expect(world.text == FakeWorld.article)
        world.files.finishPipe("/a.txt", with: "نص أحدث")
      },
      .until("it is shown") { world.text == "نص أحدث" }, FakeWorld.quit,
    ])
  }
}
