import Foundation
import Glibc
import Screen
import TestSupport
import Testing
@testable import CursesTerminal

extension InProcessTests {
  /// What the program's loop is told, in which order.
  @Suite struct EventTests {
    /// A session on a terminal of 30 by 5 cells that is asked nothing.
    private struct Session {
      let pseudo: PseudoTerminal
      let terminal: CursesTerminal

      init() throws {
        pseudo = try PseudoTerminal(columns: 30, rows: 5)
        let descriptor = pseudo.descriptor
        terminal = try CursesTerminal(
          TerminalDevice(input: descriptor, output: descriptor), DrawingChoices(),
          ["TERM": "linux"])
      }
    }

    /// Sends this process a signal and waits until the handler has run, on whatever thread.
    private func send(_ signal: Int32, to terminal: CursesTerminal) {
      let before = waiting(terminal)
      kill(getpid(), signal)
      for _ in 0..<30_000 where waiting(terminal) == before { usleep(1000) }
    }

    /// How many signals have been caught and not been read.
    private func waiting(_ terminal: CursesTerminal) -> Int32 {
      var count: Int32 = 0
      _ = ioctl(terminal.signals, UInt(FIONREAD), &count)
      return count
    }

    @Test func `keys come one by one, then nothing`() throws {
      let session = try Session()
      defer { session.terminal.close() }
      session.pseudo.send("aش\u{1B}[A\u{1B}")
      let events = (0..<5).map { _ in session.terminal.nextEvent(timeout: .milliseconds(200)) }
      #expect(
        events == [
          .key(.character("a")), .key(.character("ش")), .key(.up), .key(.escape), .timeout,
        ])
    }

    @Test func `a message wakes the loop`() throws {
      let session = try Session()
      defer { session.terminal.close() }
      // A thread of its own: those of tasks may all be waiting in tests.
      let wake = session.terminal.wake
      Thread.detachNewThread { wake.signal() }
      #expect(session.terminal.nextEvent(timeout: PseudoTerminal.hangGuard) == .posted)
      #expect(session.terminal.nextEvent(timeout: .zero) == .timeout)
    }

    @Test func `signals come before keys, keys before messages`() throws {
      let session = try Session()
      defer { session.terminal.close() }
      session.terminal.wake.signal()
      session.pseudo.send("k")
      send(SIGTERM, to: session.terminal)
      let events = (0..<3).map { _ in
        session.terminal.nextEvent(timeout: PseudoTerminal.hangGuard)
      }
      #expect(events == [.signal(.terminate), .key(.character("k")), .posted])
    }

    @Test func `Escape is told even while messages keep coming`() throws {
      let session = try Session()
      defer { session.terminal.close() }
      session.pseudo.send("\u{1B}")
      var events: [TerminalEvent] = []
      for _ in 0..<100_000 where events.last != .key(.escape) {
        session.terminal.wake.signal()
        events.append(
          session.terminal.nextEvent(timeout: PseudoTerminal.hangGuard))
      }
      #expect(events.last == .key(.escape))
    }

    @Test func `a new size is told once, and is that of the window`() throws {
      let session = try Session()
      defer { session.terminal.close() }
      #expect(session.terminal.size == Size(columns: 30, rows: 5))
      session.pseudo.resize(columns: 41, rows: 7)
      send(SIGWINCH, to: session.terminal)
      send(SIGWINCH, to: session.terminal)
      let size = Size(columns: 41, rows: 7)
      #expect(session.terminal.nextEvent(timeout: PseudoTerminal.hangGuard) == .resize(size))
      #expect(session.terminal.size == size)
      #expect(session.terminal.nextEvent(timeout: .zero) == .timeout)
    }

    @Test func `only one session is open at a time, and another after it`() throws {
      let session = try Session()
      #expect(throws: TerminalError.alreadyOpen) { _ = try Session() }
      session.terminal.close()
      session.terminal.close()
      let next = try Session()
      next.terminal.close()
      #expect(next.pseudo.modes.isCooked)
    }

    @Test func `a session that goes out of scope gives the terminal back`() throws {
      let pseudo: PseudoTerminal
      do {
        let session = try Session()
        pseudo = session.pseudo
        #expect(!pseudo.modes.isCooked)
      }
      #expect(pseudo.modes.isCooked)
    }

    @Test func `what is no terminal is refused`() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      defer { ends.forEach { close($0) } }
      #expect(throws: TerminalError.notATerminal) {
        try TerminalDevice(input: ends[0], output: ends[1])
      }
    }
  }
}
