import ArabicText
import EntityModel

// Dropped subjects that only common nouns name.
extension SpeakerResolver {
  /// التقينا أحد الباعة؛ قال: who was met or asked right before, unless the verb goes on with a speech.
  mutating func broughtIn(before quote: FoundQuotation) -> Int? {
    if quote.isAnswer, let interviewed = interviewed(quote) { return interviewed }
    guard !quote.goesOn, let met = quote.met else { return nil }
    if let known = speakers[met] { return known }
    guard let person = entity(in: met) else { return nil }
    speakers[met] = person
    return person
  }

  /// Whom the paper asks: the one named in the paragraph, or who was quoted most often so far.
  private func interviewed(_ quote: FoundQuotation) -> Int? {
    // يعود سالم. نسأله: …: who is named in the paragraph.
    if let cue = quote.cue?.span.lower,
      let named = places[..<place(of: cue)].suffix(parameters.mentionMemory).last(where: {
        $0.span.lower >= paragraphStart && joiner.clusters[$0.cluster].kind == .person
          && agrees(joiner.clusters[$0.cluster], quote.slot)
      })
    {
      return named.cluster
    }
    var counts: [Int: Int] = [:]
    for speaker in history.suffix(parameters.subjectReports)
    where joiner.clusters[speaker].kind == .person && agrees(joiner.clusters[speaker], quote.slot) {
      counts[speaker, default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// `ranked`, but who stands nearest where the verb has another gender than the one person: القاضية … المتهم … فأجاب.
  mutating func fitting(_ ranked: Int, _ quote: FoundQuotation) -> Int {
    let kind = joiner.clusters[ranked].kind
    guard !isClosed, kind == .person || kind == .unnamed,
      !agrees(joiner.clusters[ranked], quote.slot),
      let nearest = nearest(to: quote)
    else { return ranked }
    return nearest
  }

  /// The noun of a person that stands last before the verb.
  mutating func nearest(to quote: FoundQuotation) -> Int? {
    guard !isClosed, let near = quote.near else { return nil }
    return speakers[near] ?? entity(in: near)
  }
}
