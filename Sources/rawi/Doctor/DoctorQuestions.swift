import CursesTerminal
import Interface
import Reader
import Screen

/// Shows the sample line in each mode and asks which is right.
struct DoctorQuestions {
  let terminal: PlainTerminal
  let page: DoctorPage
  /// Whether to ask at all, not only to show.
  let asks: Bool
  /// How many rows stand above.
  let rowsAbove: Int

  /// What the person chose, or `nil` where nothing is to be changed.
  func answer() -> DrawingChoices.Remembered? {
    let trials = DoctorTrial.trials(for: terminal.facts, atOnce: !asks)
    guard goesOn(to: trials) else { return nil }
    write("\n", page.string(.doctorWays, .number(trials.count)), "\n\n")
    var shown: [DoctorTrial] = []
    for trial in trials {
      // A switch holds for the whole window in some terminals, so what it makes is looked at first.
      if shown.last.map({ $0.bidiSwitch != trial.bidiSwitch }) ?? false, asks {
        if let answer = ask(page.string(.doctorAskFirst), isYesOrNo: true) {
          if answer == "y" { return DrawingChoices.Remembered() }
        } else {
          return nil
        }
      }
      terminal.use(trial.bidiSwitch)
      shown.append(trial)
      let lines = trial.lines(number: shown.count, columns: terminal.columns - 1)
      for line in lines { terminal.write(line + "\n") }
      write("", "     " + page.string(trial.title), "\n")
    }
    terminal.use(.none)
    guard asks else { return nil }
    return choice(among: shown)
  }

  /// Waits for a key where the samples and the question would push out what stands above.
  private func goesOn(to trials: [DoctorTrial]) -> Bool {
    let samples = trials.map { $0.lines(number: 1, columns: terminal.columns - 1).count + 1 }
    // With the heading and the question, each with the rows that set it apart.
    guard asks, rowsAbove + samples.reduce(6, +) > terminal.rows else { return true }
    return ask(page.string(.doctorGoOn), isYesOrNo: false) != nil
  }

  private func choice(among trials: [DoctorTrial]) -> DrawingChoices.Remembered? {
    let question = page.string(.doctorAskWhich, .word(String(trials.count)))
    guard let key = ask(question, isYesOrNo: false), let number = key.wholeNumberValue else {
      return nil
    }
    if number >= 1, number <= trials.count {
      return remembered(trials[number - 1].mode)
    }
    guard number == 0, let multiplexer = Multiplexer(terminal.facts.traits.kind) else { return nil }
    let permission = page.string(.doctorAskThrough, .text(multiplexer.rawValue))
    return ask(permission, isYesOrNo: true) == "y"
      ? DrawingChoices.Remembered(passthrough: true) : nil
  }

  /// What to keep for `mode`: nothing where it is what is taken anyway.
  private func remembered(_ mode: BidiMode) -> DrawingChoices.Remembered {
    let facts = terminal.facts
    let automatic = DrawingPlan(for: facts.traits, host: facts.host, choices: DrawingChoices())
    let chosen = DrawingPlan(
      for: facts.traits, host: facts.host, choices: DrawingChoices(bidi: mode))
    let isSame =
      automatic.drawing == chosen.drawing && automatic.bidiSwitch == chosen.bidiSwitch
    return DrawingChoices.Remembered(bidi: isSame ? .auto : mode)
  }

  private func lines(_ text: String) -> [String] {
    page.lines(text, isSwitched: terminal.isSwitched)
  }

  /// Writes `text`, the last line of it followed by `end`.
  private func write(_ start: String, _ text: String, _ end: String) {
    terminal.write(start + lines(text).joined(separator: "\n") + end)
  }

  /// The key pressed in answer, a small letter; `nil` where the person wants no more.
  private func ask(_ question: String, isYesOrNo: Bool) -> Character? {
    let lines = lines(question).joined(separator: "\n")
    let key = terminal.key(asking: "\n" + lines + (isYesOrNo ? " [y/n] " : " "))
    terminal.write((key.map { $0.isLetter || $0.isNumber ? String($0) : "" } ?? "") + "\n")
    return key.flatMap { $0.lowercased().first }
  }
}
