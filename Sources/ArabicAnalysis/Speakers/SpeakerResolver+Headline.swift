import ArabicText
import EntityModel

// Whom a headline leaves without a name: "a Russian official: …", named where the article begins to quote.
extension SpeakerResolver {
  /// Remembers who speaks in the headline, where that is one person without a name.
  mutating func noteHeadline(_ quote: FoundQuotation, _ speaker: Int) {
    guard quote.rule == .headlineColon || quote.rule == .verbColon && isInHeadline(quote),
      !isClosed, !endsAsSentence,
      joiner.clusters[speaker].kind == .unnamed,
      let source = quote.source, let head = nominal(at: source), head.span.lower == source.lower,
      head.agreement != .plural,
      !head.classes.isDisjoint(with: [.title, .unnamedSource]),
      head.classes.isDisjoint(with: [.people, .body])
    else { return }
    headlineSource = speaker
  }

  /// Whether the first paragraph ends in a full stop, as headlines do not.
  private var endsAsSentence: Bool {
    text.scalar(before: headlineEnd).map { $0.value == UInt32(UInt8(ascii: ".")) } ?? false
  }

  private func isInHeadline(_ quote: FoundQuotation) -> Bool {
    quote.source.map { $0.upper <= headlineEnd } ?? false
  }

  /// السفير الفرنسي, where "N, the ambassador of France" speaks: whether the source phrase of a report has the noun
  /// of a title that stands with the article.
  private func repeats(_ title: TextSpan, _ report: FoundQuotation) -> Bool {
    guard let noun = headNoun(of: title), let source = report.source else { return false }
    return text.string(in: source).split(separator: " ").contains { word in
      let word = Folding.search.fold(String(word))
      return word == noun || word == "ال" + noun
    }
  }

  /// The person whom the first quotation below the headline has as its speaker, where it is a name that the
  /// headline does not have and whose gender fits.
  ///
  /// Of four such headlines of labelled news all four persons are named below, in the first quotation.
  mutating func namedInBody(_ report: ResolvedQuotation) -> Int? {
    guard let unnamed = headlineSource, let speaker = report.speaker, speaker != unnamed else {
      return nil
    }
    headlineSource = nil
    let (named, nameless) = (joiner.clusters[speaker], joiner.clusters[unnamed])
    guard report.found.kind.isSpeech, named.kind == .person, nameless.mentions.count == 1,
      let headline = nameless.mentions.first?.span,
      named.lastMention(before: headline.upper) == nil,
      named.agreement ?? nameless.agreement == nameless.agreement,
      !text.string(in: headline).hasPrefix("ال") || repeats(headline, report.found)
    else {
      return nil
    }
    headlineSource = unnamed
    return speaker
  }

  /// Notes that "the spokesman N" is who was "a spokesman" before.
  mutating func joinIntroduced(_ person: Int, by title: FoundNominal?, in source: TextSpan) {
    guard let title, title.isDefinite, title.span.lower == source.lower,
      title.classes.contains(.title), title.agreement != .plural,
      let unnamed = unnamedHeads[headNoun(of: source) ?? ""]?.last, unnamed != person,
      joiner.clusters[unnamed].kind == .unnamed,
      joiner.clusters[unnamed].agreement ?? title.agreement == title.agreement,
      let first = joiner.clusters[unnamed].mentions.first?.span,
      joiner.clusters[person].lastMention(before: first.lower) == nil,
      !isOtherOffice(unnamed, than: source)
    else { return }
    renamed.append((unnamed, person))
  }

  /// Makes the mentions of a nameless entity those of `named`, in all that was resolved so far.
  ///
  /// - Complexity: O(*m* log *n*) in its mentions and reports, but for the last speakers.
  mutating func rename(_ unnamed: Int, to named: Int, _ resolved: inout [ResolvedQuotation]) {
    for mention in joiner.clusters[unnamed].mentions {
      let phrase = text.string(in: mention.span)
      // المبعوث الروسي means the same one again, "a Russian envoy" need not.
      if phrase.hasPrefix("ال") {
        unnamedPhrases[phrase] = named
      } else if unnamedPhrases[phrase] == unnamed {
        unnamedPhrases[phrase] = nil
      }
      if let head = headNoun(of: mention.span) {
        unnamedHeads[head]?.removeAll { $0 == unnamed }
      }
      let key = unknownKey(of: mention.span)
      if unknownSources[key] == unnamed { unknownSources[key] = named }
      if speakers[mention.span] == unnamed { speakers[mention.span] = named }
      let place = place(of: mention.span.lower)
      if place < places.count, places[place].cluster == unnamed { places[place].cluster = named }
    }
    for index in reports[unnamed] ?? [] {
      if resolved[index].speaker == unnamed { resolved[index].speaker = named }
      if resolved[index].via == unnamed { resolved[index].via = named }
    }
    reports[named, default: []] += reports.removeValue(forKey: unnamed) ?? []
    let memory = max(parameters.subjectMemory, parameters.titleMemory)
    for index in history.indices.suffix(memory) where history[index] == unnamed {
      history[index] = named
    }
    joiner.merge(unnamed, into: named)
    headlineSource = nil
  }
}
