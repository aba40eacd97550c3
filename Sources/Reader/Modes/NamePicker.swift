import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen

/// A list out of which a name of the text is picked, over the lower rows of the article: it grows shorter
/// as one types, over all written forms, however they are spelled.
struct NamePicker: Mode {
  /// What a name is picked for.
  enum Purpose: Hashable, Sendable {
    /// What is at hand is the same as the one picked.
    case merge(CorrectionTarget)
    /// The one picked says the quotation at hand; nobody where nothing is typed.
    case speaker(CorrectionTarget)
    /// The one picked is gone to.
    case go
    /// The words are gone that it was for: typing goes on, so that no letter becomes a command.
    case gone(Question.NamePurpose)
  }

  /// A name that can be picked.
  struct Candidate: Sendable {
    var name: String
    var kind: PhraseKey
    var count: Int
    /// Its first mention.
    var first: TextSpan
    /// All its written forms, one a line.
    var forms: DecodedText
  }

  /// More words than any name has.
  private static let mostWords = 16
  /// The most rows of the list.
  private static let mostRows = 10

  private(set) var purpose: Purpose
  private var candidates: [Candidate]
  private(set) var query: String { didSet { list() } }
  /// The names that hold every word that was typed, those with the most mentions first.
  private(set) var listed: [Candidate] = []
  /// The row that is selected; for a speaker the first is nobody.
  private(set) var selected = 0
  private var top = 0

  /// A list of the names of `state` for `purpose`, with `query` typed.
  init(_ purpose: Purpose, in state: ReaderState, query: String = "") {
    self.purpose = purpose
    self.query = query
    let subject: String? =
      if case .merge(let target) = purpose { target.subject?.name } else { nil }
    candidates = state.article.results.analysis.entities
      .filter { $0.kind.isNamed && $0.canonical != subject }
      .compactMap { entity in
        guard let first = entity.mentions.map(\.span).min() else { return nil }
        let forms = Set(entity.mentions.map { state.text.string(in: $0.span) })
        return Candidate(
          name: entity.canonical, kind: entity.kind.name, count: entity.mentions.count,
          first: first,
          forms: DecodedText(([entity.canonical] + forms.sorted()).joined(separator: "\n")))
      }
      .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    list()
  }

  var takesText: Bool { true }

  /// Lists what holds the words that are typed now.
  ///
  /// - Complexity: O(*n*) in the written forms, for each word.
  private mutating func list() {
    let words = query.split(separator: " ", maxSplits: Self.mostWords)
      .compactMap { FoldedPattern(String($0)) }
    listed = candidates.filter { candidate in
      words.allSatisfy { !$0.matches(in: candidate.forms, span: candidate.forms.span).isEmpty }
    }
  }

