import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Platform
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
    /// The words are gone that it was for: typing goes on, so that no letter becomes a command, and
    /// nothing can be picked until they are back.
    case gone(LostName)
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

  private(set) var purpose: Purpose
  private var candidates: [Candidate]
  private var line: TypedLine { didSet { if line.text != oldValue.text { list() } } }
  /// The names that hold every word that was typed, those with the most mentions first.
  private(set) var listed: [Candidate] = []
  /// The row that is selected; for a speaker the first is nobody.
  private var rows = PickList()

  /// What was typed.
  var query: String { line.text }

  /// The row that is selected.
  var selected: Int { rows.selected ?? 0 }

  /// A list of the names of `state` for `purpose`, with `query` typed.
  init(_ purpose: Purpose, in state: ReaderState, query: String = "") {
    self.purpose = purpose
    line = TypedLine(query)
    let subject: String? =
      if case .merge(let target) = purpose { target.subject?.name } else { nil }
    candidates = state.article.results.analysis.entities
      .filter { $0.kind.isNamed && $0.canonical != subject }
      .compactMap { entity in
        guard let first = entity.mentions.map(\.span).min() else { return nil }
        let forms = Set(entity.mentions.map { state.text.words(in: $0.span) })
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
    if case .gone = purpose { return listed = [] }
    let filter = NameFilter(query)
    listed = candidates.filter { filter.holds(for: [$0.forms]) }
  }

  /// Whether the first row is for nobody.
  var offersNobody: Bool {
    if case .speaker = purpose { query.isEmpty } else { false }
  }

  /// Whether a name that the text has not is taken, too.
  private var takesWhatIsTyped: Bool {
    if case .speaker(let target) = purpose { target.source != nil && !query.isEmpty } else { false }
  }

  // MARK: Keys

  func decides(by key: Key) -> Bool {
    switch purpose {
    case .merge, .speaker: key == .enter
    case .go, .gone: false
    }
  }

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    switch key {
    case .escape, .control("g"), .control("c"): return .leave()
    case .enter: return pick(in: &state)
    case .backspace where query.isEmpty: return .leave()
    case _ where rows.move(by: key, of: count, above: bottom(in: state)): break
    default:
      guard line.edit(key) else { return .stay() }
      rows = PickList()
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    line.insert(text.onOneLine)
    rows = PickList()
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    rows.picks(by: event, of: count, above: bottom(in: state)) ? pick(in: &state) : .stay()
  }

  /// Where the only name stands that is called as it was typed.
  var only: TextSpan? { query.isEmpty || listed.count != 1 ? nil : listed[0].first }

  private var count: Int { listed.count + (offersNobody ? 1 : 0) }

  /// The row of the screen below the list.
  private func bottom(in state: ReaderState) -> Int {
    StatusLine.rows(above: status(state), in: state)
  }

  /// Takes the name that is selected, or, where none is listed, what was typed.
  private func pick(in state: inout ReaderState) -> ModeResult {
    let index = selected - (offersNobody ? 1 : 0)
    let candidate = listed.indices.contains(index) ? listed[index] : nil
    let typed = TerminalControls.cleanName(query)
    switch purpose {
    case .gone(let name):
      state.keep(query, for: name)
      return .leave()
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

  /// The same list when more names have been found: at the same name, where somebody has moved to one.
  func goingOn(in state: ReaderState) -> NamePicker {
    let purpose: Purpose =
      if case .merge(let target) = purpose { .merge(state.renewed(target)) } else { purpose }
    var picker = NamePicker(purpose, in: state, query: query)
    picker.line = line
    let index = selected - (offersNobody ? 1 : 0)
    guard selected > 0, listed.indices.contains(index),
      let same = picker.listed.firstIndex(where: { $0.first == listed[index].first })
    else { return picker }
    picker.rows.select(
      same + (offersNobody ? 1 : 0), of: picker.count, above: picker.bottom(in: state))
    return picker
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> NamePicker? {
    var picker = self
    switch purpose {
    case .merge(let target):
      picker.purpose =
        target.relocated(by: change).map { .merge($0) }
        ?? .gone(LostName(.merge, target, of: change.old))
    case .speaker(let target):
      picker.purpose =
        target.relocated(by: change).map { .speaker($0) }
        ?? .gone(LostName(.speaker, target, of: change.old))
    case .gone(let name):
      if let target = name.target(in: change.new) {
        picker.purpose = name.purpose == .merge ? .merge(target) : .speaker(target)
      }
    case .go: break
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
    picker.rows.select(selected, of: picker.count, above: picker.bottom(in: state))
    return picker
  }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    if case .gone = purpose { return }
    let before = offersNobody ? 1 : 0
    let nothing = state.string(takesWhatIsTyped ? .speakerAsTyped : .nothingFound)
    rows.draw(count, above: bottom(in: state), nothing: nothing, state, into: &painter) { row in
      guard row >= before else { return PickList.Row(label: state.string(.nobodyNamed)) }
      let candidate = listed[row - before]
      let count = state.language.string(of: candidate.count)
      return PickList.Row(
        label: candidate.name, note: "\(state.string(candidate.kind)) · \(count)")
    }
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    if case .gone = purpose { return Question.hintsOfGoneWords }
    return [
      Hint([.up, .down], .hintMove), Hint([.enter], .hintPick), Hint([.escape], .hintClose),
    ]
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let typed = Phrase.Argument.text(line.shown)
    let asked =
      switch purpose {
      case .merge(let target): Phrase(.askMerge, typed, .text(target.subject?.name ?? ""))
      case .speaker: Phrase(.askSpeaker, typed)
      case .go: Phrase(.askGo, typed)
      case .gone: Phrase(.askOfGoneWords, typed)
      }
    if case .gone = purpose { return StatusLineText(state.string(asked), ground: .prompt) }
    return StatusLineText(
      state.string(asked), end: state.string(.pickerCount, .number(listed.count)), ground: .prompt)
  }
}
