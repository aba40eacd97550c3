import Interface
import Screen
import TextLayout

/// The hints, as many as fit whole between what the status line says and its far end.
struct HintsView {
  let state: ReaderState

  private static let gap = 2

  /// Draws the hints on `ground` with their end `end` columns before the far end of `area`, none nearer to its
  /// start than `start` columns.
  func draw(
    in area: Area, after start: Int, before end: Int, ground: [Role], into painter: inout Painter
  ) {
    let room = area.size.columns - end - start
    let texts = state.hints.map { hint in
      (
        keys: hint.keys.map { Label.leftToRight($0.label(in: state.language)) }
          .joined(separator: " "), label: state.string(hint.label)
      )
    }
    var shown: [(text: String, columns: Int, role: Role?)] = []
    var taken = 0
    for text in texts {
      let keys = columns(of: text.keys)
      let label = columns(of: text.label)
      guard taken + keys + 1 + label + Self.gap <= room else { break }
      taken += keys + 1 + label + Self.gap
      shown.append((text.keys, keys + 1, .statusKey))
      shown.append((text.label, label + Self.gap, nil))
    }
    let direction = state.language.direction
    var column = area.size.columns - end - taken
    for part in shown {
      state.draw(
        part.text, in: area.after(column, width: part.columns, in: direction),
        ground + [part.role].compactMap(\.self), from: direction, into: &painter)
      column += part.columns
    }
  }

  private func columns(of text: String) -> Int {
    Label.columns(of: text, lettering: state.appearance.lettering)
  }
}
