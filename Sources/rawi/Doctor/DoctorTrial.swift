import ArabicText
import CursesTerminal
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
  var title: String

  /// The trials for a terminal: with its own ordering switched off, where it can be, and without.
  static func trials(for facts: TerminalFacts) -> [DoctorTrial] {
    let isKonsole = (facts.host ?? facts.traits).kind == .konsole
    let plain = [
      DoctorTrial(mode: .visual, drawing: .visual, title: "visual"),
      DoctorTrial(mode: .words, drawing: .words, title: "words"),
      DoctorTrial(mode: .inverse, drawing: .inverse(mirrors: !isKonsole), title: "inverse"),
      DoctorTrial(mode: .terminal, drawing: .logical, title: "terminal"),
    ]
    let own = BidiSwitch(for: facts.traits.reordering)
    guard own != .none else { return plain }
    let switched = DoctorTrial(
      mode: .auto, bidiSwitch: own, drawing: .visual, title: "visual, reordering switched off")
    return [switched] + plain
  }

  /// The sample: letters that join, lam-alef, brackets, Latin, numbers of both kinds.
  private static let sample =
    "قال الوزير (الأحد) إن 25% من «الأعمال» اكتمل في 2019، أي ٣٠ مبنى لـ BBC."

  /// The columns of a sample line, its number included.
  static let columns = 78

  /// The sample line, with `number` at its left edge.
  func line(number: Int) -> String {
    let text = DecodedText(Self.sample)
    let label = "\(number)  "
    let options = LayoutOptions(
      width: Self.columns - label.count, direction: .rightToLeft,
      lettering: Lettering(isVisual: drawing.isVisual))
    let line = ParagraphLayout(text, text.span, options: options).lines[0]
    var cells = label.map { Screen.Cell(String($0)) }
    cells += Array(repeating: .blank, count: max(0, line.cells.first?.column.value ?? 0))
    cells += line.cells.filter { $0.columns > 0 }.map { Screen.Cell($0.text, columns: $0.columns) }
    return drawing.line(of: cells)
  }
}
