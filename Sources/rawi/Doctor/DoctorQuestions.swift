import CursesTerminal

/// Shows the sample line in each mode and asks which is right.
struct DoctorQuestions {
  let terminal: PlainTerminal
  /// Whether to ask at all, not only to show.
  let asks: Bool

  /// What the person chose, or `nil` where nothing is to be changed.
  func answer() -> DrawingChoices.Remembered? {
    let trials = DoctorTrial.trials(for: terminal.facts)
    terminal.write("\nOne sentence, drawn in \(trials.count) ways:\n\n")
    var shown: [DoctorTrial] = []
    for trial in trials {
      // A switch holds for the whole window in some terminals, so what it makes is looked at first.
      if shown.last.map({ $0.bidiSwitch != trial.bidiSwitch }) ?? false, asks {
        if let answer = ask("Does line 1 read correctly from right to left, with joined letters?") {
          if answer == "y" { return DrawingChoices.Remembered() }
        } else {
          return nil
        }
      }
      terminal.use(trial.bidiSwitch)
      shown.append(trial)
      terminal.write(trial.line(number: shown.count) + "\n")
      terminal.write("     \(trial.title)\n")
    }
    terminal.use(.none)
    guard asks else { return nil }
    return choice(among: shown)
  }

  private func choice(among trials: [DoctorTrial]) -> DrawingChoices.Remembered? {
    let question = "Which line reads correctly (1 to \(trials.count), 0 for none)?"
    guard let key = ask(question), let number = key.wholeNumberValue else { return nil }
    if number >= 1, number <= trials.count {
      return remembered(trials[number - 1].mode)
    }
    guard number == 0, let multiplexer = Multiplexer(terminal.facts.traits.kind) else { return nil }
    let permission =
      "May the terminal around \(multiplexer.rawValue) be switched through it while Rawi runs, "
      + "other panes included?"
    return ask(permission) == "y" ? DrawingChoices.Remembered(passthrough: true) : nil
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

  /// The key pressed in answer, a small letter; `nil` where the person wants no more.
  private func ask(_ question: String) -> Character? {
    let isYesOrNo = question.hasPrefix("Which") ? "" : " [y/n]"
    terminal.write("\n\(question)\(isYesOrNo) ")
    let key = terminal.key()
    terminal.write((key.map { $0.isLetter || $0.isNumber ? String($0) : "" } ?? "") + "\n")
    return key.flatMap { $0.lowercased().first }
  }
}
