import Screen

/// Where the parts of the screen lie.
struct Arrangement: Hashable {
  /// The rows of the side pane at the left, or `nil` while it is not shown.
  var pane: Area?
  /// What stands below them: where the selected name occurs, and the filter.
  var paneFoot: Area?
  /// The column of the line between pane and article.
  var border: Int?
  /// The text of the article.
  var article: Area
  /// The status line at the bottom.
  var status: Area

  /// The narrowest terminal in which the pane is shown without being asked for, in columns.
  static let roomForBoth = 64
  /// The narrowest terminal in which the pane stands beside the article, in columns: in others it
  /// covers the article while it has the keys, so that text has all the room.
  static let roomBeside = 48
  /// The narrowest terminal that has a pane, in columns.
  static let narrowest = 12
}

extension ReaderState {
  /// Where the parts of the screen lie at the present size.
  var arrangement: Arrangement {
    let columns = max(1, size.columns)
    let statusRows = size.rows >= 2 ? 1 : 0
    let rows = max(0, size.rows - statusRows)
    let paneColumns = paneColumns(of: columns)
    let left = paneColumns > 0 && !paneCovers ? paneColumns + 1 : 0
    let room = columns - left
    let margin = room > 24 ? min(appearance.typesetting.margin, (room - 20) / 2) : 0
    let measure = max(1, min(appearance.measure, room - 2 * margin))
    let footRows = paneColumns > 0 ? paneFootRows(of: rows) : 0
    return Arrangement(
      pane: paneColumns > 0
        ? Area(column: 0, row: 0, columns: paneColumns, rows: rows - footRows) : nil,
      paneFoot: footRows > 0
        ? Area(column: 0, row: rows - footRows, columns: paneColumns, rows: footRows) : nil,
      border: left > 0 ? paneColumns : nil,
      article: Area(
        column: left + (room - measure) / 2, row: 0, columns: measure, rows: max(1, rows)),
      status: Area(column: 0, row: rows, columns: columns, rows: statusRows))
  }

  private func paneColumns(of columns: Int) -> Int {
    if paneCovers {
      return modes.reading.focus == .pane && columns >= Arrangement.narrowest ? columns : 0
    }
    let isShown = preferences.pane.isWanted ?? (columns >= Arrangement.roomForBoth)
    guard isShown else { return 0 }
    if let wanted = preferences.pane.columns { return max(1, min(wanted, columns - 24)) }
    return min(columns * 3 / 10, 60)
  }

  /// Whether the terminal is so narrow that the pane takes the place of the article.
  var paneCovers: Bool { size.columns < Arrangement.roomBeside }

  /// The rows below those of the pane; in a low terminal the filter alone, and none in one of two rows.
  private func paneFootRows(of rows: Int) -> Int {
    guard rows >= 6 else { return showsFilter && rows >= 3 ? 1 : 0 }
    return (hasOccurrences ? 1 : 0) + (showsFilter ? 1 : 0)
  }

  /// Whether the pane keeps a row for where the selected name occurs: always where there are names, so
  /// that selecting one covers no row of the list.
  var hasOccurrences: Bool { !article.results.places.isEmpty }

  /// Whether the filter of the pane is to be seen.
  var showsFilter: Bool { modes.contains(PaneFiltering.self) || !article.pane.filter.isEmpty }

  /// The index of the entity that is selected in the pane, alone or by a mention.
  var entityInPane: Int? {
    switch article.pane.selected {
    case .entity(let id), .mention(let id, _): article.results.index(of: id)
    case .speaker(.entity(let id)): article.results.index(of: id)
    case .speaker, .quotation, .section, .note, nil: nil
    }
  }
}
