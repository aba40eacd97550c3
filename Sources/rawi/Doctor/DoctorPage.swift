import ArabicText
import CursesTerminal
import Interface
import Platform
import Reader
import Screen
import TextLayout

/// Lines of the doctor's own text, as the terminal shows them that is being looked at.
///
/// English lines stand as they are. Arabic ones are ordered for the terminal as `rawi show` does it, unless
/// it is switched; in a file they are stored as any text.
struct DoctorPage {
  let language: Language
  /// How lines are ordered; `nil` for plain lines.
  private let drawing: Drawing?
  private let columns: Int

  /// The page for the terminal of `facts`, `columns` wide, or for a file where `columns` is `nil`.
  init(_ facts: TerminalFacts, columns: Int?, language: Language) {
    self.language = language
    self.columns = max(20, columns ?? 80)
    let plan = DrawingPlan(
      forPrintingIn: facts.traits, host: facts.host, choices: DrawingChoices())
    drawing = columns == nil || language.code == .english ? nil : plan.drawing
  }

  /// `phrase` in the language of the page.
  func string(_ key: PhraseKey, _ arguments: Phrase.Argument...) -> String {
    Phrase(key, arguments).string(in: language)
  }

  /// A title and what it tells, in a column of their own each.
  func row(_ title: PhraseKey, _ value: String) -> [String] {
    let title = string(title)
    let padding = String(repeating: " ", count: max(1, 13 - title.count))
    return lines(title + padding + value)
  }

  /// `text` in lines for the terminal, whose own ordering may be switched off just now.
  ///
  /// Controls in it are shown as pictures: names come from the terminal and variables from anywhere.
  func lines(_ text: String, isSwitched: Bool = false) -> [String] {
    let shown = text.unicodeScalars.map { scalar in
      scalar.isIsolate ? String(scalar) : TerminalControls.picturedOnOneLine(String(scalar))
    }.joined()
    guard let drawing = isSwitched && drawing != nil ? .visual : drawing else {
      // Isolates are for those who order text; a terminal would show them as boxes.
      return [String(String.UnicodeScalarView(shown.unicodeScalars.filter { !$0.isIsolate }))]
    }
    let text = DecodedText(shown)
    let options = LayoutOptions(
      width: columns - 1, direction: language.direction,
      lettering: Lettering(isVisual: drawing.isVisual))
    return ParagraphLayout(text, text.span, options: options).lines.map { line in
      let margin = max(0, line.cells.first?.column.value ?? 0)
      let cells = line.cells.filter { $0.columns > 0 }.map {
        Screen.Cell($0.text, columns: $0.columns)
      }
      return drawing.line(of: Array(repeating: .blank, count: margin) + cells)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isIsolate: Bool { (0x2066...0x2069).contains(value) }
}
