import ArabicText
import EntityModel

// Who is meant where a reporting word has no subject in its sentence: a ranker of antecedents.
//
// Lappin and Leass 1994 weigh such signs by hand; here a log-linear model has learnt the weights (Denis and
// Baldridge 2008), from the labelled quotations.
extension SpeakerResolver {
  /// The entity that the learnt weights put first.
  ///
  /// - Complexity: O(1): a bounded number of mentions and speakers before the reporting word is looked at.
  mutating func ranked(_ quote: FoundQuotation) -> Int? {
    // Marked speech without a reporting word has who does what stands before it.
    guard quote.slot != .passive,
      let cue = quote.cue?.span.lower ?? quote.slot.flatMap({ _ in quote.content.first?.lower })
    else { return nil }
    var candidates = candidates(of: quote, at: cue)
    if let asker = quote.asker.flatMap({ speakers[$0] }) {
      candidates.removeAll { $0.cluster == asker }
    }
    if quote.cue == nil {
      // تضحك: «…»
      let people = candidates.filter { joiner.clusters[$0.cluster].kind == .person }
      if !people.isEmpty { candidates = people }
    }
    if quote.cue != nil { dropped?.append(DroppedSubject(cue: cue, candidates: candidates)) }
    let weights = Lexicon.builtIn.antecedents
    return candidates.max { weights[$0.features] < weights[$1.features] }?.cluster
  }

  /// Who may be meant: those mentioned last and those who spoke last.
  private mutating func candidates(
    of quote: FoundQuotation, at cue: TextOffset
  ) -> [(cluster: Int, features: AntecedentFeatures)] {
    var clusters: [Int] = []
    var people: [Int] = []
    /// How many people were mentioned behind the last mention of each candidate.
    var since: [Int: Int] = [:]
    for place in places[..<place(of: cue)].suffix(parameters.mentionMemory).reversed()
    where !clusters.contains(place.cluster) {
      clusters.append(place.cluster)
      since[place.cluster] = people.count
      if joiner.clusters[place.cluster].kind == .person { people.append(place.cluster) }
      if clusters.count == parameters.antecedents { break }
    }
    // وصل الوزير إلى القاهرة. وقال: a place as a goal or an origin says nothing.
    clusters.removeAll { isGoal($0, before: cue) || isMedium($0, before: cue) }
    clusters.removeAll { cluster in
      let last = joiner.clusters[cluster].lastMention(before: cue)
      return quote.passing.contains { $0.lower == last }
    }
    let latest = clusters.first
    var speakers: [Int] = []
    for speaker in history.suffix(parameters.subjectReports).reversed()
    where !speakers.contains(speaker) {
      speakers.append(speaker)
      if !clusters.contains(speaker) { clusters.append(speaker) }
      if speakers.count == parameters.subjectMemory { break }
    }
    let topic = topic(of: quote)
    let introduced = introduced(before: quote)
    let fitting = fitting(clusters, of: quote.slot, before: cue)
    return (fitting.isEmpty ? clusters : fitting).map { cluster in
      var features = formFeatures(of: cluster, quote.slot)
      features.formUnion(speechFeatures(of: cluster, speakers, quote))
      features.formUnion(placeFeatures(of: cluster, before: cue, since: since[cluster]))
      if cluster == latest { features.insert(.latest) }
      if cluster == topic { features.insert(.topic) }
      if cluster == introduced { features.insert(.introduced) }
      return (cluster, features)
    }
  }

  /// Those of `clusters` that the form of the verb allows: وأضاف is no verb of المحتجون, nor وأضافت one of a minister behind whom
  /// somebody else was named of whom it may be.
  private func fitting(_ clusters: [Int], of slot: CueSlot?, before cue: TextOffset) -> [Int] {
    let latest = clusters.compactMap { cluster -> TextOffset? in
      let entity = joiner.clusters[cluster]
      guard entity.agreement != nil, agrees(entity, slot) else { return nil }
      return entity.lastMention(before: cue)
    }.max()
    let spokeAsWoman = clusters.contains {
      joiner.clusters[$0].kind == .person && joiner.clusters[$0].agreement == .feminine
        && history.contains($0)
    }
    return clusters.filter { cluster in
      let entity = joiner.clusters[cluster]
      if isSeveral(cluster, slot) { return false }
      guard let latest, entity.kind == .person, !agrees(entity, slot),
        let last = entity.lastMention(before: cue)
      else { return true }
      // وتقول is no verb of a man while a woman of the story may be meant.
      return last > latest && !(slot == .feminine && spokeAsWoman)
    }
  }

