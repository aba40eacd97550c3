import Interface

/// Which row of a list is selected, where some rows cannot be, and which part of the list is shown.
struct RowSelection: Hashable, Sendable {
  /// The row that is selected.
  private(set) var selected: Int
  /// The first row shown, as far as anybody has moved.
  private var top = 0

  /// The row `selected`, at the start of the list.
  init(_ selected: Int = 0) { self.selected = selected }

  /// The first row shown of `total`, of which there is room for `shown`: the selected one is seen, whatever has become of
  /// the room since.
  func first(of total: Int, shown: Int) -> Int {
    min(max(top, selected - shown + 1), max(0, total - shown))
  }

  /// Selects `row`; above the first of the `items`, which can be selected, headings come back with it.
  mutating func select(_ row: Int, of items: [Int], shown: Int) {
    selected = row
    if row == items.first { top = 0 }
    if selected < top { top = selected }
    if selected >= top + shown { top = selected - shown + 1 }
  }

  /// Moves over so many of the rows that can be selected.
  mutating func move(by count: Int, over items: [Int], shown: Int) {
    guard !items.isEmpty else { return }
    let current = items.firstIndex { $0 >= selected } ?? items.count - 1
    select(items[min(max(0, current + count), items.count - 1)], of: items, shown: shown)
  }

  /// Moves as `command` says, as often as was said.
  ///
  /// - Returns: whether it is a command that moves.
  mutating func move(
    _ command: Command?, times: Int = 1, over items: [Int], shown: Int
  ) -> Bool {
    let page = max(1, shown - 1)
    switch command {
    case .lineDown: move(by: times, over: items, shown: shown)
    case .lineUp: move(by: -times, over: items, shown: shown)
    case .pageDown, .halfPageDown: move(by: page, over: items, shown: shown)
    case .pageUp, .halfPageUp: move(by: -page, over: items, shown: shown)
    case .goToStart: move(by: -items.count, over: items, shown: shown)
    case .goToEnd: move(by: items.count, over: items, shown: shown)
    default: return false
    }
    return true
  }
}
