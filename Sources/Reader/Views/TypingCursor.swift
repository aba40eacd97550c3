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
    return Screen.Cursor(
      at: ScreenPoint(column: area.column + cell.column.value, row: area.row), isVisible: true)
  }
}
