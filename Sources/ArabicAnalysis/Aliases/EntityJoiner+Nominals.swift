import ArabicText
import EntityModel

extension EntityJoiner {
  /// The entity that a common noun at `nominal` stands for: the latest one that such a noun
  /// introduced; for a title, the latest person it fits.
  ///
  /// Before any, the first of the text that is not `foreign`.
  func owner(
    of nominal: FoundNominal, where suits: (Int) -> Bool, foreign: (EntityCluster) -> Bool
  ) -> Int? {
    guard nominal.isDefinite else { return nil }
    var best: (cluster: Int, offset: TextOffset)?
    let bearers = bearers(of: nominal).filter(suits)
    for cluster in bearers {
      guard let offset = clusters[cluster].lastMention(before: nominal.span.lower) else { continue }
      if offset > best?.offset ?? TextOffset(-1) { best = (cluster, offset) }
    }
    if let best { return best.cluster }
    return bearers.first { !foreign(clusters[$0]) }
  }

  /// Those whom the noun of `nominal` introduced and its adjectives may mean: of two companies الشركة النيجيرية is the one that
  /// is called so.
  func bearers(of nominal: FoundNominal) -> [Int] {
    let introduced = introduced[nominal.key] ?? []
    if let origin = nominal.origin {
      let called = introduced.filter { clusters[$0].parts.contains(origin) }
      if !called.isEmpty { return called }
    }
    let bearers = introduced.filter { fits($0, nominal) }
    guard let nisba = nominal.nisba else { return bearers }
    let called = bearers.filter { clusters[$0].nisbas.contains(nisba) }
    return called.isEmpty ? bearers : called
  }

  /// Whether a noun with adjectives may stand for an entity: "the French president" is nobody whose title
  /// was brought in with another country, and القوات المسلحة no قوات الدعم السريع.
  func fits(_ cluster: Int, _ nominal: FoundNominal) -> Bool {
    if clusters[cluster].kind == .organisation, let quality = nominal.quality {
      return clusters[cluster].parts.contains(quality)
    }
    // الفريق الإنجليزي: a team, where no name stands behind the rank.
    if clusters[cluster].kind == .person, nominal.classes.contains(.notNominal),
      Lexicon.builtIn.nounsOfBodies.contains(nominal.key)
    {
      return false
    }
    guard let nisba = nominal.nisba else { return true }
    if clusters[cluster].kind == .organisation { return !isOfOther(cluster, than: nisba) }
    guard clusters[cluster].kind == .person else { return true }
    let known = clusters[cluster].nisbas
    return known.isEmpty || known.contains(nisba)
  }

  /// Whether the nisbas behind the names of an organisation are those of other countries.
  private func isOfOther(_ cluster: Int, than nisba: NameKey) -> Bool {
    let countries = Lexicon.builtIn.countries
    guard let asked = countries[nisba], !clusters[cluster].nisbas.isEmpty else { return false }
    return clusters[cluster].nisbas.allSatisfy { countries[$0]?.isDisjoint(with: asked) == true }
  }

  /// Notes that a title brings a person in.
  mutating func introduce(_ cluster: Int, by title: NameKey) {
    guard clusters[cluster].classWords.insert(title).inserted else { return }
    introduced[title, default: []].append(cluster)
  }

  /// Adds a mention by a common noun.
  mutating func add(_ nominal: FoundNominal, to cluster: Int, rule: RuleID) {
    guard !clusters[cluster].isMentioned(in: nominal.span) else { return }
    clusters[cluster].add(
      Mention(span: nominal.span, form: .nominal, confidence: parameters.nominal, rule: rule))
  }

  /// Adds a mention by a phrase that no list knows.
  mutating func add(_ source: TextSpan, to cluster: Int) {
    guard !clusters[cluster].isMentioned(in: source) else { return }
    clusters[cluster].add(
      Mention(
        span: source, form: .nominal, confidence: parameters.unknownSource, rule: .nominalSource))
  }

  /// Makes an entity of a source phrase that no list knows.
  mutating func addUnnamed(_ source: TextSpan, key: NameKey, agreement: Agreement?) -> Int {
    var cluster = EntityCluster(
      kind: .unnamed, parts: [key], canonical: source, agreement: agreement)
    cluster.add(
      Mention(
        span: source, form: .nominal, confidence: parameters.unknownSource, rule: .nominalSource))
    append(cluster)
    return clusters.count - 1
  }

  /// Makes an entity that has no name: a document, an unnamed source.
  mutating func addUnnamed(_ nominal: FoundNominal, kind: EntityKind) -> Int {
    var cluster = EntityCluster(
      kind: kind, parts: [nominal.key], canonical: nominal.span, agreement: nominal.agreement)
    cluster.classWords = [nominal.key]
    cluster.add(
      Mention(
        span: nominal.span, form: .nominal, confidence: parameters.nominal,
        rule: kind == .document ? .nominalDocument : .nominalUnnamed))
    append(cluster)
    return clusters.count - 1
  }
}
