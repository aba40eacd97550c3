import ArabicText

/// Text that is reported as said, or that stands in quotation marks.
public struct Quotation: Hashable, Sendable, Identifiable {
  /// How the words are reported.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The whole content is inside quotation marks.
    case direct
    /// Part of it is.
    case mixed
    /// None of it is.
    case indirect
    /// Marked text that nobody is quoted as saying: a title, a nickname, a so-called term.
    case scare

    /// Whether somebody says it.
    public var isSpeech: Bool { self != .scare }
  }

  /// What a scare quote marks.
  package enum ScareKind: String, Hashable, Sendable, Codable {
    case title, name, term
  }

  /// The reporting word.
  public struct Cue: Hashable, Sendable {
    /// Where it stands, without و and ف.
    public var span: TextSpan
    /// Its dictionary form: `قال` for `وتقول`.
    public var lemma: String

    /// The cue at `span`.
    package init(span: TextSpan, lemma: String) {
      self.span = span
      self.lemma = lemma
    }
  }

  /// The medium of a second-hand report: `وفقا لوكالة آكي`.
  public struct Via: Hashable, Sendable {
    /// The word that brings it in.
    public var cue: Cue?
    /// The phrase that names it.
    public var source: TextSpan?
    /// The entity that it is.
    public var speaker: EntityID?

    /// A medium.
    package init(cue: Cue? = nil, source: TextSpan? = nil, speaker: EntityID? = nil) {
      self.cue = cue
      self.source = source
      self.speaker = speaker
    }
  }

  /// Its name within the analysis, for example `"q2"`.
  public var id: String
  /// How the words are reported.
  public var kind: Kind
  /// What it marks, for a scare quote.
  package var scareKind: ScareKind?
  /// The content in text order, quotation marks outside; more than one piece where it is
  /// interrupted or runs over paragraphs.
  public var content: [TextSpan]
  /// The pieces of the content that stand in quotation marks, without the marks.
  public var verbatim: [TextSpan]
  /// The reporting word, where there is one.
  public var cue: Cue?
  /// The phrase that names who speaks, where the sentence has one.
  public var source: TextSpan?
  /// Who speaks, where the text allows to say.
  public var speaker: EntityID?
  /// The medium of a second-hand report.
  public var via: Via?
  /// The quotation that this one stands in, where another speaker is quoted inside.
  public var parent: String?
  /// Whether a quotation mark was missing or wrong and was supplied.
  public var isRepaired: Bool
  /// What found it; see the table of rules in the documentation.
  public var rule: RuleID
  /// How sure the analysis is, 0 to 1: 0.9 behind strong reporting words, 0.75 behind others and behind
  /// "according to", 0.6 where only length or place decided.
  public var confidence: Double

  /// A quotation of `content`.
  package init(
    id: String, kind: Kind, scareKind: ScareKind? = nil, content: [TextSpan],
    verbatim: [TextSpan] = [], cue: Cue? = nil, source: TextSpan? = nil, speaker: EntityID? = nil,
    via: Via? = nil, parent: String? = nil, isRepaired: Bool = false, rule: RuleID,
    confidence: Double
  ) {
    self.id = id
    self.kind = kind
    self.scareKind = scareKind
    self.content = content
    self.verbatim = verbatim
    self.cue = cue
    self.source = source
    self.speaker = speaker
    self.via = via
    self.parent = parent
    self.isRepaired = isRepaired
    self.rule = rule
    self.confidence = confidence
  }
}
