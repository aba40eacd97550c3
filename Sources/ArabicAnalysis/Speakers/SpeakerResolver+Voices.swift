import ArabicText
import EntityModel

// Those who report what is no quotation, and go on to say something.
extension SpeakerResolver {
  /// أعربت واشنطن عن قلقها، ثم كما أشارت إلى أن: who reports in the sentence before what is no quotation, where the verb of
  /// `quote` opens its sentence and agrees.
  ///
  /// - Complexity: O(*n*) in the voices behind the quotation, and a sentence of the text.
  mutating func voice(before quote: FoundQuotation) -> Int? {
    guard let cue = quote.cue?.span.lower, quote.slot == .masculine || quote.slot == .feminine,
      let voice = voices.last(where: { $0.upper <= cue }),
      cue - voice.upper < joiner.parameters.longestSentence, opensNextSentence(cue, behind: voice),
      let cluster = mentions(in: voice).first?.cluster ?? speakers[voice]
        ?? (isClosed ? nil : entity(in: voice)),
      agrees(joiner.clusters[cluster], quote.slot)
    else { return nil }
    return cluster
  }

  /// Whether `offset` is behind the first word of the sentence after the one of `voice`.
  private func opensNextSentence(_ offset: TextOffset, behind voice: TextSpan) -> Bool {
    var ends = 0
    var isBehindEnd = false
    var lettersSinceEnd = 0
    for scalar in text.scalars(in: TextSpan(voice.upper, offset)) {
      if SentenceSigns.isTerminator(scalar.value) || SentenceSigns.isLineEnd(scalar.value) {
        if !isBehindEnd { ends += 1 }
        isBehindEnd = true
        lettersSinceEnd = 0
      } else if ScalarProperties(scalar.value).isLetter {
        isBehindEnd = false
        lettersSinceEnd += 1
      }
    }
    // و, ثم, كما.
    return ends == 1 && lettersSinceEnd <= 3
  }
}
