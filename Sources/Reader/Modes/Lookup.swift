import ArabicText
import Interface
import Screen
import TextLayout

/// What became of a look-up.
package enum LookupAnswer: Hashable, Sendable {
  /// What the dictionary says.
  case found(String)
  /// It says nothing.
  case nothing
  /// No dictionary is named in the configuration.
  case notConfigured
  /// The program cannot be run, has failed, took too long or wrote too much.
  case failed(program: String)
}

/// What the person's dictionary says of a word, in the place of the article.
struct Lookup: Mode {
  /// The word.
  let word: String
  /// What is known of it; `nil` until the dictionary has answered.
  private(set) var answer: Optional<LookupAnswer>
  /// Which rows are shown.
  private var rows = RowScroll()
  private let set = Remembered<LookupSetting, [Line]>()

  /// A look-up of `word` that is under way.
  init(of word: String) {
    self.word = word
    answer = nil
  }

  /// Takes over what the dictionary has answered to `word`.
  mutating func take(_ answer: LookupAnswer, of word: String) {
    if word == self.word, self.answer == nil { self.answer = answer }
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    let command = state.keymap.command(for: key)
    if rows.move(command, of: lines(in: state).count, shown: shownRows(in: state)) {
      return .stay()
    }
    switch command {
    case .copy:
      if case .found(let text) = answer { return .stay(state.copy(text)) }
    case .suspend: return .stay([.suspend])
    case .redraw: return .stay([.redraw])
    default: return .leave()
    }
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: scroll(by: event.wheelRows, in: state)
    case .press: return .leave()
    case .drag, .release: break
    }
    return .stay()
  }

  private mutating func scroll(by count: Int, in state: ReaderState) {
    rows.scroll(by: count, of: lines(in: state).count, shown: shownRows(in: state))
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    [
      state.hint(.lineDown, .hintMove), state.hint(.copy, .hintCopy), Hint([.escape], .hintClose),
    ].compactMap(\.self)
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> Lookup? { self }

  // MARK: View

  /// The rows below the heading.
  private func shownRows(in state: ReaderState) -> Int {
    max(1, state.arrangement.article.size.rows - 2)
  }

  /// What is told of the word.
  private func told(in state: ReaderState) -> String {
    switch answer {
    case nil: state.string(.lookingUp)
    case .found(let text): text
    case .nothing: state.string(.lookupNothing)
    case .notConfigured: state.string(.lookupNotConfigured, .text(Configuration.exampleLookup))
    case .failed(let program): state.string(.lookupFailed, .text(program))
    }
  }

  /// Each line of a dictionary in its own direction.
  private func lines(in state: ReaderState) -> [Line] {
    let isAnswer = if case .found = answer { true } else { false }
    let setting = LookupSetting(
      told: told(in: state),
      options: LayoutOptions(
        width: state.arrangement.article.size.columns,
        direction: isAnswer ? nil : state.rowDirection,
        fallback: state.rowDirection, lettering: state.appearance.lettering))
    return set.value(of: setting) {
      let text = DecodedText(setting.told)
      return text.paragraphs(in: text.span).flatMap {
        ParagraphLayout(text, $0, options: setting.options).lines
      }
    }
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let area = state.arrangement.article
    let left = state.arrangement.border.map { $0 + 1 } ?? 0
    painter.screen.fill(
      Area(
        column: left, row: area.row, columns: state.size.columns - left, rows: area.size.rows),
      style: theme.style([.text]))
    state.draw(
      Label.isolated(word),
      in: Area(
        column: area.column, row: area.row, columns: area.size.columns, rows: 1),
      [.text, .title], from: state.rowDirection, into: &painter)
    let lines = lines(in: state)
    let shown = shownRows(in: state)
    let top = rows.first(of: lines.count, shown: shown)
    for (index, line) in lines.dropFirst(top).prefix(shown).enumerated()
    where index + 2 < area.size.rows {
      painter.draw(line, row: area.row + 2 + index, column: area.column) { cell in
        theme.style(cell.kind == .substitute ? [.text, .control] : [.text])
      }
    }
    painter.drawScrollMarks(
      above: top > 0, below: lines.count > top + shown,
      column: min(area.columns.upperBound, state.size.columns - 1),
      rows: area.rows.dropFirst(2), style: theme.style([.border]))
  }
}

/// What the lines of a look-up depend on.
private struct LookupSetting: Equatable {
  var told: String
  var options: LayoutOptions
}

extension ReaderState {
  /// Looks up the word at the caret, or the words that are selected.
  mutating func lookUp() -> [Effect] {
    let span = article.selection.map { fullSpan(of: $0) } ?? wordAtCaret
    let words = span.map { Selecting.words(of: text, in: $0).prefix(8).map(text.string(in:)) } ?? []
    guard !words.isEmpty else {
      notice = Notice(.lookupNoWord)
      return []
    }
    let word = words.joined(separator: " ")
    modes.push(Lookup(of: word))
    return [.lookUp(word)]
  }

  private var wordAtCaret: TextSpan? {
    guard let caret = caretOnScreen else { return nil }
    let paragraph = text.paragraph(at: caret)
    return Selecting.words(of: text, in: paragraph.content).first { $0.upper > caret }
  }
}
