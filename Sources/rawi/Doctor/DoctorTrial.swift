import ArabicText
import CursesTerminal
import Interface
import Reader
import Screen
import TextLayout

/// One way to draw the sample line.
struct DoctorTrial {
  /// What is remembered where this line is the right one.
  var mode: BidiMode
  /// What is switched while it is drawn.
  var bidiSwitch = BidiSwitch.none
  /// How the line is sent.
  var drawing: Drawing
  /// What it is, for a person.
  var title: PhraseKey

  /// The trials for a terminal: with its own ordering switched off, where it can be, and without.
  ///
  /// With `atOnce` they all must stand on the screen together, as the switches of Konsole and mlterm,
  /// which hold for the whole window, do not allow.
  static func trials(for facts: TerminalFacts, atOnce: Bool) -> [DoctorTrial] {
    let isKonsole = (facts.host ?? facts.traits).kind == .konsole
    let plain = [
      DoctorTrial(mode: .visual, drawing: .visual, title: .trialVisual),
      DoctorTrial(mode: .words, drawing: .words, title: .trialWords),
      DoctorTrial(mode: .inverse, drawing: .inverse(mirrors: !isKonsole), title: .trialInverse),
      DoctorTrial(mode: .terminal, drawing: .terminal, title: .trialTerminal),
    ]
    let own = BidiSwitch(for: facts.traits.reordering)
    let isForWindow = [.konsoleProfile, .mltermProperty].contains(facts.traits.reordering)
    if own == .none || atOnce && isForWindow { return plain }
    let switched = DoctorTrial(
      mode: .auto, bidiSwitch: own, drawing: .visual, title: .trialSwitched)
    return [switched] + plain
  }

  /// The sample: letters that join, lam-alef, brackets, Latin, numbers of both kinds.
  private static let sample =
    "قال الوزير (الأحد) إن 25% من «الأعمال» تمت عام 2019، و٣٠ لاحقا لـ BBC."

  /// The sample in lines of at most `columns` columns, with `number` at the left edge.
  func lines(number: Int, columns: Int) -> [String] {
    let text = DecodedText(Self.sample)
    let label = "\(number)  "
    let options = LayoutOptions(
      width: min(columns, 72) - label.count, direction: .rightToLeft,
      lettering: Lettering(isVisual: drawing.isVisual))
    return ParagraphLayout(text, text.span, options: options).lines.map { line in
      let margin = max(0, line.cells.first?.column.value ?? 0)
      var cells = label.map { Screen.Cell(line.span.lower == .zero ? String($0) : " ") }
      cells += Array(repeating: .blank, count: margin)
      for cell in line.cells where cell.columns > 0 {
        cells.append(Screen.Cell(cell.text, columns: cell.columns))
      }
      return drawing.line(of: cells)
    }
  }
}
