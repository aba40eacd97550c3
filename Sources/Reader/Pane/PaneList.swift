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
struct PaneOptions: Hashable {
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
  /// The speakers of whom only the name is shown.
  var foldedSpeakers: Set<SpeakerGroup> = []
  /// How the words of quotations are set where they have room for more than a row.
  var setting: QuotationSetting?
}

extension PaneOptions {
  /// The options of `state`, of the person and of the document.
  init(_ state: ReaderState) {
    speaker = state.article.pane.speaker
    order = state.preferences.pane.order
    folded = state.preferences.pane.folded
    filter = state.article.pane.filter
    expanded = state.article.pane.expanded
    foldedSpeakers = state.article.pane.foldedSpeakers
    setting = QuotationSetting(state)
  }
}

/// Remembers the rows of the side pane that were asked for last.
///
/// They depend on nothing but the results, the annotations and the options, so that remembering them
/// never changes what anyone sees.
final class PaneListCache: Sendable {
  private struct Key: Equatable {
    var results: Identity
    var notes: Identity
    var options: PaneOptions
  }

  private let known = Remembered<Key, [PaneRow]>()

  /// The rows of the pane of `state`, made now or remembered.
  ///
  /// - Complexity: O(1) where remembered, else that of ``PaneList/init(_:_:in:)``.
  func rows(of state: ReaderState) -> [PaneRow] {
    let key = Key(
      results: state.article.results.identity, notes: state.article.notes.identity,
      options: PaneOptions(state))
    return known.value(of: key) {
      let names = PaneList(state.article.results, key.options, in: state.text).rows
      let notes = state.noteRows
      return names.isEmpty || notes.isEmpty ? names + notes : names + [.gap] + notes
    }
  }
}

/// The rows of names and quotations in the side pane.
struct PaneList {
  /// All rows from the top.
  private(set) var rows: [PaneRow]
  private let results: AnalysisIndex
  private let analysis: Analysis
  private let text: DecodedText
  private let options: PaneOptions
  private let pattern: SearchPattern?

  /// The rows that `options` leave of `results`.
  ///
  /// - Complexity: O(*n* log *n*) in the entities; with a filter, O(*m*) in the letters of all names
  ///   and quotations.
  init(_ results: AnalysisIndex, _ options: PaneOptions, in text: DecodedText) {
    self.results = results
    self.analysis = results.analysis
    self.text = text
    self.options = options
    pattern = .folded(options.filter)
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

  /// The quotations under those who say them, or of one speaker where one is asked for.
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
    let heading = PaneRow.quotationHeading(count: speech.count)
    guard options.speaker == nil else { return [heading] + speech.flatMap(rows(ofQuotation:)) }
    return [heading] + grouped(speech)
  }

  /// The quotations of each speaker in text order; who is not named comes last.
  private func grouped(_ speech: [Int]) -> [PaneRow] {
    var groups: [SpeakerGroup] = []
    var members: [SpeakerGroup: [Int]] = [:]
    for index in speech {
      let group = results.group(of: analysis.quotations[index], in: text)
      if members[group] == nil { groups.append(group) }
      members[group, default: []].append(index)
    }
    func rank(_ group: SpeakerGroup) -> Int {
      if group == .unknown { return .max }
      return options.order == .firstMention ? 0 : -(members[group]?.count ?? 0)
    }
    // The sort is stable: of those that rank alike, who speaks first comes first.
    return groups.sorted { rank($0) < rank($1) }.flatMap { group -> [PaneRow] in
      let own = members[group] ?? []
      // What a filter has found is shown.
      let isFolded = options.foldedSpeakers.contains(group) && options.filter.isEmpty
      return [.speaker(group, count: own.count)] + (isFolded ? [] : own.flatMap(rows(ofQuotation:)))
    }
  }

  private func rows(ofQuotation index: Int) -> [PaneRow] {
    let quotation = analysis.quotations[index]
    let lines = options.setting?.lines(of: quotation, in: text).count ?? 1
    return [.quotation(index)] + (1..<max(1, lines)).map { .quotationRest(index, line: $0) }
  }

  // MARK: Filter

  private func matches(_ entity: Entity) -> Bool {
    guard let pattern else { return true }
    if matches(pattern, entity.canonical) { return true }
    // A name is found by any form in which the text writes it.
    let forms = Set(entity.mentions.lazy.map { text.words(in: $0.span) })
    return forms.contains { matches(pattern, $0) }
  }

  private func matches(_ quotation: Quotation) -> Bool {
    guard let pattern else { return true }
    let name = analysis.speakerName(of: quotation, in: text) ?? ""
    return matches(pattern, name)
      || quotation.content.contains { !pattern.matches(in: text, span: $0).isEmpty }
  }

  private func matches(_ pattern: SearchPattern, _ string: String) -> Bool {
    let text = DecodedText(string)
    return !pattern.matches(in: text, span: text.span).isEmpty
  }
}
