import ArabicAnalysis
import ArabicText
import Interface
import Platform
import Screen

/// Asks over what a library has answered who a name is, and who not, in all articles: first which of the two by a key,
/// then whom, out of a list that grows shorter as one types.
struct SameNamesPicker: Mode {
  /// A name that can be picked.
  struct Candidate: Hashable, Sendable {
    var name: String
    /// What it names; `nil` where nobody knows.
    var kind: EntityKind?
    /// How often it stands in the answer.
    var count: Int
    /// Whether it is of one with the name at hand already.
    var isJoined = false
  }

  /// The name at hand.
  let name: String
  /// What it names; `nil` where nobody knows.
  private let named: EntityKind?
  /// What is said; `nil` while that is asked.
  private(set) var kind: NameLesson.Kind?
  private var candidates: [Candidate]
  /// Whether it was told already that nobody is called as it was typed.
  private var isAsked = false
  private var line = TypedLine("") { didSet { if line.text != oldValue.text { list() } } }
  /// The names that hold every word that was typed.
  private(set) var listed: [Candidate] = []
  private var rows = PickList()

  /// Asks about `name`, beside which one of `candidates` is picked: of what is of the same kind, as far as that is
  /// known.
  init(_ name: LibraryName, _ kind: NameLesson.Kind? = nil, among candidates: [Candidate]) {
    (self.name, named, self.kind) = (name.name, name.kind, kind)
    self.candidates = candidates.filter { $0.isJoined || $0.kind.isAlike(name.kind) }
    list()
  }

  /// Offers all names of the library, too, behind those at hand; first of all who shares a name with the one at hand.
  mutating func take(_ names: [NameCount]) {
    let known = Set(candidates.map(\.name) + [name])
    candidates += names.filter { !known.contains($0.name.name) && $0.name.kind.isAlike(named) }
      .map { Candidate(name: $0.name.name, kind: $0.name.kind, count: $0.count) }
    let words = Self.words(name)
    let like = candidates.filter { !words.isDisjoint(with: Self.words($0.name)) }
    let first = Set(like.map(\.name))
    candidates = like + candidates.filter { !first.contains($0.name) }
    // Who has moved to a row stays there.
    if rows == PickList() { list() }
  }

  private static func words(_ name: String) -> Set<Substring> {
    Set(Folding.search.fold(name).split(whereSeparator: \.isWhitespace))
  }

  var takesText: Bool { kind != nil }

  /// Lists what holds the words that are typed now: of those who are told apart, the joined ones first.
  private mutating func list() {
    let filter = NameFilter(line.text)
    let found = candidates.filter { filter.holds(for: [DecodedText($0.name)]) }
    listed =
      kind == .other
      ? found.filter(\.isJoined) + found.filter { !$0.isJoined } : found.filter { !$0.isJoined }
  }

  /// Whether the first row is for all who have another name.
  private var offersAll: Bool {
    kind == .other && line.text.isEmpty && candidates.contains(where: \.isJoined)
  }

