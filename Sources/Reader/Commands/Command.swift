/// Something that a key can do.
public enum Command: String, CaseIterable, Hashable, Sendable {
  case lineDown, lineUp, halfPageDown, halfPageUp, pageDown, pageUp, goToStart, goToEnd, goToPercent
  case nextEntity, previousEntity, nextMention, previousMention
  case nextPerson, previousPerson, nextOrganisation, previousOrganisation, nextPlace, previousPlace
  case nextQuotation, previousQuotation, speakerOnly, card, copy
  case togglePane, switchPane, jump, back, clearSelection
  case search, searchNext, searchPrevious
  case justify, help, redraw, suspend, quit
}

/// A heading of the help.
public enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case entities = "People, organisations, places"
  case quotations = "Quotations"
  case pane = "Side pane"
  case searching = "Searching"
  case program = "Program"
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
    case .copy: .program
    case .togglePane, .switchPane, .jump: .pane
    case .search, .searchNext, .searchPrevious: .searching
    case .justify, .help, .redraw, .suspend, .quit: .program
    }
  }

  /// What the command does, in a few words.
  public var summary: String {
    switch self {
    case .lineDown: "one line down (with a number: as many)"
    case .lineUp: "one line up"
    case .halfPageDown: "half a page down"
    case .halfPageUp: "half a page up"
    case .pageDown: "one page down"
    case .pageUp: "one page up"
    case .goToStart: "to the start"
    case .goToEnd: "to the end"
    case .goToPercent: "to a place: 50% is the middle"
    case .nextEntity: "next name"
    case .previousEntity: "previous name"
    case .nextMention: "next mention of the selected name"
    case .previousMention: "previous mention of the selected name"
    case .nextPerson: "next person"
    case .previousPerson: "previous person"
    case .nextOrganisation: "next organisation"
    case .previousOrganisation: "previous organisation"
    case .nextPlace: "next place"
    case .previousPlace: "previous place"
    case .nextQuotation: "next quotation"
    case .previousQuotation: "previous quotation"
    case .speakerOnly: "list the quotations of this speaker, or of all"
    case .card: "the card: names, mentions in context, quotations, who is named beside"
    case .copy: "copy what is selected, a quotation with who says it"
    case .togglePane: "show or hide the side pane"
    case .switchPane: "between article and pane"
    case .jump: "pane: to the mention or quotation; quotation: to who speaks; else a line down"
    case .back: "back to where the last jump began"
    case .clearSelection: "select nothing, leave the pane"
    case .search: "search; spelling and tashkeel do not matter, unless \" comes first"
    case .searchNext: "next hit"
    case .searchPrevious: "previous hit"
    case .justify: "justify lines, or leave them ragged"
    case .help: "this help"
    case .redraw: "draw the screen anew"
    case .suspend: "back to the shell; fg returns"
    case .quit: "quit"
    }
  }
}
