/// Something that a key can do.
///
/// The raw value is its name in configuration files, on the command line, and in the table that tells
/// the rest of it (`CInterfaceData/interface/commands-and-default-keys.tsv`): it does not change. A new command is a case
/// here, a row there, and a case in ``ReaderState/perform(_:times:)``.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case lineDown = "scroll.down"
  case lineUp = "scroll.up"
  case pageDown = "scroll.page-down"
  case pageUp = "scroll.page-up"
  case halfPageDown = "scroll.half-down"
  case halfPageUp = "scroll.half-up"
  case caretLeft = "caret.left"
  case caretRight = "caret.right"
  case goToStart = "go.start"
  case goToEnd = "go.end"
  case goToPercent = "go.percent"
  case back = "go.back"
  case setMark = "mark.set"
  case goToMark = "mark.go"
  case forward = "go.forward"
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
  case lookUp = "word.look-up"
  case clearSelection = "selection.clear"
  case nextQuotation = "next.quotation"
  case previousQuotation = "previous.quotation"
  case speakerOnly = "pane.speaker"
  case togglePane = "pane.toggle"
  case switchPane = "pane.switch"
  case expandEntity = "pane.expand"
  case foldSection = "pane.fold"
  case sortPane = "pane.sort"
  case filterPane = "pane.filter"
  case widenPane = "pane.widen"
  case narrowPane = "pane.narrow"
  case jump = "go.follow"
  case search = "search.start"
  case searchNext = "search.next"
  case searchPrevious = "search.previous"
  case searchName = "search.name"
  case cycleMatching = "search.matching"
  case filter = "search.filter"
  case findInLibrary = "library.find"
  case speakers = "library.who"
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
  case nextFile = "file.next"
  case previousFile = "file.previous"
  case listFiles = "file.list"
  case edit = "file.edit"
  case reload = "file.reload"
  case follow = "file.follow"
  case facts = "document.facts"
  case contents = "document.contents"
  case links = "document.links"
  case wholePage = "document.whole"
  case exportPage = "page.export"
  case chooseTheme = "theme.choose"
  case justify = "page.justify"
  case help = "help.show"
  case commandLine = "line.open"
  case palette = "palette.show"
  case redraw = "screen.redraw"
  case suspend = "program.suspend"
  case quit = "program.quit"
}

/// Where the keys of a command hold.
package enum CommandScope: String, CaseIterable, Sendable {
  /// In the article, and in the pane where that has no use of its own for the key.
  case everywhere
  /// While the side pane has the keys.
  case pane
}

/// A heading of the help.
package enum CommandGroup: String, CaseIterable, Sendable {
  case moving, entities, quotations, notes, pane, searching, files, program

  /// The heading.
  package var title: PhraseKey {
    switch self {
    case .moving: .groupMoving
    case .entities: .groupEntities
    case .quotations: .groupQuotations
    case .notes: .groupNotes
    case .pane: .groupPane
    case .searching: .groupSearching
    case .files: .groupFiles
    case .program: .groupProgram
    }
  }
}

extension Command {
  /// Where the command stands in the help.
  package var group: CommandGroup { CommandTable.builtIn[self]?.group ?? .program }

  /// Where its keys hold.
  package var scope: CommandScope { CommandTable.builtIn[self]?.scope ?? .everywhere }

  /// What the command does, in a few words.
  package func title(in language: Language) -> String {
    let row = CommandTable.builtIn[self]
    return (language.code == .arabic ? row?.arabic : row?.english) ?? rawValue
  }
}
