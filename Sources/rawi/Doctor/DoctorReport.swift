import CursesTerminal

/// What was found of the terminal and what follows from it, in lines for a person.
struct DoctorReport {
  let facts: TerminalFacts
  let plan: DrawingPlan
  let remembered: DrawingChoices.Remembered?
  let file: String?

  var lines: [String] {
    [
      row("Terminal", describe(facts.traits, facts.answers ?? ProbeAnswers())),
      row("  answers", answers),
      row("  variables", facts.variables.map { "\($0.name)=\($0.value)" }.joined(separator: " ")),
      row("  terminfo", entry),
    ] + around + [
      row("Locale", locale),
      row("Colours", colors),
      row("Background", facts.traits.background.rawValue),
      row("Tashkeel", tashkeel),
      row("Drawing", "\(name(of: plan.drawing)): \(plan.reason)"),
      row("Chosen", chosen),
    ] + hints
  }

  private func row(_ title: String, _ value: String) -> String {
    let padding = String(repeating: " ", count: max(1, 13 - title.count))
    // Names come from the terminal and variables from anywhere.
    return title + padding + String(value.map { $0.isASCII && !$0.isPrinting ? "?" : $0 })
  }

  private func describe(_ traits: TerminalTraits, _ answers: ProbeAnswers) -> String {
    let name = traits.version ?? traits.kind.rawValue
    let version = traits.version == nil ? "" : " (\(traits.kind.rawValue))"
    return "\(name)\(version), recognised \(traits.evidence(answers)); \(reordering(traits))"
  }

  private func reordering(_ traits: TerminalTraits) -> String {
    switch traits.reordering {
    case .none: "does not reorder"
    case .standardMode(isOn: true): "reorders, mode 8 switches it"
    case .standardMode(isOn: false): "reorders, but was found switched off"
    case .konsoleProfile: "reorders, OSC 50 switches it"
    case .mltermProperty: "reorders, OSC 5379 switches it"
    case .unstoppable: "reorders, nothing switches it"
    }
  }

  private var answers: String {
    guard let answers = facts.answers else { return "none, it was not asked" }
    let parts = [
      "mode 8 " + (answers.bidiMode.map(String.init) ?? "-"),
      "name " + (answers.version ?? "-"),
      "background " + (answers.background.map { "#" + hexadecimal($0) } ?? "-"),
      "attributes " + (answers.isComplete ? "yes" : "-"),
    ]
    return parts.joined(separator: ", ")
  }

  private func hexadecimal(_ color: UInt32) -> String {
    let digits = String(color, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private var entry: String {
    switch facts.entry {
    case .success(let name): name == facts.traits.type ? name : "\(name), for \(facts.traits.type)"
    case .failure(let error): "\(error)"
    }
  }

  private var around: [String] {
    guard Multiplexer(facts.traits.kind) != nil else { return [] }
    guard let host = facts.host else { return [row("Around it", "a terminal that is not known")] }
    var answers = ProbeAnswers()
    answers.version = host.version
    return [row("Around it", describe(host, answers))]
  }

  private var locale: String {
    let isUTF8 = facts.codeset == "UTF-8"
    return isUTF8 ? "UTF-8" : "\(facts.codeset); letters are sent in UTF-8 all the same"
  }

  private var colors: String {
    switch facts.colors {
    case .none: "none; bold, underline and italics stand in"
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: "24 bits"
    }
  }

  private var tashkeel: String {
    let places = (facts.host ?? facts.traits).placesMarks
    return places ? "shown" : "hidden, the terminal misplaces it; --tashkeel show shows it"
  }

  private var chosen: String {
    guard let remembered else { return "nothing yet" + (file.map { " (\($0))" } ?? "") }
    let through = remembered.passthrough ? ", through the multiplexer" : ""
    return "\(remembered.bidi.rawValue)\(through) (\(file ?? ""))"
  }

  private var hints: [String] {
    var hints: [String] = []
    if facts.traits.kind == .xterm {
      hints.append("xterm needs a font with Arabic: xterm -fa \"DejaVu Sans Mono\" -fs 12")
    }
    if facts.traits.kind == .kitty || facts.host?.kind == .kitty {
      hints.append("with kitty's setting force_ltr yes, line 1 below is the right one")
    }
    if Multiplexer(facts.traits.kind) != nil, plan.drawing != .visual, !plan.passesThrough {
      hints.append("--tmux-passthrough on switches the terminal around instead")
    }
    return hints.map { row("Hint", $0) }
  }

  private func name(of drawing: Drawing) -> String {
    switch drawing {
    case .visual: "visual"
    case .words: "words"
    case .inverse: "inverse"
    case .logical: "terminal"
    }
  }
}

extension Character {
  /// Whether an ASCII character is no control.
  fileprivate var isPrinting: Bool { asciiValue.map { (0x20..<0x7F).contains($0) } ?? true }
}
