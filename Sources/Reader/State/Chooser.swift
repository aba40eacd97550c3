import Interface
/// A list over the side of the screen, out of which one thing is chosen.
package struct Chooser: Hashable, Sendable {
  /// What is chosen.
  enum Kind: Hashable, Sendable {
    /// The file to read.
    case files
    /// The colours, which are shown as they are gone through; with those from before.
    case themes([Theme], before: Theme)
  }

  /// What is chosen.
  var kind: Kind
  /// The row that is selected.
  var selected: Int
  /// The first row shown.
  var top = 0
}

extension ReaderState {
  /// The rows of the list, from the top.
  func count(of chooser: Chooser) -> Int {
    switch chooser.kind {
    case .files: files.files.count
    case .themes(let themes, _): themes.count
    }
  }
}
