import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

@testable import Reader

/// A reader on a short article with hand-made marks, driven by keys as a person drives it.
struct ReaderFixture {
  private(set) var state: ReaderState
  /// Effects that the reader asked for and the fixture does not run.
  private(set) var effects: [Effect] = []

  init(
    _ text: String = ReaderFixture.article, columns: Int = 64, rows: Int = 10,
    isMarked: Bool = true, typesetting: Typesetting = Typesetting(),
    language: Language = .english, keymap: Keymap = .standard, hints: Bool = false,
    lettering: Lettering = Lettering()
  ) {
    let document = Document(text, name: "article.txt")
    state = ReaderState(
      document: document, size: Size(columns: columns, rows: rows),
      preferences: Preferences(
        appearance: Appearance(
          theme: .letters, lettering: lettering, typesetting: typesetting, language: language,
          showsHints: hints),
        keymap: keymap))
    _ = state.start()
    guard isMarked else { return }
    let finished = AnalysisProgress.finished(span: document.text.span)
    answer(.analysis(Self.analysis(of: document), finished))
  }

  /// A reader in a reading room of three articles, of which one is half read.
  init(
    roomOf documents: [RoomDocument], size: Size, language: Language,
    lettering: Lettering = Lettering()
  ) {
    state = ReaderState(
      roomNamed: "news", size: size,
      preferences: Preferences(
        appearance: Appearance(
          theme: .letters, lettering: lettering, language: language, showsHints: true)))
    send(.room(.documents(documents)))
    send(.room(.readings(["h1": DocumentReading(percent: 40, notes: 2)])))
  }

  /// An invented article: two people, an organisation, two places, two quotations.
  static let article = """
    وزيرة النقل تفتتح جسر النهر
    افتتحت وزيرة النقل ليلى الحداد جسرا جديدا في مدينة الزهراء، وقالت إن «الجسر يربط القرى».
    وأضافت الحداد أن شركة السواعد أنهت العمل قبل موعده، فيما أثنى سامر العلي على المهندسين.
    وقال العلي: «لم نتوقف يوما واحدا». وتستعد الشركة لمشروع آخر في وادي النخيل.
    وتقع الزهراء على بعد 45 كيلومترا من العاصمة.
    """

  /// Sends a message and answers searches at once.
  mutating func send(_ message: Message) {
    for effect in update(&state, message) {
      switch effect {
      case .search(let request):
        answer(.searchEnded(request, request.run(in: state.article.document.text)))
      case .countHits(let count):
        if let order = count.run(in: state.article.document.text) {
          answer(.hitsCounted(count, order))
        }
      case .filter(let request):
        if let found = request.run(in: state.article.document.text) {
          answer(.filtered(request, found))
        }
      case .cancelSearch, .cancelFilter:
        break
      default:
        effects.append(effect)
      }
    }
  }

  /// Answers a question about the text at hand.
  mutating func answer(_ answer: Answer) { send(.answer(answer, of: state.article.revision)) }

  /// Tells what has happened beside the screen, as the program does.
  mutating func tell(_ notice: Notice) { state.notify(notice) }

  /// Tells what files are open.
  mutating func list(_ files: OpenFiles) { state.list(files) }

  /// Asks what becomes of notes that are not stored, as the program does when a person leaves.
  mutating func askBeforeLeaving() { state.askBeforeLeaving(UnsavedNotes(of: [state])) }

  /// Takes over what an earlier reader has left, and offers it, as the program does at the start.
  mutating func offer(_ rescued: [RescuedNote], others: [String] = [], problems: [Phrase] = []) {
    state.offer(rescued, contentHash: "a")
    state.offerRescued(others: others, problems: problems)
  }

  /// Presses the keys of `string` one after the other.
  mutating func press(_ string: String) {
    for scalar in string.unicodeScalars { send(.key(.character(Character(scalar)))) }
  }

  /// Types a line and ends it.
  mutating func type(_ line: String) {
    press(line)
    press(.enter)
  }

  mutating func press(_ keys: Key...) {
    for key in keys { send(.key(key)) }
  }

  /// Orders the letters, or leaves that to the terminal.
  mutating func order(isVisual: Bool) { state.appearance.lettering.isVisual = isVisual }

  /// Takes other colours.
  mutating func wear(_ theme: Theme) { state.appearance.theme = theme }

  /// Puts the caret somewhere, as a click does.
  mutating func putCaret(at offset: TextOffset) { state.putCaret(at: offset) }

  /// Where the first name and the first quotation begin.
  var firstName: TextOffset { state.article.results.places.first?.span.lower ?? .zero }
  var firstQuotation: TextOffset {
    state.article.results.analysis.quotations.first?.content.first?.lower ?? .zero
  }

  /// The text that is selected.
  var selectedText: String? {
    state.article.selection.map { state.article.document.text.string(in: $0.span) }
  }

  /// The status line as a person reads it, in logical order.
  var status: String {
    let screen = screen(of: state)
    let count = StatusLine(state).rowCount
    // Of several rows the first are full: they end in the blanks before the far end.
    return (state.size.rows - count..<state.size.rows).map { row in
      let text = Rendering.letters(screen.text(ofRow: row))
      return row < state.size.rows - 1 ? text.trimmingEnd() : text
    }.joined(separator: " ").replacing("\u{A0}", with: " ")
  }

