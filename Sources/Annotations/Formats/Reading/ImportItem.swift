import ArabicText

/// An item as a file has it, before its place in the text is known.
struct ImportItem {
  /// A piece of its passage by offsets, the end exclusive, in a unit that is yet to be recognised.
  struct Piece: Hashable {
    var start: Int
    var end: Int
  }

  /// Where in the file it stands.
  var spot: ImportSpot
  /// Its place by offsets, in order; none where it is known by its words alone.
  var pieces: [Piece]
  /// The words that it quotes, one for each piece, or one for all with blanks between the pieces.
  var words: [String]?
  /// The words before it, where the file has them.
  var prefix = ""
  /// The words after it, where the file has them.
  var suffix = ""
  /// The text of its row, by its index among ``ImportFile/texts``; that of the article without one.
  var text: Int?
  /// Makes the annotation, or says why there is none.
  var make: (Anchor) -> Result<Annotation, Unmade> = { .success(Annotation(anchor: $0)) }

  /// Why no annotation is made of an item whose place is known.
  enum Unmade: Error {
    /// It has no label, note, tag or colour.
    case blank
    /// What Rawi has written beside it for itself cannot be read.
    case damaged

    /// The reason to report.
    var reason: ImportReason {
      switch self {
      case .blank: .saysNothing
      case .damaged: .damagedDetails
      }
    }
  }
}

/// What a reader finds in a file, in order: one entry for each item.
enum ImportEntry {
  /// An item whose place is to be found.
  case item(ImportItem)
  /// An item whose place was found by its tokens.
  case placed(ImportSpot, TextSpan, label: String)
  /// A finding of an analysis.
  case finding
  /// What was not taken since it does not fit.
  case refused(ImportSpot, ImportReason)
  /// What was not taken since it has no place in a text, or was not meant to be kept.
  case leftOut(ImportSpot, ImportReason)
}

/// A file as a reader of its kind understands it.
struct ImportFile {
  /// Its items.
  var entries: [ImportEntry] = []
  /// The texts that its rows give.
  var texts: [String] = []
  /// Whether a label was a number.
  var hasNumbersForLabels = false
  /// Whether spans began with tokens whose tags do not say that they do.
  var hasFreeBeginnings = false
  /// What could not be read of the items.
  var unread: [ImportUnread] = []

  mutating func refuse(_ spot: ImportSpot, _ reason: ImportReason) {
    entries.append(.refused(spot, reason))
  }

  mutating func leaveOut(_ spot: ImportSpot, _ reason: ImportReason) {
    entries.append(.leftOut(spot, reason))
  }
}
