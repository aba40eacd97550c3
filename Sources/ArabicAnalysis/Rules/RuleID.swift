/// The rule, list or model that found a mention or a quotation.
///
/// What each means, where it comes from and how often it was right stands in the table of rules in this
/// module's documentation, which is made from `provenance`. The raw value is the name in JSON and in
/// exports: it does not change.
public enum RuleID: String, CaseIterable, Hashable, Sendable {
  // Names

  /// Came with the text: entities of a file, or of the person.
  case given
  /// An entry of a list of one's own.
  case own
  /// Found by the trained tagger alone.
  case tagger
  /// An entry of the list of people.
  case listPerson = "list.person"
  /// An entry of the list of organisations.
  case listOrganisation = "list.organisation"
  /// An entry of the list of places.
  case listPlace = "list.place"
  /// An entry that may be another word, where a place is expected: في X.
  case listPlaceContext = "list.place.context"
  /// A title, then parts of names: الرئيس X Y.
  case personTitle = "person.title"
  /// Two parts of names or more: ليلى الحداد.
  case personChain = "person.chain"
  /// One part of a name that is nothing else.
  case personPart = "person.part"
  /// أبو or أم, then a name: أبو الخير.
  case personTeknonym = "person.teknonym"
  /// A particle of surnames, then a name: بن X, دا X.
  case personParticle = "person.particle"
  /// Words behind a title and a name that a comma or called sets off.
  case personApposed = "person.apposed"
  /// The name of a place directly behind a title: الجنرال دايتون.
  case personTitlePlace = "person.title.place"
  /// Latin letters behind a title or a verb of saying.
  case personTitleForeign = "person.title.foreign"
  /// A head noun with the article and its adjectives: المجلس الأعلى.
  case organisationDefinite = "organisation.definite"
  /// A head noun and its complement: وزارة الدفاع.
  case organisationConstruct = "organisation.construct"
  /// A ministry by its field alone: الخارجية الفرنسية.
  case organisationMinistry = "organisation.ministry"
  /// A class noun and a name in marks that speaks: صحيفة «X».
  case organisationMarkedSource = "organisation.marked.source"
  /// A class noun before an entry of the lists: حزب X.
  case organisationClassList = "organisation.class.list"
  /// A class noun before a name in marks: حركة «X».
  case organisationClassQuoted = "organisation.class.quoted"
  /// A club by its town: نادي X.
  case organisationClassTown = "organisation.class.town"
  /// A class noun before أبو X: جماعة أبو سياف.
  case organisationClassTeknonym = "organisation.class.teknonym"
  /// A class noun and what it is for: منظمة أطباء بلا حدود.
  case organisationClassPurpose = "organisation.class.purpose"
  /// A class noun before a word that no list knows: شركة X.
  case organisationClassUnknown = "organisation.class.unknown"
  /// Latin capitals alone.
  case acronym
  /// Latin capitals in brackets behind an organisation: الأمم المتحدة (UN).
  case acronymApposed = "acronym.apposed"
  /// A class noun of places and its name: مدينة X.
  case placeClass = "place.class"
  /// A word joined by و to a place.
  case placeCoordinated = "place.coordinated"
  /// The end of a fuller name: الحداد for ليلى الحداد.
  case aliasEnding = "alias.ending"
  /// The given name alone, where the text has one of that name.
  case aliasGiven = "alias.given"
  /// Words of a known name that no rule found by themselves.
  case aliasRepeat = "alias.repeat"
  /// A name in Latin letters that sounds like one in Arabic.
  case aliasScript = "alias.script"
  /// The same in brackets right behind it.
  case aliasScriptApposed = "alias.script.apposed"

  // Nouns that stand for an entity

  /// The noun that introduced an entity: التنظيم.
  case nominalClass = "nominal.class"
  /// A title that fits one person: الوزيرة.
  case nominalTitle = "nominal.title"
  /// A document that speaks: البيان.
  case nominalDocument = "nominal.document"
  /// A source without a name: مصدر أمني.
  case nominalUnnamed = "nominal.unnamed"
  /// A source phrase that no list knows.
  case nominalSource = "nominal.source"

  // Quotations

  /// A reporting word, then إن or أن: قال X إن …
  case verbClause = "verb.clause"
  /// A reporting word, then a colon: قال X: …
  case verbColon = "verb.colon"
  /// The same, the content in the next paragraph.
  case verbColonParagraph = "verb.colon.paragraph"
  /// A reporting word, then quotation marks: أعرب عن «…».
  case verbMark = "verb.mark"
  /// A verb, then a noun of saying: نقل عن X قوله إن …
  case verbSaid = "verb.said"
  /// A noun of saying alone: اكتفى بالقول إن …
  case saying
  /// A verbal noun with somebody who says it: تأكيد X أن …
  case nounClause = "noun.clause"
  /// Marked text, then a reporting word: «…»، قال X.
  case markVerb = "mark.verb"
  /// Marked text of the length or form of speech, no reporting word.
  case markOrphan = "mark.orphan"
  /// Marked text inside marked text, behind a colon.
  case markInner = "mark.inner"
  /// A scare quote behind a class noun: صحيفة «…».
  case markTrigger = "mark.trigger"
  /// A scare quote by its length.
  case markShort = "mark.short"
  /// بحسب X، …
  case accordingFirst = "according.first"
  /// …، بحسب X.
  case accordingLast = "according.last"
  /// …، على حد قوله; …، كما قال X.
  case accordingTag = "according.tag"
  /// X: … in a headline.
  case headlineColon = "headline.colon"
}
