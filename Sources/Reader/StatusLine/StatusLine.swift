import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// What the status line says, and what a click on a part of it does.
struct StatusLine {
  private let state: ReaderState
  /// What it says.
  let content: StatusContent

  init(_ state: ReaderState) {
    self.state = state
    content = state.statusContent
  }

  /// What stands at the start.
  var text: String { content.parts.map(\.text).joined(separator: Self.separator) }

  /// Where that stands.
  var area: Area {
    let whole = state.arrangement.status
    let end = content.end
    let taken = end.isEmpty ? 0 : Label.columns(of: end, lettering: state.appearance.lettering) + 1
    return whole.after(
      0, width: max(0, whole.size.columns - taken), in: state.language.direction)
  }

  /// What a click on the cell at `point` does.
  func link(at point: ScreenPoint) -> Command? {
    let area = area
    guard area.contains(point) else { return nil }
    let line = Label.line(
      text, columns: area.size.columns, direction: state.language.direction,
      lettering: state.appearance.lettering)
    guard let offset = line.cell(at: Column(point.column - area.column))?.span.lower else {
      return nil
    }
    var end = TextOffset.zero
    for part in content.parts {
      end = end + part.text.utf8.count
      if offset < end { return part.link }
      end = end + Self.separator.utf8.count
      if offset < end { return nil }
    }
    return nil
  }

  /// Where a person types, if they type here: on the sign that stands for the cursor.
  var cursor: Screen.Cursor? {
    state.typingCursor(in: text, drawnIn: area, from: state.language.direction)
  }

  private static let separator = " · "
}
