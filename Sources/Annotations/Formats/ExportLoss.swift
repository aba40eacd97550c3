import ArabicText

/// Something that an annotation or a finding holds and a format has no room for, while the passage with
/// its label goes out.
///
/// Identifiers and times are none: it is said of a format once that it has none.
package enum ExportLoss: Hashable, Sendable, CaseIterable {
  /// The words of a note.
  case note
  /// A tag that is not the label.
  case tag
  /// The colour of a highlight.
  case color
  /// What is corrected, or a part of it.
  case correction
  /// That a correction holds for more than its passage.
  case scope
  /// That it is only proposed, or contradicts another one.
  case proposal
  /// That it has no place in other states of the text.
  case absence
  /// Who made it.
  case author
  /// Blanks and controls in a label.
  case labelSigns
  /// That a passage over the end of a sentence is one.
  case wholeness
  /// A name of the analysis that overlaps another span.
  case name
  /// A quotation of the analysis.
  case quotation
}

extension ExportResult {
  /// Counts what `format` has no room for of annotations that it writes.
  mutating func count(lossesOf annotations: [PlacedAnnotation], in format: ExchangeFormat) {
    for placed in annotations {
      for loss in format.losses(of: placed) { losses[loss, default: 0] += 1 }
    }
  }
}

extension ExchangeFormat {
  /// What there is no room for of an annotation that is written.
  fileprivate func losses(of placed: PlacedAnnotation) -> Set<ExportLoss> {
    let annotation = placed.annotation
    let held = annotation.parts
    switch self {
    case .w3c, .brat, .jsonl: return []
    case .csv:
      // Of what another one is merged into, the label has the kind.
      return held.intersection([.proposal, .absence])
        .union(annotation.correction?.isOfNames ?? true ? [] : [.correction])
    case .markdown, .html:
      var shown: Set<ExportLoss> = [.note, .tag]
      if self == .html, placed.placement.isCertain { shown.insert(.color) }
      if annotation.correction?.isSaidInWords ?? true { shown.insert(.correction) }
      return held.subtracting(shown)
    case .conll:
      let label = annotation.label
      var lost = held
      if annotation.tags.allSatisfy({ $0 == label }) { lost.remove(.tag) }
      if annotation.color?.rawValue == label { lost.remove(.color) }
      if case .add(let subject) = annotation.correction, subject.name == annotation.anchor.exact {
        lost.remove(.correction)
      }
      if ConllFormat.tag(label) != label { lost.insert(.labelSigns) }
      return lost
    }
  }
}

extension Annotation {
  /// What it holds besides its passage.
  fileprivate var parts: Set<ExportLoss> {
    let all: [(ExportLoss, Bool)] = [
      (.note, !note.isEmpty), (.tag, !tags.isEmpty), (.color, color != nil),
      (.correction, correction != nil), (.scope, correction != nil && scope.isWide),
      (.proposal, isProposal || conflict != nil), (.absence, !absentFrom.isEmpty),
      (.author, author != nil),
    ]
    return Set(all.filter(\.1).map(\.0))
  }
}

extension Correction {
  /// Whether names and kinds say all of it.
  fileprivate var isOfNames: Bool {
    switch self {
    case .speaker(_, let source): source == nil
    case .unknown: false
    case .retype, .rename, .merge, .split, .reject, .add, .confirm: true
    }
  }

  /// Whether the words for people say all of it.
  fileprivate var isSaidInWords: Bool {
    if case .merge(let subject, let into) = self { subject.kind == into.kind } else { isOfNames }
  }
}
