/// Stretches a line to the width, as Arabic typesetting does.
///
/// First a word in three is stretched by one kashida, the best places of words that stand apart; what is
/// missing then is given to the spaces, evenly; where a space would grow by more than one column,
/// kashidas grow to two cells first. A line that would still be torn apart, or that has a tab, stays
/// ragged.
struct Justifier {
  /// The most columns that a space may grow by.
  private static let widestGap = 3

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
    let places = stretched(atMost: min(slack, (words.count + 2) / 3))
    let missing = slack - places.count
    let second = min(places.count, max(0, missing - gaps.count))
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

  /// The places of at most `most` kashidas: one in each part of the line, none in neighbouring words.
  private func stretched(atMost most: Int) -> [Kashidas.Place] {
    var places: [Kashidas.Place] = []
    var last = -2
    for part in 0..<max(0, most) {
      let range = words.count * part / most..<words.count * (part + 1) / most
      var best: (word: Int, place: Kashidas.Place)?
      for word in range where word > last + 1 {
        guard let place = kashidas.bestPlace(in: words[word]) else { continue }
        if place.rule < best?.place.rule ?? .max { best = (word, place) }
      }
      guard let best else { continue }
      places.append(best.place)
      last = best.word
    }
    return places
  }
}
