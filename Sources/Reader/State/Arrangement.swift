import Screen

/// Where the parts of the screen lie.
struct Arrangement: Hashable {
  /// The side pane at the left, or `nil` while it is not shown.
  var pane: Area?
  /// The column of the line between pane and article.
  var border: Int?
  /// The text of the article.
  var article: Area
  /// The status line at the bottom.
  var status: Area

  /// The narrowest terminal in which the pane is shown without being asked for, in columns.
  static let roomForBoth = 64
}

extension ReaderState {
  /// Where the parts of the screen lie at the present size.
  var arrangement: Arrangement {
    let columns = max(1, size.columns)
    let statusRows = size.rows >= 2 ? 1 : 0
    let rows = max(0, size.rows - statusRows)
    let paneColumns = paneColumns(of: columns)
    let left = paneColumns > 0 ? paneColumns + 1 : 0
    let room = columns - left
    let margin = room > 24 ? min(appearance.typesetting.margin, (room - 20) / 2) : 0
    let measure = max(1, min(appearance.measure, room - 2 * margin))
    return Arrangement(
      pane: paneColumns > 0 ? Area(column: 0, row: 0, columns: paneColumns, rows: rows) : nil,
      border: paneColumns > 0 ? paneColumns : nil,
      article: Area(
        column: left + (room - measure) / 2, row: 0, columns: measure, rows: max(1, rows)),
      status: Area(column: 0, row: rows, columns: columns, rows: statusRows))
  }

  private func paneColumns(of columns: Int) -> Int {
    let isShown = pane.isWanted ?? (columns >= Arrangement.roomForBoth)
    guard isShown, columns >= 20 else { return 0 }
    return min(max(columns * 3 / 10, 12), 36, columns - 8)
  }
}
