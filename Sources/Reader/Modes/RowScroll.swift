import Interface

/// Which of its rows a text over the article shows, and how keys and the wheel move through them.
struct RowScroll: Hashable, Sendable {
  /// The first row, as far as anybody has moved.
  private(set) var top = 0

  /// The first row shown of `total`, of which there is room for `shown`: a wider screen has fewer rows.
  func first(of total: Int, shown: Int) -> Int { min(top, max(0, total - shown)) }

  /// Moves by `count` rows, negative ones up.
  mutating func scroll(by count: Int, of total: Int, shown: Int) {
    top = min(max(0, first(of: total, shown: shown) + count), max(0, total - shown))
  }

  /// Moves as `command` says.
  ///
  /// - Returns: whether it is a command that moves.
  mutating func move(_ command: Command?, of total: Int, shown: Int) -> Bool {
    switch command {
    case .lineDown: scroll(by: 1, of: total, shown: shown)
    case .lineUp: scroll(by: -1, of: total, shown: shown)
    case .pageDown, .halfPageDown: scroll(by: shown, of: total, shown: shown)
    case .pageUp, .halfPageUp: scroll(by: -shown, of: total, shown: shown)
    case .goToStart: top = 0
    case .goToEnd: scroll(by: total, of: total, shown: shown)
    default: return false
    }
    return true
  }
}
