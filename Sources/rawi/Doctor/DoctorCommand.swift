import Screen
import ArgumentParser
import CursesTerminal
import Glibc
import Interface
import Platform
import Reader

struct DoctorCommand: PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says what was found of the terminal, and asks which line reads correctly.",
    discussion: """
      The answer is kept for this terminal in $XDG_CONFIG_HOME/rawi/terminals.toml (~/.config), which \
      --bidi=auto then obeys. Not on a terminal, only the report is printed.
      """)

  @Flag(help: "Ask nothing.")
  var noAsk = false

  @Flag(
    help: "Print what a report of a fault needs, without anything of yours, and ask nothing.")
  var report = false

  @OptionGroup var interface: InterfaceOptions

  func run(printingTo output: StandardOutput) throws {
    let language = Language.chosen
    let file = TerminalChoicesFile()
    let terminal = output.isTerminal ? try PlainTerminal() : nil
    defer { terminal?.close() }
    let facts = terminal?.facts ?? .withoutTerminal()
    let identity = TerminalIdentity(facts.traits, host: facts.host)
    var choices: TerminalChoicesFile.Choices = [:]
    do {
      choices = try file.read()
    } catch {
      // Whoever comes here wants it mended; what is chosen now replaces the file.
      Failure.tell(Failure.message(of: error, in: language))
    }
    let plan = DrawingPlan(
      for: facts.traits, host: facts.host, choices: DrawingChoices(remembered: choices))
    if report {
      terminal?.close()
      let size = terminal.map { ($0.columns, $0.rows) }
      let report = FaultReport(facts: facts, plan: plan, size: size)
      for line in report.lines { try output.line(line) }
      return
    }
    let page = DoctorPage(facts, columns: terminal?.columns, language: language)
    let report = DoctorReport(
      facts: facts, plan: plan, remembered: choices[identity], file: file.path, page: page)
    for line in report.lines { try output.line(line, as: output.isTerminal ? .styled : .text) }
    guard let terminal else { return }
    // The questions are written past it.
    try output.flush()
    let questions = DoctorQuestions(
      terminal: terminal, page: page, asks: !noAsk && isatty(STDIN_FILENO) == 1,
      rowsAbove: report.lines.count)
    let answer = questions.answer()
    if let signal = terminal.signal {
      terminal.close()
      RunningProgram.end(bySignal: signal.number)
    }
    guard let answer else { return }
    try file.keep(answer == DrawingChoices.Remembered() ? nil : answer, for: identity)
    let kept = page.string(.doctorKept, .text("\(identity)"), .text(file.path ?? ""))
    terminal.write(page.lines(kept).joined(separator: "\n") + "\n")
  }
}