  private var count: Int { listed.count + (offersAll ? 1 : 0) }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    guard kind != nil else { return choose(by: ArabicKeyboard.latinKey(for: key) ?? key) }
    switch key {
    case .escape, .control("g"), .control("c"): return .leave()
    case .enter: return pick()
    case _ where rows.move(by: key, of: count, above: bottom(in: state)): break
    case .backspace where line.text.isEmpty: return .leave()
    default: if line.edit(key) { (rows, isAsked) = (PickList(), false) }
    }
    return .stay()
  }

  private mutating func choose(by key: Key) -> ModeResult {
    switch key {
    case "m": kind = .same
    case "x": kind = .other
    default: return .leave()
    }
    list()
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    guard kind != nil else { return .stay() }
    line.insert(text.onOneLine)
    (rows, isAsked) = (PickList(), false)
    return .stay()
  }

  mutating func handle(_ event: MouseEvent, in state: inout ReaderState) -> ModeResult {
    guard kind != nil, rows.picks(by: event, of: count, above: bottom(in: state)) else {
      return .stay()
    }
    return pick()
  }

  /// Says it of the name that is selected, or, where none is listed, of what was typed.
  private mutating func pick() -> ModeResult {
    let row = rows.selected ?? 0
    if offersAll, row == 0 { return .leave([.say(NameLesson(.other, [name]))]) }
    let index = row - (offersAll ? 1 : 0)
    let typed = TerminalControls.cleanName(line.text)
    let picked = listed.indices.contains(index) ? listed[index].name : typed
    guard let kind, !picked.isEmpty else { return .leave() }
    // Half a name is typed soon.
    if listed.isEmpty, !isAsked {
      isAsked = true
      return .stay()
    }
    // Who is at hand is the one picked, and called so.
    return .leave([.say(NameLesson(kind, kind == .same ? [picked, name] : [name, picked]))])
  }

  func relocated(by change: TextChange, in state: inout ReaderState) -> SameNamesPicker? { self }

  // MARK: View

  /// The row of the screen below the list.
  private func bottom(in state: ReaderState) -> Int {
    StatusLine.rows(above: status(state), in: state)
  }

  /// How many rows of what lies below the list has.
  func coveredRows(in state: ReaderState) -> Int {
    kind == nil ? 0 : rows.shownRows(of: count, above: bottom(in: state))
  }

  func draw(_ state: ReaderState, into painter: inout Painter) {
    guard kind != nil else { return }
    let before = offersAll ? 1 : 0
    rows.draw(
      count, above: bottom(in: state), nothing: state.string(isAsked ? .sameAsTyped : .sameUnknown),
      state, into: &painter
    ) { row in
      guard row >= before else { return PickList.Row(label: state.string(.sameNobodyElse)) }
      let candidate = listed[row - before]
      let count = candidate.count > 0 ? state.language.string(of: candidate.count) : ""
      return PickList.Row(
        label: candidate.name, note: candidate.isJoined ? state.string(.sameJoined) : count)
    }
  }

  func answers(_ state: ReaderState) -> [Hint] {
    kind == nil ? [Hint(["m"], .answerMerge), Hint(["x"], .answerOther)] : []
  }

  func hints(_ state: ReaderState) -> [Hint]? {
    kind == nil
      ? [Hint([.escape], .hintClose)]
      : [Hint([.up, .down], .hintMove), Hint([.enter], .hintPick), Hint([.escape], .hintClose)]
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let (typed, name) = (Phrase.Argument.text(line.shown), Phrase.Argument.text(name))
    switch kind {
    case nil:
      return StatusLineText(state.string(.askSameOrOther, name), answers: answers(state), in: state)
    case .same?:
      return StatusLineText(
        state.string(.askMerge, typed, name),
        end: state.string(.pickerCount, .number(listed.count)),
        ground: .prompt)
    case .other?:
      return StatusLineText(
        state.string(.askOther, typed, name),
        end: state.string(.pickerCount, .number(listed.count)),
        ground: .prompt)
    }
  }
}

extension SameNamesPicker.Candidate {
  /// Those in `counts` and `joined`, the other names of `name`, each once.
  static func all(
    beside name: LibraryName, joined: [String], _ counts: [NameCount]
  ) -> [Self] {
    var seen: Set<String> = [name.name]
    return joined.filter { seen.insert($0).inserted }.map {
      Self(name: $0, count: 0, isJoined: true)
    }
      + counts.filter { seen.insert($0.name.name).inserted }.map {
        Self(name: $0.name.name, kind: $0.name.kind, count: $0.count)
      }
  }
}

extension LibraryPage {
  /// The name that is selected; `nil` where that is none.
  var selectedName: LibraryName? {
    rows.indices.contains(selection.selected) ? rows[selection.selected].counted?.name : nil
  }

  /// Asks who `name` is, beside the others of the page.
  func picker(of name: LibraryName, _ kind: NameLesson.Kind? = nil) -> SameNamesPicker {
    let joined = rows.lazy.compactMap { row -> [String]? in
      if case .speaker(let speaker) = row, speaker.name.name == name.name {
        speaker.otherNames
      } else {
        nil
      }
    }
    return SameNamesPicker(
      name, kind,
      among: SameNamesPicker.Candidate.all(
        beside: name, joined: joined.first ?? [], rows.compactMap(\.counted)))
  }
}

