/// The likeliest sequence of tags in which every name begins with a "begin" tag (Viterbi).
enum TagPath {
  /// Finds it.
  ///
  /// - Parameters:
  ///   - scores: For each word the logarithms of its tags' probabilities.
  ///   - allowed: The types of names that may be found.
  /// - Returns: For each word the index of its tag in ``EntityTag/all``.
  /// - Complexity: O(*n*) in the words.
  static func best(_ scores: [WordScores], allowed: Set<NameType>) -> [Int] {
    guard let first = scores.first else { return [] }
    let tags = EntityTag.all
    let isAllowed = tags.map { tag in
      switch tag {
      case .outside: true
      case .begin(let type), .inside(let type): allowed.contains(type)
      }
    }
    let impossible = -Float.greatestFiniteMagnitude
    var best = tags.indices.map { index in
      isAllowed[index] && tags[index].mayFollow(nil) ? first.tags[index] : impossible
    }
    var back: [[Int]] = []
    for word in scores.dropFirst() {
      var next = [Float](repeating: impossible, count: tags.count)
      var from = [Int](repeating: 0, count: tags.count)
      for index in tags.indices where isAllowed[index] {
        for last in tags.indices
        where best[last] > next[index] && tags[index].mayFollow(tags[last]) {
          next[index] = best[last]
          from[index] = last
        }
        if next[index] > impossible { next[index] += word.tags[index] }
      }
      back.append(from)
      best = next
    }
    var path = [best.indices.max { best[$0] < best[$1] } ?? 0]
    for from in back.reversed() { path.append(from[path[path.count - 1]]) }
    return path.reversed()
  }
}
