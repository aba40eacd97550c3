import ArabicText
import Platform

/// What a person has added to a passage: a highlight, a note, tags, a correction, or several of them.
package struct Annotation: Hashable, Sendable, Identifiable {
  /// Its name.
  package var id: AnnotationID
  /// The passage.
  package var anchor: Anchor
  /// The colour that the passage is highlighted in, if any.
  package var color: HighlightColor?
  /// The note, in plain text; empty where there is none.
  package var note: String
  /// The tags, in the order in which they were given, none twice.
  package var tags: [String]
  /// What it corrects in the analysis, if anything.
  package var correction: Correction?
  /// Where the correction holds; of no meaning without one.
  package var scope: Correction.Scope
  /// Whether it only proposes something that the person has yet to decide.
  package var isProposal: Bool
  /// A name that it shares with annotations that contradict it; accepting one removes the others.
  package var conflict: String?
  /// Texts, by their hash, in which the person said that it has no place.
  package var absentFrom: [String]
  /// Who made it, where that is known.
  package var author: String?
  /// When it was made.
  package var created: Timestamp
  /// When it was last changed.
  package var modified: Timestamp

  /// An annotation of the passage `anchor`.
  package init(
    id: AnnotationID = AnnotationID(), anchor: Anchor, color: HighlightColor? = nil,
    note: String = "", tags: [String] = [], correction: Correction? = nil,
    scope: Correction.Scope = .here, isProposal: Bool = false, conflict: String? = nil,
    absentFrom: [String] = [], author: String? = nil, created: Timestamp = .next(),
    modified: Timestamp? = nil
  ) {
    self.id = id
    self.anchor = anchor
    self.color = color
    self.note = note
    self.tags = tags
    self.correction = correction
    self.scope = scope
    self.isProposal = isProposal
    self.conflict = conflict
    self.absentFrom = absentFrom
    self.author = author
    self.created = created
    self.modified = modified ?? created
  }

  /// Whether nothing is left of it: no highlight, note, tag or correction.
  package var isBlank: Bool { color == nil && note.isEmpty && tags.isEmpty && correction == nil }

  /// Whether it is a correction of a name wherever the name stands, and says nothing of the passage itself.
  var isOfAllMentions: Bool {
    guard scope.isWide, color == nil, note.isEmpty, tags.isEmpty else { return false }
    return switch correction {
    case .retype, .rename, .merge, .reject, .add: true
    case .split, .confirm, .speaker, .unknown, nil: false
    }
  }

  /// What it says and of which passage, whoever made it and when.
  package var content: Content {
    Content(
      color: color, note: note, tags: Set(tags), correction: correction,
      contentHash: anchor.contentHash, start: anchor.start, end: anchor.end)
  }

  /// What an annotation says, to be compared with many others.
  package struct Content: Hashable, Sendable {
    fileprivate let color: HighlightColor?
    fileprivate let note: String
    fileprivate let tags: Set<String>
    fileprivate let correction: Correction?
    fileprivate let contentHash: String
    fileprivate let start, end: ScalarOffset
  }

  /// The kind of entity or the first tag, the colour, or "note": what tools that know spans with one
  /// label each are told.
  package var label: String {
    switch correction {
    case .add(let subject), .confirm(let subject): return subject.kind.rawValue
    case .retype(_, let kind): return kind.rawValue
    case .merge(_, let into): return into.kind.rawValue
    case .rename(let subject, _), .split(let subject, _): return subject.kind.rawValue
    case .reject, .speaker, .unknown, nil: break
    }
    if let tag = tags.first { return tag }
    if case .reject = correction { return "reject" }
    if case .speaker = correction { return "speaker" }
    return color?.rawValue ?? "note"
  }
}
