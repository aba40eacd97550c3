import Screen

/// Rows of cells as lines of text with their looks as control sequences (SGR of ECMA-48, 8.3.117),
/// for a pager or a terminal that is written to line by line.
///
/// Each line ends plain, as pagers want it that show lines in any order.
package struct StyledText: Sendable {
  /// How many colours are used; ``ColorDepth/none`` leaves attributes alone.
  package var depth: ColorDepth
  /// How rows are sent.
  package var drawing: Drawing
  /// Whether looks are sent at all.
  package var isPlain: Bool

  /// Lines of that many colours, sent so.
  package init(depth: ColorDepth, drawing: Drawing, isPlain: Bool = false) {
    (self.depth, self.drawing, self.isPlain) = (depth, drawing, isPlain)
  }

  /// `row` as a line without its line break.
  ///
  /// What a cell holds is made safe as for ``CursesTerminal/draw(_:)``; blanks at the end that nobody
  /// sees are left out.
  ///
  /// - Complexity: that of the drawing.
  package func line(of row: ArraySlice<Screen.Cell>) -> String {
    let cells = drawing.cells(for: row)
    let end = (cells.lastIndex { !isInvisible($0) } ?? -1) + 1
    var line = ""
    var look = ""
    for cell in cells[..<end] where cell.columns > 0 {
      let wanted = sequence(for: cell.style)
      if wanted != look { line += (look.isEmpty ? "" : Self.reset) + wanted }
      look = wanted
      var view = String.UnicodeScalarView()
      view.append(
        contentsOf: CellText.sanitised(
          cell.text, columns: cell.columns, keepsSequences: isPlain))
      line += String(view)
    }
    return look.isEmpty ? line : line + Self.reset
  }

  private static let reset = "\u{1B}[m"

  private func isInvisible(_ cell: Screen.Cell) -> Bool {
    guard cell.text == " " || cell.text.isEmpty else { return false }
    if isPlain { return true }
    let isFlat = cell.style.attributes.isDisjoint(with: [.reverse, .underline])
    return isFlat && (depth == .none || cell.style.background == .terminal)
  }

  /// What makes plain text look so; empty for plain text.
  private func sequence(for style: Style) -> String {
    guard !isPlain else { return "" }
    let set = style.attributes
    var numbers: [String] = []
    if set.contains(.bold) { numbers.append("1") }
    if set.contains(.dim) { numbers.append("2") }
    if set.contains(.italic) { numbers.append("3") }
    if set.contains(.underline) { numbers.append("4") }
    if set.contains(.reverse) { numbers.append("7") }
    numbers += color(style.foreground, base: 30) + color(style.background, base: 40)
    return numbers.isEmpty ? "" : "\u{1B}[\(numbers.joined(separator: ";"))m"
  }

  /// The numbers of a colour: 30 to 37 and 90 to 97 for the named ones (40 and 100 behind letters),
  /// 38 (48) with more for the others, as xterm has them.
  private func color(_ color: Color, base: Int) -> [String] {
    if case .rgb(let value) = color, depth == .direct {
      let channels = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF]
      return ["\(base + 8)", "2"] + channels.map(String.init)
    }
    let number: Int
    if case .named(let index) = color, depth != .none, depth != .eight {
      number = Int(index % 16)
    } else {
      number = Int(depth.number(of: color))
    }
    switch number {
    case ..<0: return []
    case ..<8: return ["\(base + number)"]
    case ..<16: return ["\(base + 60 + number - 8)"]
    default: return ["\(base + 8)", "5", "\(number)"]
    }
  }
}

extension TerminalFacts {
  /// How many colours lines of text can have: with control sequences of their own they need no entry
  /// in terminfo for 24 bits.
  ///
  /// ``ColorDepth/none`` where NO_COLOR is set or the terminal is dumb.
  package var printedColors: ColorDepth {
    let values = Dictionary(variables.map { ($0.name, $0.value) }) { first, _ in first }
    guard values["NO_COLOR"]?.isEmpty ?? true, traits.type != "dumb" else { return .none }
    return CursesTerminal.wantsDirect(values) ? .direct : colors
  }
}
