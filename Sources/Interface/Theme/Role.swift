/// A named meaning of colour: what a theme gives a look to.
///
/// The raw value is the name in theme files. A *ground* fills an area; all other roles are *marks*
/// that lie over what is below them (``Theme/style(_:)-([Role])``). A role that a theme leaves out
/// looks as its ``fallback``.
package enum Role: String, Hashable, Sendable, CaseIterable {
  /// The running text. Ground.
  case text
  /// The headline of the article.
  case title

  /// The name of a person.
  case person
  /// The name of an organisation.
  case organisation
  /// The name of a place.
  case place

  /// Words that somebody is quoted with, inside quotation marks.
  case quoteDirect = "quote.direct"
  /// What somebody is reported to have said, in the words of the reporter.
  case quoteIndirect = "quote.indirect"
  /// Words in quotation marks that nobody is quoted with: titles, nicknames, so-called terms.
  case quoteScare = "quote.scare"
  /// Words of somebody else that the article sets apart, as a paragraph of their own.
  case quoteBlock = "quote.block"
  /// The reporting word: `قال`, `وفقا لـ`.
  case cue
  /// The phrase that names who speaks.
  case speaker

  /// Passages highlighted in yellow.
  case highlightYellow = "highlight.yellow"
  /// Passages highlighted in green.
  case highlightGreen = "highlight.green"
  /// Passages highlighted in blue.
  case highlightBlue = "highlight.blue"
  /// Passages highlighted in pink.
  case highlightPink = "highlight.pink"
  /// Passages highlighted in orange.
  case highlightOrange = "highlight.orange"
  /// Passages with a note or tags that are not highlighted, and where annotations overlap.
  case note
  /// Passages of which something is undecided: whether a note stands there, or whether it is right.
  case noteUndecided = "note.undecided"

  /// The mention, quotation or passage that the reader has selected.
  case selection
  /// The other mentions of the selected entity.
  case mention
  /// What a search has found.
  case search
  /// The finding of the search that the reader stands on.
  case searchCurrent = "search.current"
  /// What stands in for a control character or for bytes that are no text.
  case control

  /// Line numbers, the scroll position and other notes beside the text. Ground.
  case margin
  /// The side pane. Ground.
  case pane
  /// The heading of a group of rows in the side pane.
  case paneHeading = "pane.heading"
  /// The selected row of the side pane.
  case paneSelected = "pane.selected"
  /// The counts in the side pane.
  case paneCount = "pane.count"
  /// The line between the text and the side pane. Ground.
  case border
  /// The status line. Ground.
  case status
  /// Keys named in the status line.
  case statusKey = "status.key"
  /// The line in which commands and searches are typed. Ground.
  case prompt
  /// The page of keys. Ground.
  case help
  /// Keys named on the page of keys.
  case helpKey = "help.key"
  /// A message that something went wrong.
  case error

  /// Whether it fills an area, and is the lowest of the roles that it is drawn with.
  package var isGround: Bool {
    switch self {
    case .text, .margin, .pane, .border, .status, .prompt, .help: true
    default: false
    }
  }

  /// The role whose look it takes where a theme does not name it; nil for ``text``, which is then
  /// the terminal's own.
  ///
  /// | role | falls back to |
  /// |---|---|
  /// | margin, pane, prompt | text |
  /// | border | margin, then text |
  /// | status, help | pane, then text |
  /// | title, person, organisation, place, quote.…, cue, speaker, highlight.…, note.…, mention, control, error | text |
  /// | search, search.current, pane.selected | selection |
  /// | pane.heading | title, then text |
  /// | pane.count | text |
  /// | help.key | status.key, then text |
  /// | selection | text, but never without ``Screen/Style/Attributes/reverse`` |
  ///
  /// A mark that falls back to ``text`` adds nothing: what is below it shows as it is. Grounds fall
  /// back to grounds only, and take from them each colour that they do not set themselves.
  package var fallback: Role? {
    switch self {
    case .text: nil
    case .border: .margin
    case .status, .help: .pane
    case .search, .searchCurrent, .paneSelected: .selection
    case .paneHeading: .title
    case .helpKey: .statusKey
    default: .text
    }
  }
}

extension Role {
  /// What has this role, in a few words for a person who writes a theme.
  package var phrase: Phrase { Phrase(key) }

  private var key: PhraseKey {
    switch self {
    case .text: .roleText
    case .title: .roleTitle
    case .person: .rolePerson
    case .organisation: .roleOrganisation
    case .place: .rolePlace
    case .quoteDirect: .roleQuoteDirect
    case .quoteIndirect: .roleQuoteIndirect
    case .quoteScare: .roleQuoteScare
    case .quoteBlock: .roleQuoteBlock
    case .cue: .roleCue
    case .speaker: .roleSpeaker
    case .highlightYellow: .roleHighlightYellow
    case .highlightGreen: .roleHighlightGreen
    case .highlightBlue: .roleHighlightBlue
    case .highlightPink: .roleHighlightPink
    case .highlightOrange: .roleHighlightOrange
    case .note: .roleNote
    case .noteUndecided: .roleNoteUndecided
    case .selection: .roleSelection
    case .mention: .roleMention
    case .search: .roleSearch
    case .searchCurrent: .roleSearchCurrent
    case .control: .roleControl
    case .margin: .roleMargin
    case .pane: .rolePane
    case .paneHeading: .rolePaneHeading
    case .paneSelected: .rolePaneSelected
    case .paneCount: .rolePaneCount
    case .border: .roleBorder
    case .status: .roleStatus
    case .statusKey: .roleStatusKey
    case .prompt: .rolePrompt
    case .help: .roleHelp
    case .helpKey: .roleHelpKey
    case .error: .roleError
    }
  }
}
