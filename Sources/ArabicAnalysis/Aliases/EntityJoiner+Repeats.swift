import ArabicText
import EntityModel

// Names that stand again without what showed them to be names.
extension EntityJoiner {
  private struct Repeatable {
    var parts: [NameKey]
    var cluster: Int
    /// Whether the parts are a name only together with a class noun that is missing here.
    var isBare: Bool
  }

  /// Joins words outside all names that repeat a name of the text: "Petrofac" behind "the company
  /// Petrofac", "Renaissance" behind "the Renaissance movement".
  ///
  /// - Complexity: O(*n*) in the words, but for names that begin alike.
  mutating func joinRepeats() {
    let names = repeatableNames()
    guard !names.isEmpty else { return }
    for paragraph in findings {
      let words = paragraph.aliases
      var plain: [Int: AliasWord] = [:]
      var covered = TextOffset(-1)
      for word in words where word.span.lower >= covered {
        guard let known = names[word.key] else { continue }
        if plain.isEmpty {
          for other in words where other.traits.contains(.plain) { plain[other.index] = other }
        }
        guard let found = known.first(where: { repeats($0, at: word, plain) }) else { continue }
        let last = plain[word.index + found.parts.count - 1] ?? word
        let span = TextSpan(word.span.lower, max(last.span.upper, word.span.upper))
        guard !isAlias(span) else { continue }
        clusters[found.cluster].add(
          Mention(span: span, confidence: parameters.ending, rule: .aliasRepeat))
        covered = span.upper
      }
    }
  }

  /// Whether a word of `span` was taken for a short form already.
  private func isAlias(_ span: TextSpan) -> Bool {
    let next = aliasSpans.partitioningIndex { $0.upper > span.lower }
    return next < aliasSpans.count && aliasSpans[next].lower < span.upper
  }

  /// Whether the words from `word` on are those of a name.
  private func repeats(
    _ name: Repeatable, at word: AliasWord, _ plain: [Int: AliasWord]
  ) -> Bool {
    for (number, part) in name.parts.enumerated().dropFirst() {
      guard plain[word.index + number]?.key == part else { return false }
    }
    if name.parts.count > 1 { return true }
    if word.traits.contains(.inPlace), clusters[name.cluster].kind == .organisation { return false }
    guard word.traits.contains(.common) else { return true }
    // A common word is a name again where it speaks, stands in marks, or is known as one.
    return !word.traits.isDisjoint(with: [.organisation, .marked])
      || name.isBare && word.traits.contains(.subject)
  }

  /// The names that may be repeated, by their first words, the longer first.
  private func repeatableNames() -> [NameKey: [Repeatable]] {
    var names: [NameKey: [Repeatable]] = [:]
    func add(_ parts: [NameKey], _ cluster: Int, isBare: Bool) {
      guard let first = parts.first, parts.count < parameters.longestRepeat else { return }
      names[first, default: []].append(Repeatable(parts: parts, cluster: cluster, isBare: isBare))
    }
    for (number, cluster) in clusters.enumerated() where !cluster.mentions.isEmpty {
      switch cluster.kind {
      case .organisation:
        add(cluster.parts, number, isBare: false)
        for bare in cluster.bareNames where bare != cluster.parts {
          add(bare, number, isBare: true)
        }
      case .person, .place:
        if cluster.parts.count == 1 { add(cluster.parts, number, isBare: false) }
      case .document, .unnamed: break
      }
    }
    for first in names.keys {
      names[first]?.sort { ($1.parts.count, $0.cluster) < ($0.parts.count, $1.cluster) }
    }
    return names
  }
}
