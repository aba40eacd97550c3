import ArabicText
import EntityModel

extension EntityJoiner {
  /// The entities in order of first mention, numbered `e1`, `e2` …, and for each cluster the entity that
  /// it became.
  func numbered(
    of text: DecodedText, names: NameList
  ) -> (entities: [Entity], ids: [EntityID?]) {
    let order = clusters.indices
      .filter { !clusters[$0].mentions.isEmpty }
      .sorted { (first(of: $0), $0) < (first(of: $1), $1) }
    var ids = [EntityID?](repeating: nil, count: clusters.count)
    var entities: [Entity] = []
    for (number, index) in order.enumerated() {
      let cluster = clusters[index]
      let id = EntityID(rawValue: "e\(number + 1)")
      ids[index] = id
      entities.append(
        Entity(
          id: id, kind: cluster.kind,
          canonical: cluster.ownName ?? name(of: cluster, text),
          mentions: cluster.mentions.sorted { $0.span < $1.span },
          englishName: cluster.entry.flatMap(names.gloss(of:))))
    }
    return (entities, ids)
  }

  /// The fullest form, with what of the article لل does not write, العراق of للعراق, and without the signs of a tag, سامح شكري of
  /// #سامح_شكري.
  private func name(of cluster: EntityCluster, _ text: DecodedText) -> String {
    let name = cluster.unwritten.letters + text.words(in: cluster.canonical)
    guard name.contains("_") || name.contains("#") else { return name }
    return name.split { $0 == " " || $0 == "_" || $0 == "#" }.joined(separator: " ")
  }

  private func first(of cluster: Int) -> TextSpan {
    clusters[cluster].mentions.map(\.span).min() ?? TextSpan(.zero, .zero)
  }
}
