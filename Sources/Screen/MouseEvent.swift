/// A cell of the screen.
package struct ScreenPoint: Hashable, Sendable {
  /// The column, from 0 at the left.
  package var column: Int
  /// The row, from 0 at the top.
  package var row: Int

  /// The cell in `column` of `row`.
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

extension Area {
  /// Whether `point` lies in the area.
  package func contains(_ point: ScreenPoint) -> Bool {
    columns.contains(point.column) && rows.contains(point.row)
  }
}

/// What the mouse does.
package struct MouseEvent: Hashable, Sendable {
  /// What is done.
  package enum Action: Hashable, Sendable {
    /// The left button goes down.
    case press
    /// The mouse moves with the left button down.
    case drag
    /// The left button comes up.
    case release
    /// The wheel turns towards the start of the text.
    case wheelUp
    /// The wheel turns towards the end of the text.
    case wheelDown
  }

  /// What is done.
  package var action: Action
  /// The cell under the pointer.
  package var point: ScreenPoint

  /// Something that is done at `point`.
  package init(_ action: Action, at point: ScreenPoint) {
    self.action = action
    self.point = point
  }
}
