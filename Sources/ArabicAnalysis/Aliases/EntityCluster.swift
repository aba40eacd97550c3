import ArabicText
import EntityModel

/// The mentions that were joined to one entity so far.
struct EntityCluster {
  var kind: EntityKind
  /// The words of the fullest name.
  var parts: [NameKey]
  /// The mentions with where they come from; in text order only after ``EntityJoiner`` is done.
  var mentions: [Mention] = []
  var canonical: TextSpan
  var agreement: Agreement?
  /// The class nouns and titles that introduced it.
  var classWords: Set<NameKey> = []

  /// The latest mention that begins before `offset`, or where the entity is first named.
  func lastMention(before offset: TextOffset) -> TextOffset? {
    var latest: TextOffset?
    for mention in mentions where mention.span.lower < offset {
      latest = max(latest ?? mention.span.lower, mention.span.lower)
    }
    return latest
  }

  /// Takes a mention in.
  mutating func add(_ found: FoundMention) {
    mentions.append(
      Mention(
        span: found.span, form: found.form, confidence: found.confidence, rule: found.rule))
    if found.parts.count > parts.count, found.form == .name {
      parts = found.parts
      canonical = found.span
    }
    agreement = agreement ?? found.agreement
    if let word = found.classWord { classWords.insert(word) }
  }
}
