import ArabicText
import EntityModel

// How sure a quotation is once its speaker is looked for.
extension SpeakerResolver {
  /// The confidence of the rule that found a quotation, less where its speaker is guessed at or has no name.
  func confidence(of quote: ResolvedQuotation) -> Double {
    let found = quote.found
    guard found.kind.isSpeech, found.speaker != .nobody else { return found.confidence }
    guard let speaker = quote.speaker else { return found.confidence * confidences.nobody }
    var confidence = found.confidence
    if found.source == nil { confidence *= confidences.dropped }
    switch joiner.clusters[speaker].kind {
    case .unnamed, .document: if !isClosed { confidence *= confidences.unnamed }
    case .person, .organisation, .place: break
    }
    return confidence
  }
}
