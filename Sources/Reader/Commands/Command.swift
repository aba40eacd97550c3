/// Something that a key can do.
///
/// The raw value is its name in configuration files, on the command line, and in the table of titles
/// (`CBuiltInData/interface/commands.tsv`): it does not change.
public enum Command: String, CaseIterable, Hashable, Sendable {
  case lineDown = "scroll.down"
  case lineUp = "scroll.up"
  case pageDown = "scroll.page-down"
  case pageUp = "scroll.page-up"
  case halfPageDown = "scroll.half-down"
  case halfPageUp = "scroll.half-up"
  case goToStart = "go.start"
  case goToEnd = "go.end"
  case goToPercent = "go.percent"
  case back = "go.back"
  case nextEntity = "next.entity"
  case previousEntity = "previous.entity"
  case nextMention = "next.mention"
  case previousMention = "previous.mention"
  case nextPerson = "next.person"
  case previousPerson = "previous.person"
  case nextOrganisation = "next.organisation"
  case previousOrganisation = "previous.organisation"
  case nextPlace = "next.place"
  case previousPlace = "previous.place"
  case card = "entity.card"
  case clearSelection = "selection.clear"
  case nextQuotation = "next.quotation"
  case previousQuotation = "previous.quotation"
  case speakerOnly = "pane.speaker"
  case togglePane = "pane.toggle"
  case switchPane = "pane.switch"
  case jump = "go.follow"
  case search = "search.start"
  case searchNext = "search.next"
  case searchPrevious = "search.previous"
  case copy = "selection.copy"
  case selectPassage = "passage.select"
  case highlight = "note.highlight"
  case writeNote = "note.write"
  case tag = "note.tags"
  case nextNote = "note.next"
  case previousNote = "note.previous"
  case removeNote = "note.remove"
  case filterNotes = "note.filter"
  case correct = "name.correct"
  case review = "review.start"
  case undo = "change.undo"
  case redo = "change.redo"
  case justify = "page.justify"
  case help = "help.show"
  case redraw = "screen.redraw"
  case suspend = "program.suspend"
  case quit = "program.quit"
}

/// A heading of the help.
public enum CommandGroup: CaseIterable, Sendable {
  case moving, entities, quotations, notes, pane, searching, program

  /// The heading.
  public var title: PhraseKey {
    switch self {
    case .moving: .groupMoving
    case .entities: .groupEntities
    case .quotations: .groupQuotations
    case .notes: .groupNotes
    case .pane: .groupPane
    case .searching: .groupSearching
    case .program: .groupProgram
    }
  }

  /// The heading in `language`.
  public func title(in language: Language) -> String { Phrase(title).string(in: language) }
}

extension Command {
  /// Where the command stands in the help.
  public var group: CommandGroup {
    switch self {
    case .lineDown, .lineUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .goToStart, .goToEnd,
      .goToPercent, .back:
      .moving
    case .nextEntity, .previousEntity, .nextMention, .previousMention, .nextPerson, .previousPerson,
      .nextOrganisation, .previousOrganisation, .nextPlace, .previousPlace, .card, .clearSelection:
      .entities
    case .nextQuotation, .previousQuotation, .speakerOnly: .quotations
    case .selectPassage, .highlight, .writeNote, .tag, .nextNote, .previousNote, .removeNote,
      .filterNotes, .correct, .review, .undo, .redo:
      .notes
    case .copy: .program
    case .togglePane, .switchPane, .jump: .pane
    case .search, .searchNext, .searchPrevious: .searching
    case .justify, .help, .redraw, .suspend, .quit: .program
    }
  }

  /// What the command does, in a few words.
  public func title(in language: Language) -> String {
    Catalogue.builtIn.title(of: self, in: language.code)
  }
}
