import ArabicText
import Interface
import Screen
import TextLayout

/// A row of the help as it is drawn: a long text takes several.
struct HelpLine {
  /// Something that stands in the row.
  struct Piece {
    /// The text, laid out in its width.
    var line: Line
    /// How far behind the side from which the language runs, and how wide, in columns.
    var column: Int
    var width: Int
    var role: Role
  }

  var pieces: [Piece] = []
}

/// Sets the rows of the help in the width of the screen.
struct HelpSetter {
  let state: ReaderState

  /// The narrowest screen with keys and what they do side by side, in columns.
  private static let sideBySide = 60
  /// The narrowest screen that has all keys of the Arabic keyboard, in columns.
  private static let roomy = 76

  /// The lines of `rows`; none is cut.
  ///
  /// - Complexity: O(*n*) in the letters of all rows.
  func lines(of rows: [HelpText.Row]) -> [HelpLine] { rows.flatMap(lines) }

  private var columns: Int { state.size.columns }

  private func lines(of row: HelpText.Row) -> [HelpLine] {
    switch row {
    case .gap: [HelpLine()]
    case .heading(let key): wrapped(state.string(key), at: 1, .paneHeading)
    case .note(let key): wrapped(state.string(key), at: 1, .help)
    case .binding(let keys, let arabic, let summary):
      binding(keys: keys, arabic: arabic, summary)
    }
  }

  private func binding(keys: String, arabic: [String], _ summary: String) -> [HelpLine] {
    guard columns >= Self.sideBySide else {
      // What they do stands below the keys.
      let all = ([keys] + arabic.prefix(1)).joined(separator: "   ")
      return wrapped(all, at: 1, .helpKey) + wrapped(summary, at: 3, .help)
    }
    let keyColumns = 22
    let isRoomy = columns >= Self.roomy
    let left = wrapped(keys, at: 3, width: keyColumns - 1, .helpKey)
    let shown = isRoomy ? arabic.joined(separator: " ") : arabic.first ?? ""
    let start = (isRoomy ? 11 : 7) + keyColumns
    let middle = wrapped(shown, at: 3 + keyColumns, width: start - 4 - keyColumns, .helpKey)
    let right = wrapped(summary, at: start, .help)
    return (0..<max(left.count, middle.count, right.count)).map { index in
      let parts = [left, middle, right].flatMap { $0.dropFirst(index).prefix(1) }
      return HelpLine(pieces: parts.flatMap(\.pieces))
    }
  }

  /// `text` broken between words; a column stays free for the signs that there is more.
  private func wrapped(
    _ text: String, at column: Int, width: Int = .max, _ role: Role
  ) -> [HelpLine] {
    let width = max(1, min(width, columns - column - 1))
    return Label.lines(
      text, columns: width, direction: state.rowDirection,
      lettering: state.appearance.lettering
    ).map { line in
      HelpLine(pieces: [.init(line: line, column: column, width: width, role: role)])
    }
  }
}
