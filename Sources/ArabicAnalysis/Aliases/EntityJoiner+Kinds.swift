import ArabicText
import EntityModel

// One form has one kind in a text: what the tagger alone holds for something else than the text has it for elsewhere.
extension EntityJoiner {
  /// Makes one entity of a place or organisation that the tagger alone holds for one and the person or organisation of
  /// this text that is called so, and more often: «إكواس» among three that are organisations, «عن بورقيبة» of الحبيب بورقيبة.
  ///
  /// What a list has, and what has been joined with other names, keeps its kind.
  ///
  /// - Complexity: O(*n*) in the names.
  mutating func joinKinds() {
    var organisations: [[NameKey]: Int] = [:]
    for (number, cluster) in clusters.enumerated()
    where cluster.kind == .organisation && !cluster.mentions.isEmpty {
      organisations[cluster.parts] = number
    }
    for number in clusters.indices where isOfTagger(clusters[number]) {
      let cluster = clusters[number]
      let people = bearers(of: cluster.parts).filter { !clusters[$0].mentions.isEmpty }
      let owners =
        people.isEmpty && cluster.kind == .place
        ? [organisations[cluster.parts]].compactMap(\.self) : people
      guard owners.count == 1, let owner = owners.first, owner != number,
        clusters[owner].mentions.count > cluster.mentions.count
      else { continue }
      merge(number, into: owner)
    }
  }

  /// Whether the tagger alone holds a name of one word or two for a place or an organisation.
  private func isOfTagger(_ cluster: EntityCluster) -> Bool {
    (cluster.kind == .place || cluster.kind == .organisation) && !cluster.mentions.isEmpty
      && cluster.parts.count < parameters.longestShortForm && cluster.ownName == nil
      && cluster.entry == nil
      && cluster.mentions.allSatisfy { $0.rule == .tagger && $0.form == .name }
  }
}
