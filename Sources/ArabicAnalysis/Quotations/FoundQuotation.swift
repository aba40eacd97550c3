import ArabicText

/// A quotation as one paragraph shows it, before its speaker is known.
struct FoundQuotation: Sendable {
  var kind: Quotation.Kind
  var scareKind: Quotation.ScareKind?
  var content: [TextSpan]
  var verbatim: [TextSpan] = []
  var cue: Quotation.Cue?
  /// The form of the cue: what a dropped subject must agree with.
  var slot: CueSlot?
  var source: TextSpan?
  var speaker: SpeakerHint
  /// The subject of the sentence before, for a verb without a subject.
  var topic: TextSpan?
  /// Whether the cue goes on with a speech: أضاف, تابع.
  var isContinuation = false
  /// Whether the verb goes on with a speech, whoever is named behind it: وأضاف الوزير.
  var goesOn = false
  /// Whom the sentence has somebody meet or ask, or the sentence before, where no subject is written.
  var met: TextSpan?
  /// Whether the paper asks in the sentence whom it speaks with: نسأله … فيجيب.
  var isAnswer = false
  /// Who asked what this answers.
  var asker: TextSpan?
  /// The noun of a person that stands last before the verb and agrees with it.
  var near: TextSpan?
  /// The names that the adverb before a verb without a subject has in passing: those do not speak.
  var passing: [TextSpan] = []
  /// Who was named last, where the subject is the latter: وقال الأخير.
  var latter: TextSpan?
  var via: Quotation.Via?
  /// The quotation around it, by its place in the paragraph's list.
  var parent: Int?
  var isRepaired = false
  /// Whether its mark stays open where the paragraph ends, and of which family it is.
  var openFamily: QuotationSigns.Family?
  /// Whether it is a whole marked text at the paragraph's start: what a quotation that was left open
  /// before goes on with.
  var resumesFamily: QuotationSigns.Family?
  var rule: RuleID
  var confidence: Double

  init(
    kind: Quotation.Kind, content: [TextSpan], speaker: SpeakerHint, rule: RuleID,
    confidence: Double
  ) {
    self.kind = kind
    self.content = content
    self.speaker = speaker
    self.rule = rule
    self.confidence = confidence
  }
}

/// Where the speaker is to be looked for.
enum SpeakerHint: Hashable, Sendable {
  /// In the source phrase.
  case source
  /// The one who speaks already: no subject is written.
  case previous
  /// In the quotation around it: somebody whom its speaker quotes.
  case nearby
  /// Nobody: an impersonal report, a scare quote.
  case nobody
}

extension FoundQuotation {
  /// This report, whose content was still missing, with the content of `quote`.
  func continued(by quote: FoundQuotation) -> FoundQuotation {
    var whole = self
    whole.kind = .direct
    whole.content = quote.content
    whole.verbatim = quote.verbatim
    whole.isRepaired = quote.isRepaired
    whole.openFamily = quote.openFamily
    return whole
  }
}
