/// Stretches a line to the width, as Arabic typesetting does.
///
/// One kashida, in a long line two, stand at the best places of the line; what is missing then is given
/// to the spaces, evenly, but the kashidas grow to two cells first: beside them no space is double that need not
/// be. A line that would still be torn apart, or that has a tab, stays ragged: kashidas in
/// every second word, and wide gaps, are uglier than a ragged edge.
struct Justifier {
  /// The most columns that a space may grow by.
  private static let widestGap = 2
  /// A line of so many words may have two kashidas.
  private static let wordsForTwo = 8

  /// The columns by which each cluster grows: a space by blanks, a letter by kashidas after it.
  private(set) var growth: [Int: Int] = [:]

  private let kashidas: Kashidas
  /// Words and the spaces between them, by clusters, in logical order.
  private var words: [Range<Int>] = []
  /// The last space between each word and the next.
  private var gaps: [Int] = []

  /// Decides how the line of `clusters`, of which white space at the end is no part, grows by `slack`
  /// columns; ``growth`` stays empty where it cannot.
  ///
  /// - Complexity: O(*n*).
  init(
    _ clusters: UnsafeBufferPointer<Cluster>, _ scalars: UnsafeBufferPointer<ShapedScalar>,
    slack: Int
  ) {
    kashidas = Kashidas(clusters: clusters, scalars: scalars)
    guard slack > 0, !clusters.contains(where: { $0.kind == .tab }) else { return }
    findWords(clusters)
    distribute(slack)
  }

  private mutating func findWords(_ clusters: UnsafeBufferPointer<Cluster>) {
    var start: Int?
    for index in clusters.indices {
      let isSpace = clusters[index].kind == .space
      if isSpace, let first = start {
        words.append(first..<index)
        gaps.append(index)
        start = nil
      } else if isSpace {
        // Several spaces are one gap; those before the first word are none.
        if !gaps.isEmpty { gaps[gaps.count - 1] = index }
      } else if start == nil {
        start = index
      }
    }
    if let first = start { words.append(first..<clusters.count) }
    while gaps.count >= max(words.count, 1) { gaps.removeLast() }
  }

  private mutating func distribute(_ slack: Int) {
    let places = bestPlaces(atMost: min(slack, words.count < Self.wordsForTwo ? 1 : 2))
    let missing = slack - places.count
    let second = min(places.count, missing)
    let left = missing - second
    guard left <= gaps.count * Self.widestGap else { return }
    for (number, place) in places.enumerated() { growth[place.cluster] = number < second ? 2 : 1 }
    for number in 0..<left where !gaps.isEmpty {
      // Spread: the first round by even steps, and so each further one.
      let round = number / gaps.count
      let inRound = min(gaps.count, left - round * gaps.count)
      let step = number % gaps.count
      growth[gaps[(2 * step + 1) * gaps.count / (2 * inRound)], default: 0] += 1
    }
  }

  /// The places of at most `most` kashidas, the best of the line; none in neighbouring words.
  private func bestPlaces(atMost most: Int) -> [Kashidas.Place] {
    var found = words.indices.compactMap { word in
      kashidas.bestPlace(in: words[word]).map { (word: word, place: $0) }
    }
    var chosen: [(word: Int, place: Kashidas.Place)] = []
    while chosen.count < most, let best = found.min(by: { $0.place.rule < $1.place.rule }) {
      chosen.append(best)
      found.removeAll { abs($0.word - best.word) <= 1 }
    }
    return chosen.map(\.place)
  }
}
