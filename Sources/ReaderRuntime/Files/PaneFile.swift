import Interface
import Reader

/// The file in which the width of the side pane is kept for the next start.
package struct PaneFile {
  private let file: StateFile
  /// The width that was kept, in columns.
  private var kept: Int?

  /// The file in the folder that `environment` names.
  package init(environment: [String: String]) {
    file = StateFile("pane", environment: environment)
  }

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
