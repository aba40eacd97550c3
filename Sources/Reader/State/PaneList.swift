import ArabicAnalysis
import ArabicText

/// A section of the side pane.
package enum PaneSection: Hashable, Sendable {
  case people, organisations, places, quotations

  /// The section that lists names of `kind`, where there is one.
  init?(_ kind: EntityKind) {
    switch kind {
    case .person: self = .people
    case .organisation: self = .organisations
    case .place: self = .places
    case .document, .unnamed: return nil
    }
  }
}

/// How the names of a section are sorted.
package enum PaneOrder: Hashable, Sendable {
  /// The most frequent first.
  case frequency
  /// By the first mention.
  case firstMention
}

/// What decides which rows the side pane has.
package struct PaneOptions: Hashable, Sendable {
  /// The speaker whose quotations alone are listed, or `nil` for all.
  var speaker: EntityID?
  /// How names are sorted.
  var order = PaneOrder.frequency
  /// The sections of which only the heading is shown.
  var folded: Set<PaneSection> = []
  /// What names and quotations must hold to be listed, however it is spelt.
  var filter = ""
  /// The name whose mentions are listed below it.
  var expanded: EntityID?
}

/// The rows of the side pane, made once for each change of the marks or of the options.
struct PaneList: Sendable {
  /// All rows from the top.
  private(set) var rows: [PaneRow]
  private let analysis: Analysis
  private let text: DecodedText
  private let options: PaneOptions
  private let pattern: FoldedPattern?

  /// The rows that `options` leave of `marks`.
  ///
  /// - Complexity: O(*n* log *n*) in the entities; with a filter, O(*m*) in the letters of all names
  ///   and quotations.
  init(_ marks: Marks, _ options: PaneOptions, in text: DecodedText) {
    self.analysis = marks.analysis
    self.text = text
    self.options = options
    pattern = options.filter.isEmpty ? nil : FoldedPattern(options.filter)
    rows = []
    var sections = [EntityKind.person, .organisation, .place].map(entityRows)
    sections.append(quotationRows)
    rows = Array(sections.filter { !$0.isEmpty }.joined(separator: [.gap]))
  }

  private func entityRows(_ kind: EntityKind) -> [PaneRow] {
    let found = analysis.entities.indices.filter {
      analysis.entities[$0].kind == kind && matches(analysis.entities[$0])
    }
    guard !found.isEmpty, let section = PaneSection(kind) else { return [] }
    if options.folded.contains(section) { return [.folded(section, count: found.count)] }
    // Entities come in order of first mention and the sort is stable.
    let sorted =
      options.order == .firstMention
      ? found
      : found.sorted {
        analysis.entities[$0].mentions.count > analysis.entities[$1].mentions.count
      }
    return [.heading(kind, count: found.count)]
      + sorted.flatMap { index -> [PaneRow] in
        let entity = analysis.entities[index]
        guard entity.id == options.expanded else { return [.entity(index)] }
        return [.entity(index)]
          + entity.mentions.indices.map { .mention(entity: index, number: $0) }
      }
  }

  /// The quotations in text order, of one speaker where one is asked for.
  private var quotationRows: [PaneRow] {
    let speech = analysis.quotations.indices.filter { index in
      let quotation = analysis.quotations[index]
      return quotation.kind.isSpeech
        && (options.speaker == nil || quotation.speaker == options.speaker) && matches(quotation)
    }
    guard !speech.isEmpty || options.speaker != nil else { return [] }
    if options.folded.contains(.quotations) {
      return [.folded(.quotations, count: speech.count)]
    }
    return [.quotationHeading(count: speech.count)] + speech.map(PaneRow.quotation)
  }

  // MARK: Filter

  private func matches(_ entity: Entity) -> Bool {
    guard let pattern else { return true }
    if matches(pattern, entity.canonical) { return true }
    // A name is found by any form in which the text writes it.
    let forms = Set(entity.mentions.lazy.map { text.string(in: $0.span) })
    return forms.contains { matches(pattern, $0) }
  }

  private func matches(_ quotation: Quotation) -> Bool {
    guard let pattern else { return true }
    let name = analysis.speakerName(of: quotation, in: text) ?? ""
    return matches(pattern, name)
      || quotation.content.contains { !pattern.matches(in: text, span: $0).isEmpty }
  }

  private func matches(_ pattern: FoldedPattern, _ string: String) -> Bool {
    let text = DecodedText(string)
    return !pattern.matches(in: text, span: text.span).isEmpty
  }
}
