import Annotations
import ArabicText
import Corrections
import Interface
import TextLayout

/// What belongs to the person, whatever document is read.
package struct Preferences: Sendable {
  /// How text becomes lines and colours.
  package var appearance: Appearance
  /// Which key does what.
  package var keymap: Keymap
  /// Lines that were typed at the bottom of the screen before.
  package var history: PromptHistory
  /// The names of the themes that can be chosen, for completion.
  package var themeNames: [String]
  /// How freely the next name is looked for.
  package var matching: Matching
  /// How the side pane is shown.
  package var pane: PanePreferences
  /// The colour that was highlighted with last.
  package var highlightColor: HighlightColor
  /// What is wrong with the person's lists and was told.
  var toldProblems: Set<UserListProblem>

  /// What somebody begins with who has chosen `appearance` and `keymap`.
  package init(appearance: Appearance = Appearance(), keymap: Keymap = .standard) {
    self.appearance = appearance
    self.keymap = keymap
    history = PromptHistory()
    themeNames = ThemeCatalog.builtIn.map(\.name)
    matching = .clitics
    pane = PanePreferences()
    highlightColor = .yellow
    toldProblems = []
  }
}

/// How a person wants the side pane.
package struct PanePreferences: Hashable, Sendable {
  /// Whether it is to be shown; `nil` leaves that to the width of the terminal.
  package var isWanted: Bool?
  /// Its width in columns; `nil` leaves it to the width of the terminal.
  package var columns: Int?
  /// How names are sorted.
  package var order = PaneOrder.frequency
  /// The sections of which only the heading is shown.
  package var folded: Set<PaneSection> = []
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
  package var placesTashkeel: Bool
  /// Whether the status line tells the keys that matter.
  package var showsHints: Bool
  /// Whether cards have names in Latin letters; `nil` leaves that to the language of the interface.
  package var romanizes: Bool?

  /// A choice of looks; without arguments, what suits most readers.
  package init(
    theme: Theme = Theme(name: "terminal"), direction: Direction? = nil,
    lettering: Lettering = Lettering(), measure: Int = 90,
    typesetting: Typesetting = Typesetting(), language: Language = .english,
    placesTashkeel: Bool = true, showsHints: Bool = true, romanizes: Bool? = nil
  ) {
    self.theme = theme
    self.direction = direction
    self.lettering = lettering
    self.measure = measure
    self.typesetting = typesetting
    self.language = language
    self.placesTashkeel = placesTashkeel
    self.showsHints = showsHints
    self.romanizes = romanizes
  }
}