  static func analysis(of document: Document) -> Analysis {
    let text = document.text
    func mentions(_ names: [String]) -> [Mention] {
      names.flatMap { name in
        FoldedPattern(name, folding: [])?.matches(in: text, span: text.span) ?? []
      }.sorted().map { Mention(span: $0, confidence: 1, rule: .given) }
    }
    let entities = [
      ("e1", EntityKind.person, "ليلى الحداد", ["ليلى الحداد", " الحداد "]),
      ("e2", .place, "الزهراء", ["الزهراء"]), ("e3", .organisation, "السواعد", ["السواعد"]),
      ("e4", .person, "سامر العلي", ["سامر العلي", "وقال العلي"]),
      ("e5", .place, "وادي النخيل", ["وادي النخيل"]),
    ].map { id, kind, name, names in
      var found = mentions(names)
      // The patterns hold a little context to hit the right places; it is cut off again.
      for index in found.indices {
        found[index].span = trimmed(found[index].span, of: text)
      }
      var unique: [Mention] = []
      for mention in found.sorted(by: { $0.span < $1.span })
      where !unique.contains(where: { $0.span.overlaps(mention.span) }) { unique.append(mention) }
      return Entity(id: EntityID(rawValue: id), kind: kind, canonical: name, mentions: unique)
    }.filter { !$0.mentions.isEmpty }
    let quotations = mentions(["الجسر يربط القرى", "لم نتوقف يوما واحدا"]).enumerated().map {
      Quotation(
        id: "q\($0)", kind: .direct, content: [$1.span], verbatim: [$1.span],
        speaker: EntityID(rawValue: $0 == 0 ? "e1" : "e4"), rule: .given, confidence: 1)
    }
    return Analysis(entities: entities, quotations: quotations)
  }

  private static func trimmed(_ span: TextSpan, of text: DecodedText) -> TextSpan {
    var span = span
    if text[byte: span.lower] == 0x20 { span.lower = span.lower + 1 }
    if text[byte: span.upper - 1] == 0x20 { span.upper = span.upper - 1 }
    if text.string(in: span).hasPrefix("وقال ") { span.lower = span.lower + 9 }
    return span
  }
}

extension Theme {
  /// A theme in which every role has a look of its own, told by one letter in golden screens.
  static let letters = Theme(
    name: "letters",
    styles: Dictionary(
      uniqueKeysWithValues: Role.allCases.enumerated().map { index, role in
        let color = Color.rgb(UInt32(index))
        let covers =
          [.selection, .mention, .search, .searchCurrent, .paneSelected].contains(role)
          || role.rawValue.hasPrefix("highlight")
        return (
          role, covers ? RoleStyle(background: color) : RoleStyle(foreground: color)
        )
      }))
}

/// Screens as plain text.
enum Rendering {
  private static let letters: [Role: Character] = [
    .text: ".", .title: "t", .person: "p", .organisation: "o", .place: "l", .quoteDirect: "q",
    .quoteIndirect: "i", .quoteScare: "s", .selection: "S", .mention: "m", .search: "h",
    .searchCurrent: "H", .control: "c", .pane: " ", .paneHeading: "g", .paneSelected: "P",
    .paneCount: "n", .border: "|", .status: "_", .prompt: ":", .help: " ", .helpKey: "k",
    .error: "!", .highlightYellow: "1", .highlightGreen: "2", .highlightBlue: "3",
    .highlightPink: "4", .highlightOrange: "5", .note: "N", .noteUndecided: "U", .margin: "*",
  ]

  /// The rows of `screen` from the left, and below them the meaning of each cell as a letter.
  static func text(of screen: Screen) -> String {
    let rows = (0..<screen.size.rows).map { screen.text(ofRow: $0).trimmingEnd() }
    let looks = (0..<screen.size.rows).map { row in
      String(screen.row(row).map { look(of: $0.style) }).trimmingEnd()
    }
    return (rows + [String(repeating: "-", count: screen.size.columns)] + looks)
      .joined(separator: "\n") + "\n"
  }

  private static func look(of style: Style) -> Character {
    for color in [style.background, style.foreground] {
      if case .rgb(let index) = color, Int(index) < Role.allCases.count {
        return letters[Role.allCases[Int(index)]] ?? "?"
      }
    }
    return "?"
  }

  /// Shaped text in visual order read back as a person would: letters, each right-to-left word
  /// turned round.
  static func letters(_ visual: String) -> String {
    let folded = Folding.presentationForms.fold(visual).trimmingEnd()
    var result = ""
    var run: [Character] = []
    // A run of Arabic with the spaces inside it reads from the right.
    for character in folded {
      let isArabic = character.unicodeScalars.allSatisfy {
        ScalarProperties($0.value).isArabicLetter || ScalarProperties($0.value).isMark
      }
      if isArabic || (character == " " && !run.isEmpty) {
        run.append(character)
      } else {
        result += flush(&run) + String(character)
      }
    }
    return result + flush(&run)
  }

  private static func flush(_ run: inout [Character]) -> String {
    let spaces = run.reversed().prefix { $0 == " " }.count
    defer { run = [] }
    return String(run.dropLast(spaces).reversed()) + String(repeating: " ", count: spaces)
  }
}

extension String {
  func trimmingEnd() -> String {
    var view = self[...]
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
