import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// Everything that decides what the reader shows and does next: a value.
///
/// ``update(_:_:)`` is the only way it changes; ``screen(of:)`` is what it looks like.
package struct ReaderState: Sendable {
  /// Which side keys act on.
  package enum Focus: Sendable {
    case article, pane
  }

  /// The document being read.
  package internal(set) var document: Document
  /// How text becomes lines and colours.
  package var appearance: Appearance
  /// Which key does what.
  package var keymap: Keymap
  /// The size of the terminal.
  package internal(set) var size: Size
  /// The first row of the article on the screen.
  package internal(set) var top: RowPosition { didSet { anchor = nil } }
  /// What the analysis has found so far.
  package internal(set) var marks: Marks { didSet { paneList = makePaneList() } }
  /// How far the analysis is.
  package internal(set) var progress: AnalysisProgress
  /// What is selected in the text.
  package internal(set) var selection: Selection?
  /// What the mouse began with its button down.
  var drag: Drag?
  /// Whether the line beside the pane is being dragged.
  var isResizingPane = false
  /// The side pane.
  package internal(set) var pane: PaneState {
    didSet { if pane.options != oldValue.options { paneList = makePaneList() } }
  }
  /// The rows of the side pane.
  private(set) var paneList: PaneList
  /// Which side keys act on.
  package internal(set) var focus: Focus
  /// The search in force.
  package internal(set) var search: SearchState?
  /// How freely the next name is looked for.
  package internal(set) var matching: Matching
  /// Which paragraphs are shown, if not all.
  package internal(set) var filter: FilterState?
  /// Whether the paragraphs to show are being looked for.
  var isFiltering = false
  /// The line being typed, if any.
  package internal(set) var prompt: Prompt?
  /// The list of all commands, if it is shown.
  package internal(set) var palette: PaletteState?
  /// What was typed at the bottom of the screen before.
  package var history: History
  /// The names of the themes that can be chosen, for completion.
  package var themeNames: [String]
  /// The first row of the help that is shown, or `nil` while it is not.
  package internal(set) var helpTop: Int?
  /// The card of an entity that is shown over the article.
  package internal(set) var card: CardState?
  /// Where Back leads, the last place at the end.
  package internal(set) var jumps: [Jump]
  /// Where Forward leads after Back, the next place at the end.
  package internal(set) var forwardJumps: [Jump]
  /// A message in the status line, until the next key.
  package internal(set) var notice: Notice?
  /// The number typed before a command, as in `5j`.
  package internal(set) var count: Int?

  /// What the person has added to the document.
  package internal(set) var notes = NotesState()
  /// What the analysis has found, without the person's corrections.
  var found = Analysis.empty
  /// Whether ``marks`` are other than what was found.
  var isCorrected = false

  /// The files that are open beside this one.
  package internal(set) var files = OpenFiles()
  /// The marks that were set by letters, and where they lead.
  package internal(set) var placeMarks: [Character: TextOffset] = [:]
  /// The list that is shown to choose from.
  package internal(set) var chooser: Chooser?
  /// The command that waits for its second key.
  var pending: PendingKey?

  var layouts: LayoutCache
  var directions = ParagraphDirections()
  /// The text that stood at the top before the width changed, until the person moves: changing
  /// the width back shows the same screen again.
  var anchor: TextOffset?

  /// The reader at the start of `document`.
  package init(
    document: Document, size: Size, appearance: Appearance = Appearance(),
    keymap: Keymap = .standard
  ) {
    self.document = document
    self.size = size
    self.appearance = appearance
    self.keymap = keymap
    layouts = LayoutCache(document.text)
    top = RowPosition(paragraph: document.text.paragraph(at: .zero), row: 0)
    marks = Marks()
    progress = .notStarted
    pane = PaneState()
    paneList = PaneList(marks, PaneOptions(), in: document.text)
    focus = .article
    jumps = []
    forwardJumps = []
    matching = .clitics
    history = History()
    themeNames = ThemeCatalog.builtIn.map(\.name)
  }

  private func makePaneList() -> PaneList {
    PaneList(marks, pane.options, in: document.text)
  }
}

/// Choices about how the article and what is around it are drawn.
package struct Appearance: Sendable {
  /// The colours.
  package var theme: Theme
  /// The direction of every paragraph, or `nil` for that of its first strong letter.
  package var direction: Direction?
  /// How letters are drawn, and whether the reader or the terminal orders them.
  package var lettering: Lettering
  /// The longest line of the article in columns.
  package var measure: Int
  /// How lines are set.
  package var typesetting: Typesetting
  /// The language of the interface.
  package var language: Language
  /// Whether the terminal puts vowel signs where they belong, for `tashkeel=auto`.
  package var placesMarks: Bool

  /// A choice of looks; without arguments, what suits most readers.
  package init(
    theme: Theme = Theme(name: "terminal"), direction: Direction? = nil,
    lettering: Lettering = Lettering(), measure: Int = 90,
    typesetting: Typesetting = Typesetting(), language: Language = .english,
    placesMarks: Bool = true
  ) {
    self.theme = theme
    self.direction = direction
    self.lettering = lettering
    self.measure = measure
    self.typesetting = typesetting
    self.language = language
    self.placesMarks = placesMarks
  }
}

/// A place that Back leads to.
package struct Jump: Hashable, Sendable {
  /// The text at the top of the screen.
  package var place: TextOffset
  /// What was selected there.
  package var selection: Selection?

  /// The place with `place` at the top of the screen.
  package init(_ place: TextOffset, selection: Selection? = nil) {
    self.place = place
    self.selection = selection
  }
}

/// What is selected in the text.
package enum Selection: Hashable, Sendable {
  /// A mention of an entity, by its span.
  case mention(TextSpan)
  /// A quotation, by the span of its first piece.
  case quotation(TextSpan)
  /// A hit of the search.
  case match(TextSpan)
  /// Words that the person has chosen: a range of the text in logical order.
  case passage(TextSpan)

  /// The text that is selected.
  package var span: TextSpan {
    switch self {
    case .mention(let span), .quotation(let span), .match(let span), .passage(let span): span
    }
  }
}

/// A passage that is being drawn up with the mouse.
struct Drag: Hashable, Sendable {
  /// The letter where the button went down, or an empty span beside the text.
  var start: TextSpan
  /// Whether the mouse has moved since.
  var hasMoved = false
}

/// A message in the status line.
package struct Notice: Hashable, Sendable {
  /// What it says.
  package var phrase: Phrase
  /// Whether it tells of something that went wrong.
  package var isError: Bool

  /// The message `key` telling `arguments`.
  package init(_ key: PhraseKey, _ arguments: Phrase.Argument..., isError: Bool = false) {
    phrase = Phrase(key, arguments)
    self.isError = isError
  }
}

/// A search and where it stands.
package struct SearchState: Hashable, Sendable {
  /// What is looked for.
  package var pattern: SearchPattern
  /// What was typed, or the name that is looked for.
  package var text: String
  /// How freely a name is looked for; `nil` for what was typed.
  package var matching: Matching?
  /// Whether the text is being searched right now.
  package var isRunning = false
  /// Whether the text was searched in vain.
  package var hasFailed = false
  /// Which of how many hits the selected one is, once they are counted.
  package var order: HitOrder?
}

/// How far the analysis of the document is.
package enum AnalysisProgress: Hashable, Sendable {
  case notStarted
  /// `done` of `total` bytes are analysed.
  case running(done: Int, total: Int)
  /// Everything is analysed, or, of a large document, the part around `span`.
  case finished(span: TextSpan)
}
