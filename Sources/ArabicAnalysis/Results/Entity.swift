import ArabicText

/// The name of an entity within one analysis, for example `"e3"`.
public struct EntityID: Hashable, Sendable, Codable, RawRepresentable {
  /// The name.
  public let rawValue: String

  /// The entity named `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// One occurrence of an entity in the text.
public struct Mention: Hashable, Sendable {
  /// How the text refers to the entity.
  public enum Form: String, Hashable, Sendable, Codable {
    /// By its name.
    case name
    /// By an acronym: `UNOCT`.
    case acronym
    /// By a common noun: `التنظيم`.
    case nominal
  }

  /// Where it stands, without clitics, titles and quotation marks.
  public var span: TextSpan
  /// How it refers.
  public var form: Form
  /// How sure the analysis is that this is a mention of this kind, 0 to 1.
  public var confidence: Double
  /// What found it; see the table of rules in the documentation.
  public var rule: RuleID

  /// A mention at `span`.
  public init(span: TextSpan, form: Form = .name, confidence: Double, rule: RuleID) {
    self.span = span
    self.form = form
    self.confidence = confidence
    self.rule = rule
  }
}

/// A person, organisation or place of the text, with all its mentions.
public struct Entity: Hashable, Sendable, Identifiable {
  /// Its name within the analysis.
  public var id: EntityID
  /// What it is.
  public var kind: EntityKind
  /// The fullest name found in the text, as a person would read it.
  public var canonical: String
  /// Its mentions in text order; at least one.
  public var mentions: [Mention]
  /// Its English name, for places and organisations that the built-in lists know.
  public var englishName: String?

  /// An entity with the given mentions.
  public init(
    id: EntityID, kind: EntityKind, canonical: String, mentions: [Mention],
    englishName: String? = nil
  ) {
    self.englishName = englishName
    self.id = id
    self.kind = kind
    self.canonical = canonical
    self.mentions = mentions
  }
}
