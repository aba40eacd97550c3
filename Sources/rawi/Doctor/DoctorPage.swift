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
  private let isOnTerminal: Bool

  /// The page for the terminal of `facts`, `columns` wide, or for a file where `columns` is `nil`.
  init(_ facts: TerminalFacts, columns: Int?, language: Language) {
    self.language = language
    self.columns = max(20, columns ?? 80)
    isOnTerminal = columns != nil
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
    return lines(title + padding + value, hang: title.count + padding.count)
  }

  /// `text` in lines for the terminal, broken between words, whose own ordering may be switched off just now; those
  /// behind the first stand `hang` columns further in.
  ///
  /// Controls in it are shown as pictures: names come from the terminal and variables from anywhere.
  func lines(_ text: String, isSwitched: Bool = false, hang: Int = 0) -> [String] {
    let shown = text.unicodeScalars.map { scalar in
      scalar.isIsolate ? String(scalar) : TerminalControls.picturedOnOneLine(String(scalar))
    }.joined()
    let drawing = isSwitched && drawing != nil ? .visual : drawing
    let text = DecodedText(drawing == nil ? shown.withoutIsolates : shown)
    let options = LayoutOptions(
      width: columns - 1, direction: language.direction,
      lettering: Lettering(isVisual: drawing?.isVisual ?? false), hang: hang)
    guard let drawing else {
      guard isOnTerminal else { return [text.string(in: text.span)] }
      let lines = ParagraphLayout(text, text.span, options: options).lines
      return lines.enumerated().map { index, line in
        let indent = String(repeating: " ", count: index == 0 ? 0 : options.hang)
        let words = text.string(in: line.span).reversed().drop { $0 == " " }.reversed()
        return indent + String(words)
      }
    }
    return ParagraphLayout(text, text.span, options: options).lines.map { line in
      let margin = max(0, line.cells.first?.column.value ?? 0)
      let cells = line.cells.filter { $0.columns > 0 }.map {
        Screen.Cell($0.text, columns: $0.columns)
      }
      return drawing.line(of: Array(repeating: .blank, count: margin) + cells)
    }
  }
}

extension String {
  /// Isolates are for those who order text; a terminal would show them as boxes.
  fileprivate var withoutIsolates: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isIsolate }))
  }
}

extension Unicode.Scalar {
  fileprivate var isIsolate: Bool { (0x2066...0x2069).contains(value) }
}
