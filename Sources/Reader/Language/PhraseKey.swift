/// Every sentence of the interface, by its key in `CBuiltInData/interface/phrases.tsv`.
///
/// A new sentence is a case here and a row there; a test finds one without the other.
public enum PhraseKey: String, CaseIterable, Hashable, Sendable {
  // MARK: Notices of the status line
  case selectFirst
  case copied
  case paneTooNarrow
  case paneNothingSelected
  case nobodyQuotes
  case noJump
  case onlyMarksTyped
  case nothingSearchedYet
  case fromStartAgain
  case fromEndAgain
  case notFound
  case noNames
  case noPeople
  case noOrganisations
  case noPlaces
  case noQuotations
  case soFar
  case speakerUnknown
  case whereYouLeftOff
  case keyUnknown
  case linesJustified
  case linesRagged
  case memoryDamaged
  case memoryUnavailable
  // MARK: Kinds of names and quotations
  case person
  case organisation
  case place
  case document
  case unnamedSource
  case directSpeech
  case mixedSpeech
  case indirectSpeech
  case scareQuotes
  // MARK: Status line
  case order
  case searching
  case analysing
  // MARK: Side pane and card
  case headingPeople
  case headingOrganisations
  case headingPlaces
  case headingDocuments
  case headingUnnamedSources
  case headingQuotations
  case lookingForNames
  case headingWritten
  case headingMentions
  case headingCompanions
  // MARK: Help
  case groupMoving
  case groupEntities
  case groupQuotations
  case groupPane
  case groupSearching
  case groupProgram
  case helpNote
  case helpMove
  case helpClose
  // MARK: Annotations
  case selectPassageFirst
  case selectingHelp
  case noteSaving
  case noteHighlighted
  case noteSaved
  case noteTagged
  case noteCorrected
  case noteRemoved
  case noteAccepted
  case noteRejected
  case noteUndone
  case noteRedone
  case nothingToUndo
  case nothingToRedo
  case noteDiscarded
  case noteKeptBeside
  case noteNotSaved
  case notesUnavailable
  case notesChangedElsewhere
  case noteNone
  case noteNoneHere
  case notesMoved
  case reviewHelp
  case reviewNothing
  case noNameHere
  case nameUnknown
  case askTags
  case askFilter
  case askCorrection
  case askRename
  case askMerge
  case askSplit
  case askSpeaker
  case askScope
  case headingNotes
  case headingNoteEditor
  case noteOrphan
  case colorYellow
  case colorGreen
  case colorBlue
  case colorPink
  case colorOrange
  case groupNotes
  // MARK: Names of keys, as on the keyboard
  case keySpace
  case keyControl
  case keyAlt
  case keyPageUp
  case keyPageDown
  case keyHome
  case keyEnd
  case keyEnter
  case keyTab
  case keyBackTab
  case keyEscape
  case keyBackspace
  case keyDelete
  case keyInsert
  case keyFunction
}
