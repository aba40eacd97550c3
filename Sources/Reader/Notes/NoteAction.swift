import Interface

/// What was done, for the status line and for who undoes it.
package enum NoteAction: String, Hashable, Sendable, CaseIterable {
  case highlighted, noted, tagged, corrected, removed, accepted, rejected

  /// Whether words were written for it, which must not be lost where the store refuses them.
  package var isWritten: Bool { self == .noted || self == .tagged }

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
