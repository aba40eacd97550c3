import Interface
import Reader

/// The file in which the width of the side pane is kept for the next start.
struct PaneFile {
  private let file = StateFile("pane")
  /// The width that was kept, in columns.
  private var kept: Int?

  /// Gives the pane of `state` the width that was kept.
  mutating func restore(_ state: inout ReaderState) {
    kept = (try? file.lines())?.first.flatMap { Int($0) }
    if let kept { state.restorePane(columns: kept) }
  }

  /// Keeps the width, where the person has chosen another.
  func keep(_ state: ReaderState) {
    guard let columns = state.preferences.pane.columns, columns != kept else { return }
    file.replace(with: "\(columns)\n")
  }
}
