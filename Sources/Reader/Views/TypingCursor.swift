import ArabicText
import Interface
import Screen
import TextLayout

extension ReaderState {
  /// The terminal's own cursor on the sign for it in `label`, which is drawn in `area` from the side
  /// where `direction` begins; `nil` where nobody types there.
  func typingCursor(
    in label: String, drawnIn area: Area, from direction: Direction
  ) -> Screen.Cursor? {
    guard area.size.columns > 0, let offset = TypedLine.place(in: label) else {
      return nil
    }
    let line = Label.line(
      label, columns: area.size.columns, direction: direction, lettering: appearance.lettering)
    guard let cell = line.cell(at: offset) else { return nil }
    // A blank at the end of a full row has no column of its own.
    let column = max(0, min(cell.column.value, area.size.columns - 1))
    return Screen.Cursor(
      at: ScreenPoint(column: area.column + column, row: area.row), isVisible: true)
  }
}
