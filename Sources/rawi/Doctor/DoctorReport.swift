import Screen
import CursesTerminal
import Interface
import Reader
import ReaderRuntime

/// What was found of the terminal and what follows from it, in lines for a person.
struct DoctorReport {
  let facts: TerminalFacts
  let plan: DrawingPlan
  let remembered: DrawingChoices.Remembered?
  let file: String?
  let page: DoctorPage

  var lines: [String] {
    let rows: [(PhraseKey, String)] =
      [
        (.doctorTerminal, describe(facts.traits, facts.answers ?? ProbeAnswers())),
        (.doctorAnswers, answers),
        (
          .doctorVariables,
          facts.variables.map { isolated("\($0.name)=\($0.value)") }.joined(separator: " ")
        ),
        (.doctorTerminfo, entry),
      ] + around + [
        (.doctorLocale, locale),
        (.doctorColours, colors),
        (.doctorBackground, facts.traits.background.phrase.string(in: page.language)),
        (
          .doctorTashkeel, page.string(plan.placesTashkeel ? .doctorMarksShown : .doctorMarksHidden)
        ),
        (
          .doctorDrawing,
          "\(name(of: plan.drawing)): \(plan.reason.phrase.string(in: page.language))"
        ),
        (.doctorChosen, chosen),
      ] + hints.map { (.doctorHint, page.string($0)) }
    return rows.flatMap(page.row)
  }

  private func describe(_ traits: TerminalTraits, _ answers: ProbeAnswers) -> String {
    let name = traits.version ?? traits.kind.rawValue
    let version = traits.version == nil ? "" : " (\(traits.kind.rawValue))"
    return page.string(
      .doctorRecognised, .text(name + version), .phrase(traits.evidence(answers).phrase),
      .phrase(traits.reordering.phrase))
  }

  private var answers: String {
    guard let answers = facts.answers else { return page.string(.doctorNotAsked) }
    return page.string(
      .doctorAnswerList, .word(answers.bidiMode.map(String.init) ?? "-"),
      .word(answers.version ?? "-"),
      .word(answers.background.map { "#" + hexadecimal($0) } ?? "-"),
      answers.isComplete ? .phrase(Phrase(.doctorYes)) : .word("-"))
  }

  private func hexadecimal(_ color: UInt32) -> String {
    let digits = String(color, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private var entry: String {
    switch facts.entry {
    case .success(let name):
      name == facts.traits.type
        ? name : page.string(.doctorEntryFor, .word(name), .word(facts.traits.type))
    case .failure(let error): error.phrase.string(in: page.language)
    }
  }

  private var around: [(PhraseKey, String)] {
    guard Multiplexer(facts.traits.kind) != nil else { return [] }
    guard let host = facts.host else { return [(.doctorAround, page.string(.doctorAroundUnknown))] }
    var answers = ProbeAnswers()
    answers.version = host.version
    return [(.doctorAround, describe(host, answers))]
  }

  private var locale: String {
    facts.codeset == "UTF-8"
      ? facts.codeset : page.string(.doctorLocaleOther, .word(facts.codeset))
  }

  private var colors: String {
    switch facts.colors {
    case .none: page.string(.doctorNoColours)
    case .eight: "8"
    case .sixteen: "16"
    case .indexed: "256"
    case .direct: page.string(.doctorDirectColours)
    }
  }

  private var chosen: String {
    let place = file ?? "-"
    guard let remembered else { return page.string(.doctorNothingChosen, .text(place)) }
    let mode = remembered.bidi.rawValue
    return remembered.passthrough
      ? page.string(.doctorChoiceThrough, .word(mode), .text(place))
      : "\(mode) (\(isolated(place)))"
  }

  /// `text` set apart, so that its direction changes nothing around it (UAX #9, FSI).
  private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  private var hints: [PhraseKey] {
    var hints: [PhraseKey] = []
    if facts.traits.kind == .xterm { hints.append(.doctorHintFont) }
    if facts.traits.kind == .kitty || facts.host?.kind == .kitty { hints.append(.doctorHintKitty) }
    if Multiplexer(facts.traits.kind) != nil, plan.drawing != .visual, !plan.passesThrough {
      hints.append(.doctorHintPassthrough)
    }
    return hints
  }

  private func name(of drawing: Drawing) -> String {
    switch drawing {
    case .visual: "visual"
    case .words: "words"
    case .inverse: "inverse"
    case .terminal: "terminal"
    case .logical: "logical"
    }
  }
}
