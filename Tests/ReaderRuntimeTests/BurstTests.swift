import ArabicText
import Interface
import Reader
import Screen
import Testing

@testable import ReaderRuntime

/// Input that comes faster than screens can be drawn.
struct BurstTests {
  @Test(arguments: ["/", ":", "&", "::"])
  func `letters that have come are typed at once and drawn once`(opening: String) throws {
    let world = try FakeWorld()
    world.terminal.isFast = true
    var before = 0
    let text = String(repeating: "سلام عليكم ", count: 2000)
    world.play(
      [.perform { before = world.terminal.screens.count }] + Step.type(opening + text) + [
        .perform {
          #expect(world.terminal.screens.count <= before + 2)
          #expect(world.state.takesText)
        }
      ])
  }

  @Test(arguments: ["ا", "آ", "أ", "إ"])
  func `lam and alef of one key are that key and never two`(alef: String) throws {
    let world = try FakeWorld(text: (1...500).map { "سطر \($0)" }.joined(separator: "\n"))
    world.terminal.isFast = true
    world.play(
      Step.type("بب") + [.perform { #expect(world.state.article.top.paragraph.start > .zero) }]
        + Step.type("ل" + alef) + [
          .perform {
            // Neither "to the start" nor "highlight": of alef alone that would be told.
            #expect(world.notice != .selectPassageFirst)
            #expect(world.state.article.notes.items.isEmpty)
          }
        ])
  }

  @Test func `as many letters are in the line as were typed`() throws {
    let world = try FakeWorld()
    world.terminal.isFast = true
    let text = String(repeating: "سلام عليكم ", count: 1000)
    world.play(
      Step.type("/" + text) + [
        .key(.enter),
        .perform {
          #expect(world.state.preferences.history == PromptHistory([.init(.search, text)]))
        },
      ])
  }

  @Test func `a key that is no letter ends what is typed at once`() throws {
    let world = try FakeWorld()
    world.terminal.isFast = true
    world.play(
      Step.type("/abc") + [.key(.backspace)] + Step.type("de") + [
        .key(.enter),
        .perform {
          #expect(world.state.preferences.history == PromptHistory([.init(.search, "abde")]))
          #expect(!world.state.takesText)
        },
      ])
  }

  @Test func `a signal among letters ends the program`() throws {
    let world = try FakeWorld()
    world.terminal.isFast = true
    let status = world.play(
      Step.type("/abc") + [.event(.signal(.terminate))] + Step.type("def"))
    #expect(status == TerminalSignal.terminate.exitStatus)
  }

  @Test func `while keys keep coming a screen is drawn from time to time`() throws {
    let world = try FakeWorld(text: (1...500).map { "سطر \($0)" }.joined(separator: "\n"))
    world.terminal.isFast = true
    world.terminal.duration = .milliseconds(1)
    var before = 0
    world.play(
      [.perform { before = world.terminal.screens.count }]
        + Step.type(String(repeating: "j", count: 400)) + [
          .perform {
            let drawn = world.terminal.screens.count - before
            #expect((7...10).contains(drawn), "\(drawn)")
          }
        ])
  }

  @Test func `without more input each key is drawn`() throws {
    let world = try FakeWorld(text: (1...500).map { "سطر \($0)" }.joined(separator: "\n"))
    var before = 0
    world.play([
      .perform { before = world.terminal.screens.count }, .key("j"), .key("j"),
      .perform { #expect(world.terminal.screens.count == before + 2) },
    ])
  }
}