  /// Whether a place was named behind a preposition last.
  private func isGoal(_ cluster: Int, before cue: TextOffset) -> Bool {
    let entity = joiner.clusters[cluster]
    guard entity.kind == .place, !history.contains(cluster),
      let last = entity.lastMention(before: cue), let word = word(before: last)
    else { return false }
    return classes(of: word[...]).contains(.placePreposition)
  }

  /// في مقال بصحيفة «الوادي»، وقالت: whether an organisation that has not spoken was named last as the medium of what somebody
  /// else said.
  private func isMedium(_ cluster: Int, before cue: TextOffset) -> Bool {
    let entity = joiner.clusters[cluster]
    guard entity.kind == .organisation, !history.contains(cluster),
      var last = entity.lastMention(before: cue)
    else { return false }
    if let mark = text.scalar(before: last), QuotationSigns.isMark(mark.value) {
      last = mark.offset
    }
    guard let word = word(before: last), let first = word.unicodeScalars.first else { return false }
    let noun = word.hasPrefix("لل") ? word.dropFirst(2) : word.dropFirst()
    return (first == "ب" || first == "ل") && classes(of: word[...]).isEmpty
      && classes(of: noun).contains(.organisationClass)
  }

  /// Whether an entity without a name is several, and the verb in the singular.
  private func isSeveral(_ cluster: Int, _ slot: CueSlot?) -> Bool {
    let entity = joiner.clusters[cluster]
    return entity.kind == .unnamed && entity.agreement == .plural
      && (slot == .masculine || slot == .participleMasculine)
  }

  private func speechFeatures(
    of cluster: Int, _ speakers: [Int], _ quote: FoundQuotation
  ) -> AntecedentFeatures {
    var features: AntecedentFeatures = []
    switch speakers.firstIndex(of: cluster) {
    case 0:
      features.insert(.last)
      if quote.isContinuation { features.insert(.lastGoesOn) }
      if quote.slot?.isParticiple == true { features.insert(.lastOfParticiple) }
    case 1: features.insert(.second)
    case .some: features.insert(.earlier)
    case nil:
      features.insert(.silent)
      if quote.isContinuation { features.insert(.silentGoesOn) }
    }
    return features
  }

  private func placeFeatures(
    of cluster: Int, before cue: TextOffset, since: Int?
  ) -> AntecedentFeatures {
    let last = joiner.clusters[cluster].lastMention(before: cue) ?? .zero
    var features = AntecedentFeatures([
      last >= paragraphStart ? .here : last >= previousParagraphStart ? .before : .far,
      since == 0 ? .nobodySince : since == 1 ? .oneSince : .moreSince,
    ])
    if joiner.clusters[cluster].isMentioned(in: TextSpan(.zero, headlineEnd)) {
      features.insert(.headline)
    }
    return features
  }

  /// What the form of the verb says with the kind of the entity, and its gender and number.
  private func formFeatures(of cluster: Int, _ slot: CueSlot?) -> AntecedentFeatures {
    let entity = joiner.clusters[cluster]
    var features: AntecedentFeatures = []
    if entity.agreement != nil, slot != nil {
      features.insert(agrees(entity, slot) ? .agrees : .disagrees)
    }
    let isPlural = slot == .plural || slot == .participlePlural
    let isHe = slot == .masculine || slot == .participleMasculine
    let isShe = slot?.isFeminine == true
    switch entity.kind {
    case .person:
      features.insert(.person)
      if isPlural { features.insert(.theyPerson) }
    case .organisation:
      features.insert(.organisation)
      if isHe { features.insert(.heOrganisation) }
      if isShe { features.insert(.sheOrganisation) }
      if isPlural { features.insert(.theyOrganisation) }
    case .place:
      features.insert(.place)
      if isHe { features.insert(.hePlace) }
      if isShe { features.insert(.shePlace) }
    case .document: features.insert(.document)
    case .unnamed:
      features.insert(.unnamed)
      if isHe { features.insert(.heUnnamed) }
      if isShe { features.insert(.sheUnnamed) }
      if isPlural { features.insert(.theyUnnamed) }
    }
    return features
  }
}
