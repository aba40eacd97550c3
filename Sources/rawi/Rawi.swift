import ArgumentParser
import CursesTerminal
import Glibc
import Screen

extension BidiMode: ExpressibleByArgument {}

@main
struct Rawi: ParsableCommand {
  @Argument var file: String?
  @Option var bidi: BidiMode = .auto

  func run() throws {
    let terminal: CursesTerminal
    do { terminal = try CursesTerminal(bidi: bidi) } catch {
      fputs("rawi: \(error)\n", stderrFile)
      throw ExitCode(error.exitCode)
    }
    defer { terminal.close() }
    var lastKey = ""
    while true {
      terminal.draw(screen(terminal, lastKey))
      switch terminal.nextEvent() {
      case .key(.character("q")), .key(.control("c")): return
      case .key(.control("z")): terminal.suspend()
      case .key(let key): lastKey = "\(key)"
      case .signal(let signal):
        terminal.close()
        throw ExitCode(signal.exitStatus)
      case .resize, .posted, .timeout: break
      }
    }
  }

  private func screen(_ terminal: CursesTerminal, _ note: String) -> Screen {
    var screen = Screen(size: terminal.size)
    let red = Style(foreground: .rgb(0xE06C75), attributes: .bold)
    let words = "\u{FEE2}\u{FEFC}\u{FEB3} \u{FE8E}\u{FE92}\u{FEA3}\u{FEAE}\u{FEE3}"
    for (index, character) in words.enumerated() {
      screen[row: 0, column: terminal.size.columns - words.count + index] =
        Screen.Cell(String(character), style: index < 4 ? red : .plain)
    }
    let facts = "\(terminal.traits.kind) \(terminal.traits.background) \(terminal.depth) \(note)"
    for (index, character) in facts.enumerated() {
      screen[row: 1, column: index] = Screen.Cell(String(character))
    }
    return screen
  }

  private var stderrFile: UnsafeMutablePointer<FILE>? { fdopen(2, "w") }
}