extension Card {
  /// Asks who `name` is, beside those whom the card and the article name.
  func picker(of name: LibraryName, _ kind: NameLesson.Kind? = nil, in state: ReaderState)
    -> SameNamesPicker
  {
    let inArticle = state.article.results.analysis.entities.filter(\.kind.isNamed)
    return SameNamesPicker(
      name, kind,
      among: SameNamesPicker.Candidate.all(
        beside: name, joined: otherNames,
        companions
          + inArticle.map { NameCount(LibraryName($0.canonical, $0.kind), $0.mentions.count) }))
  }
}

extension ReaderState {
  /// Says of names what a line after `:` says, with `=` between them; of less than two it is asked whom else is meant.
  mutating func say(_ kind: NameLesson.Kind, _ line: String) -> [Effect] {
    let names = line.split(separator: "=").map { TerminalControls.cleanName(String($0)) }
      .filter { !$0.isEmpty }
    if names.count > 1 { return [.say(NameLesson(kind, names))] }
    let typed = names.first.map { LibraryName($0, nil) }
    if let page = modes.first(LibraryPage.self), let name = typed ?? page.selectedName {
      return pick(by: page.picker(of: name, kind))
    }
    if let card = modes.first(Card.self), let name = typed ?? card.name(in: self) {
      return pick(by: card.picker(of: name, kind, in: self))
    }
    if let typed { return pick(by: SameNamesPicker(typed, kind, among: [])) }
    notify(Notice(.sameSelectFirst))
    return []
  }

  /// Asks by `picker`, which the library tells its names.
  mutating func pick(by picker: SameNamesPicker) -> [Effect] {
    modes.push(picker)
    return [.ask(.names)]
  }

  /// Tells what has become of what was said of names, and asks anew what is shown.
  mutating func take(_ answer: NameLessonAnswer) -> [Effect] {
    switch answer {
    case .said(let lesson):
      // In an article the key takes back what was done there.
      let isAtHand = isRoom || modes.contains(LibraryPage.self) || modes.contains(Card.self)
      notify(
        isAtHand
          ? Notice(.lessonSaid, .phrase(lesson.phrase), .call(of: .undo, in: keymap))
          : Notice(.lessonSaidInArticle, .phrase(lesson.phrase)))
    case .takenBack(let lesson): notify(Notice(.lessonTakenBack, .phrase(lesson.phrase)))
    case .nothing:
      notify(Notice(.lessonNone))
      return []
    case .failed(let reason):
      notify(Notice(reason, isError: true))
      return []
    }
    return askAnew()
  }

  /// Whether something is shown that depends on which names are of one.
  package var showsJoinedNames: Bool {
    !modes.contains(SameNamesPicker.self)
      && (modes.contains(LibraryPage.self) || modes.contains(Card.self))
  }

  /// Asks anew what is shown, as other names are of one now.
  mutating func askAnew() -> [Effect] {
    if modes.contains(LibraryPage.self) {
      modes.modifyAll(LibraryPage.self) { $0.forget() }
      return modes.first(LibraryPage.self).map { [.ask($0.question)] } ?? []
    }
    return modes.first(Card.self)?.question(in: self).map { [.ask($0)] } ?? []
  }
}

extension EntityKind? {
  /// Whether what is of this kind may be of the other; of words that name nobody nothing is known.
  fileprivate func isAlike(_ other: EntityKind?) -> Bool {
    guard let self, let other else { return true }
    return self == other
  }
}

extension LibraryRow {
  /// The name of the row, and how often it stands; `nil` of what is no name.
  var counted: NameCount? {
    switch self {
    case .speaker(let speaker): NameCount(speaker.name, speaker.quotations)
    case .topic(let topic, _), .companion(let topic, _): topic
    default: nil
    }
  }
}
