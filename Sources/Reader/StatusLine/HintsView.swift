import Interface
import Screen
import TextLayout

/// The hints, as many as fit whole between what the status line says and its far end.
struct HintsView {
  /// A key or what it does, where it stands.
  private struct Piece {
    var text: String
    var area: Area
    /// The key that a click presses.
    var key: Key
    var isKey: Bool
  }

  private let state: ReaderState
  private let pieces: [Piece]

  private static let gap = 2

  /// The hints of `state` with their end `end` columns before the far end of `area`, none nearer to its start
  /// than `start` columns.
  init(_ state: ReaderState, in area: Area, after start: Int, before end: Int) {
    self.state = state
    let room = area.size.columns - end - start
    let hints = state.hints.map { HintTexts($0, in: state) }
    var fitting: [HintTexts] = []
    var taken = 0
    for hint in hints where !hint.hint.keys.isEmpty {
      guard taken + hint.columns + Self.gap <= room else { break }
      taken += hint.columns + Self.gap
      fitting.append(hint)
    }
    if fitting.isEmpty, let last = state.lastHint.map({ HintTexts($0, in: state) }),
      last.columns + Self.gap <= room
    {
      fitting = [last]
      taken = last.columns + Self.gap
    }
    let bare = fitting.isEmpty ? state.bareHint.map { HintTexts($0, in: state) } : nil
    if let bare, bare.columns <= room + 1 { taken = bare.columns }
    var pieces: [Piece] = []
    var column = area.size.columns - end - taken
    func place(_ text: String, _ columns: Int, _ key: Key, isKey: Bool) {
      let place = area.after(column, width: columns, in: state.rowDirection)
      pieces.append(Piece(text: text, area: place, key: key, isKey: isKey))
      column += columns
    }
    for hint in fitting {
      for (key, text) in zip(hint.hint.keys, hint.keys) {
        place(text, hint.columns(of: text) + 1, key, isKey: true)
      }
      place(
        hint.label, hint.columns(of: hint.label) + Self.gap, hint.hint.keys[0], isKey: false)
    }
    if let bare, taken == bare.columns, let key = bare.hint.keys.first {
      place(bare.keys.joined(separator: " "), bare.columns, key, isKey: true)
    }
    self.pieces = pieces
  }

  /// Whether no hint has room.
  var isEmpty: Bool { pieces.isEmpty }

  /// The columns that are kept free where no hint would have room else: those of the key to all keys.
  static func leastColumns(_ state: ReaderState) -> Int {
    guard let bare = state.bareHint else { return 0 }
    return HintTexts(bare, in: state).columns + 1
  }

  /// The key that a click on the cell at `point` presses.
  func key(at point: ScreenPoint) -> Key? { pieces.first { $0.area.contains(point) }?.key }

  /// Draws the hints on `ground`.
  func draw(ground: [Role], into painter: inout Painter) {
    for piece in pieces {
      state.draw(
        piece.text, in: piece.area, ground + (piece.isKey ? [.statusKey] : []),
        from: state.rowDirection, into: &painter)
    }
  }
}

/// A hint as it is told.
private struct HintTexts {
  var hint: Hint
  var keys: [String]
  var label: String
  var lettering: Lettering

  init(_ hint: Hint, in state: ReaderState) {
    self.hint = hint
    keys = hint.keys.map { $0.labelInText(in: state.language) }
    label = state.string(hint.label)
    lettering = state.appearance.lettering
  }

  /// The columns of the keys, a blank behind each, and what they do.
  var columns: Int {
    let parts = hint.isBare ? keys : keys + [label]
    return parts.reduce(0) { $0 + columns(of: $1) } + parts.count - 1
  }

  func columns(of text: String) -> Int { Label.columns(of: text, lettering: lettering) }
}
