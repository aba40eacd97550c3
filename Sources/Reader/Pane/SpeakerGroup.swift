import ArabicAnalysis
import ArabicText
import Interface

/// Whose quotations stand together in the side pane.
package enum SpeakerGroup: Hashable, Sendable {
  /// Those of an entity.
  case entity(EntityID)
  /// Those of somebody whom only a phrase of the text names.
  case named(String)
  /// Those of which the text does not tell who speaks.
  case unknown
}

extension AnalysisIndex {
  /// The group that `quotation` belongs to.
  func group(of quotation: Quotation, in text: DecodedText) -> SpeakerGroup {
    if let speaker = quotation.speaker, index(of: speaker) != nil { return .entity(speaker) }
    return quotation.source.map { .named(text.words(in: $0)) } ?? .unknown
  }
}

extension ReaderState {
  /// The quotations among which keys step and which are counted: of the speaker whose quotations alone
  /// are listed, else all; words in marks that nobody says apart from speech.
  func quotations(countedWith quotation: Quotation) -> [Quotation] {
    let all = article.results.analysis.quotations
    guard quotation.kind.isSpeech else { return all.filter { !$0.kind.isSpeech } }
    let speech = all.filter(\.kind.isSpeech)
    guard let speaker = article.pane.speaker, quotation.speaker == speaker else { return speech }
    return speech.filter { $0.speaker == speaker }
  }

  /// The quotations that the keys for the next and the previous one go through.
  var steppedQuotations: [Quotation] {
    let all = article.results.analysis.quotations
    guard let speaker = article.pane.speaker else { return all }
    return all.filter { $0.kind.isSpeech && $0.speaker == speaker }
  }

  /// All that is said by who says `quotation`.
  func quotations(bySpeakerOf quotation: Quotation) -> [Quotation] {
    let results = article.results
    let group = results.group(of: quotation, in: text)
    return results.analysis.quotations.filter {
      $0.kind.isSpeech == quotation.kind.isSpeech && results.group(of: $0, in: text) == group
    }
  }

  /// How many quotations there are, and whose; where both have no room, whose.
  func quotationHeading(_ count: Int, columns: Int) -> String {
    let heading = string(.headingQuotations, .number(count))
    guard let speaker = article.pane.speaker.map({ Label.isolated(name(of: $0)) })
    else { return heading }
    let whole = heading + " · " + speaker
    return Label.columns(of: whole, lettering: appearance.lettering) <= columns
      ? whole : "\(speaker) (\(language.string(of: count)))"
  }

  /// What a group is called.
  func name(of group: SpeakerGroup) -> String {
    switch group {
    case .entity(let id): name(of: id)
    case .named(let name): name
    case .unknown: string(.speakerNotNamed)
    }
  }

  // MARK: Folding

  /// Shows only the name of a group, or its quotations again.
  mutating func toggle(_ group: SpeakerGroup) {
    if article.pane.foldedSpeakers.remove(group) == nil {
      article.pane.foldedSpeakers.insert(group)
    }
    article.pane.selected = .speaker(group)
    keepPaneRowVisible()
  }

  /// Goes to the first quotation of a group, or shows its quotations where only its name is shown.
  ///
  /// - Returns: whether the article is to have the keys.
  mutating func follow(_ group: SpeakerGroup) -> Bool {
    if article.pane.foldedSpeakers.contains(group) {
      toggle(group)
      return false
    }
    let first = article.results.analysis.quotations.first {
      $0.kind.isSpeech && article.results.group(of: $0, in: text) == group
    }
    guard let span = first?.content.first else { return false }
    selectQuotation(span)
    return true
  }
}
