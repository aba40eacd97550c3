import Interface

/// What was done, for the status line and for who undoes it.
package enum NoteAction: String, Hashable, Sendable, CaseIterable {
  case highlighted, noted, tagged, corrected, removed, accepted, rejected

  /// Whether a person has written or chosen something for it, which must not be lost where the store
  /// refuses it.
  package var isWritten: Bool {
    switch self {
    case .highlighted, .noted, .tagged, .corrected: true
    case .removed, .accepted, .rejected: false
    }
  }

  /// What the status line says once the store has confirmed it.
  var phrase: PhraseKey {
    switch self {
    case .highlighted: .noteHighlighted
    case .noted: .noteSaved
    case .tagged: .noteTagged
    case .corrected: .noteCorrected
    case .removed: .noteRemoved
    case .accepted: .noteAccepted
    case .rejected: .noteRejected
    }
  }
}

extension NoteAction {
  /// What a change is called, by its summary in the journal, where it is undone or done again.
  static func name(ofSummary summary: String) -> PhraseKey? {
    switch summary {
    case "imported": .changeImported
    case "merged": .changeMerged
    default: NoteAction(rawValue: summary)?.name
    }
  }

  private var name: PhraseKey {
    switch self {
    case .highlighted: .changeHighlighted
    case .noted: .changeNoted
    case .tagged: .changeTagged
    case .corrected: .changeCorrected
    case .removed: .changeRemoved
    case .accepted: .changeAccepted
    case .rejected: .changeRejected
    }
  }
}
