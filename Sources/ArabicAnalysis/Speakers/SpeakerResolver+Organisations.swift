import ArabicText
import EntityModel

// Which organisation a noun means that heads the names of several, or of one that no list tells it of.
extension SpeakerResolver {
  /// Notes the first word of each name of an organisation, with the article: المصلحة of مصلحة الأرصاد.
  mutating func noteHeads() {
    for (number, cluster) in joiner.clusters.enumerated()
    where cluster.kind == .organisation && !cluster.mentions.isEmpty {
      let words = text.string(in: cluster.canonical).split(separator: " ", maxSplits: 1)
      guard words.count == 2, let first = words.first else { continue }
      let head = first.hasPrefix("ال") ? String(first) : "ال" + first
      organisationsOfHead[NameKey(head), default: []].append(number)
    }
  }

  /// المصلحة: the organisation whose name begins with the one word of a source, of several the one that spoke or was
  /// named last.
  func organisation(headedBy source: TextSpan) -> Int? {
    let word = unwritten(source).letters + text.string(in: source)
    guard !word.contains(" "), word.hasPrefix("ال") else { return nil }
    let bearers = (organisationsOfHead[NameKey(word)] ?? []).filter {
      joiner.clusters[$0].lastMention(before: source.lower) != nil
    }
    return lastSpeaker(among: bearers) ?? latest(of: bearers, before: source)
  }

  /// شركة X … شركة Y … قالت الشركة: of several organisations that `head` may mean, the one that spoke last, where it was
  /// taken to mean another, which was only named later.
  func lastSpeaker(calledBy head: FoundNominal, insteadOf known: Int) -> Int? {
    guard joiner.clusters[known].kind == .organisation, nominalSpans.contains(head.span) else {
      return nil
    }
    let bearers = joiner.bearers(of: head).filter {
      joiner.clusters[$0].kind == .organisation && !holdsOther($0, head, head.span)
    }
    guard bearers.count > 1 else { return nil }
    return lastSpeaker(among: bearers).flatMap { $0 == known ? nil : $0 }
  }

  /// الشركة, where no company was called so: the organisation without a class noun that spoke last, or the one that the text
  /// names most often; الشركة النيجيرية is the one with this nisba behind its name.
  func organisation(withoutNoun head: FoundNominal) -> Int? {
    guard head.isDefinite, !head.hasComplement, head.classes.contains(.company) else { return nil }
    func suits(_ number: Int) -> Bool {
      let cluster = joiner.clusters[number]
      return cluster.kind == .organisation && cluster.classWords.isEmpty
        && cluster.lastMention(before: head.span.lower) != nil
        && cluster.parts.count <= parameters.longestCompany
    }
    if let nisba = head.nisba {
      let called = joiner.clusters.indices.filter {
        suits($0) && joiner.clusters[$0].nisbas.contains(nisba)
      }
      return called.count == 1 ? called.first : nil
    }
    if let speaker = history.suffix(parameters.titleMemory).last(where: suits) { return speaker }
    let counts = joiner.clusters.indices.filter(suits).map {
      (number: $0, count: joiner.clusters[$0].namedCount(before: head.span.lower))
    }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count > 1,
      counts.count(where: { $0.count == most.count }) == 1
    else { return nil }
    return most.number
  }

  private func lastSpeaker(among bearers: [Int]) -> Int? {
    history.suffix(parameters.titleMemory).last { bearers.contains($0) }
  }

  private func latest(of bearers: [Int], before source: TextSpan) -> Int? {
    bearers.max {
      (joiner.clusters[$0].lastMention(before: source.lower) ?? .zero)
        < (joiner.clusters[$1].lastMention(before: source.lower) ?? .zero)
    }
  }
}