  /// Whether the first row is for nobody.
  private var offersNobody: Bool {
    if case .speaker = purpose { query.isEmpty } else { false }
  }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .escape, .control("g"), .control("c"): return .leave()
    case .enter: return pick(in: &state)
    case .up, .control("p"), .backTab: move(by: -1, in: state)
    case .down, .control("n"), .tab: move(by: 1, in: state)
    case .pageUp: move(by: -rows(in: state), in: state)
    case .pageDown: move(by: rows(in: state), in: state)
    case .backspace where query.isEmpty: return .leave()
    default:
      guard LineEditing.edit(&query, key) else { return .stay() }
      (selected, top) = (0, 0)
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    query += text.onOneLine
    (selected, top) = (0, 0)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    switch event.action {
    case .wheelUp, .wheelDown: move(by: event.wheelRows.signum(), in: state)
    case .press:
      let row = event.point.row - (state.arrangement.status.row - rows(in: state))
      guard row >= 0, row < rows(in: state) else { return .stay() }
      selected = top + row
      return pick(in: &state)
    case .drag, .release: break
    }
    return .stay()
  }

  private var count: Int { listed.count + (offersNobody ? 1 : 0) }

  private func rows(in state: ReaderState) -> Int {
    max(1, min(count, Self.mostRows, state.arrangement.status.row - 1))
  }

  private mutating func move(by distance: Int, in state: ReaderState) {
    selected = max(0, min(selected + distance, count - 1))
    top = max(min(top, selected), selected - rows(in: state) + 1)
  }

  /// Takes the name that is selected, or, where none is listed, what was typed.
  private func pick(in state: inout ReaderState) -> ModeResult {
    let index = selected - (offersNobody ? 1 : 0)
    let candidate = listed.indices.contains(index) ? listed[index] : nil
    let typed = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    switch purpose {
    case .gone: return .leave()
    case .merge(let target):
      return .leave(state.correct(target, .merge, name: candidate?.name ?? typed))
    case .speaker(let target):
      return .leave(state.correct(target, .speaker, name: candidate?.name ?? typed))
    case .go:
      guard let candidate else {
        state.notice = Notice(.nameUnknown, .text(typed), isError: true)
        return .leave()
      }
      state.remember()
      state.selectMention(candidate.first)
      return .leave()
    }
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> NamePicker? {
    var picker = self
    switch purpose {
    case .merge(let target):
      picker.purpose = target.relocated(by: change).map { .merge($0) } ?? .gone(.merge)
    case .speaker(let target):
      picker.purpose = target.relocated(by: change).map { .speaker($0) } ?? .gone(.speaker)
    case .go, .gone: break
    }
    // Names whose words are gone can be gone to no longer.
    picker.candidates = candidates.compactMap { candidate in
      candidate.first.relocated(by: change).map { place in
        var moved = candidate
        moved.first = place
        return moved
      }
    }
    picker.list()
    picker.selected = max(0, min(selected, picker.count - 1))
    picker.top = min(top, picker.selected)
    return picker
  }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    let theme = state.appearance.theme
    let height = rows(in: state)
    let first = state.arrangement.status.row - height
    guard first >= 0, state.size.columns > 2 else { return }
    for row in 0..<height {
      let number = top + row
      let index = number - (offersNobody ? 1 : 0)
      let over: [Role] = number == selected ? [.paneSelected] : []
      let area = Area(column: 0, row: first + row, columns: state.size.columns, rows: 1)
      painter.screen.fill(area, style: theme.style([.pane] + over))
      let inner = area.after(1, width: area.size.columns - 2, in: state.language.direction)
      if index < 0 {
        draw(state.string(.nobodyNamed), "", inner, over, state, into: &painter)
      } else if listed.indices.contains(index) {
        let candidate = listed[index]
        let note =
          "\(state.string(candidate.kind)) · \(state.language.string(of: candidate.count))"
        draw(candidate.name, note, inner, over, state, into: &painter)
      } else {
        draw(state.string(.nothingFound), "", inner, over, state, into: &painter)
      }
    }
  }

  private func draw(
    _ name: String, _ note: String, _ area: Area, _ over: [Role], _ state: ReaderState,
    into painter: inout Painter
  ) {
    let direction = state.language.direction
    let lettering = state.appearance.lettering
    func style(_ roles: [Role]) -> Style { state.appearance.theme.style(roles + over) }
    let room = min(Label.columns(of: note, lettering: lettering), area.size.columns / 2)
    painter.draw(
      label: note, in: area.after(area.size.columns - room, in: direction),
      direction: direction, edge: .end, lettering: lettering, style: style([.pane, .paneCount]))
    painter.draw(
      label: Label.isolated(name),
      in: area.after(0, width: max(0, area.size.columns - room - 1), in: direction),
      direction: direction, lettering: lettering, style: style([.pane]))
  }

  func status(_ state: ReaderState) -> StatusContent? {
    let typed = Phrase.Argument.text(query + String(ReaderState.cursorSign))
    let asked =
      switch purpose {
      case .merge(let target): Phrase(.askMerge, typed, .text(target.subject?.name ?? ""))
      case .speaker: Phrase(.askSpeaker, typed)
      case .go: Phrase(.askGo, typed)
      case .gone: Phrase(.askOfGoneWords, typed)
      }
    return StatusContent(
      state.string(asked), end: state.string(.pickerCount, .number(listed.count)), ground: .prompt)
  }
}
