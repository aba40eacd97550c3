import Annotations
import ArabicText
import Interface
import Screen
import TextLayout

/// A note that is being written, over the lower part of the article: text and a cursor between two of
/// its clusters.
struct NoteEditor: Mode {
  /// What was written so far.
  private(set) var text: String
  /// The position of the cursor, in UTF-8 bytes of the note.
  private(set) var cursor: TextOffset
  /// What the note is of; `nil` where its words went while it was written, which goes on so that no
  /// letter becomes a command.
  let subject: Optional<UnsavedNote.Subject>
  /// The words that it was begun on.
  private let words: String
  /// Where these stood, while they are gone.
  private let lost: Optional<LostWords>
  /// Whether these stand in the text, and only what is around them leaves it open where: they are selected.
  private var isInDoubt = false

  /// An editor that goes on with `note`, the cursor at its end.
  init(_ note: UnsavedNote, of subject: UnsavedNote.Subject?) {
    text = note.text
    cursor = TextOffset(text.utf8.count)
    self.subject = subject
    words = note.words
    lost = note.lost
  }

  var takesText: Bool { true }

  // MARK: Keys

  mutating func press(_ key: Key, in state: inout ReaderState) -> ModeResult {
    // Only keys that move by lines need them.
    func layout() -> NoteLayout {
      NoteLayout(
        text, cursor: cursor, columns: state.arrangement.article.size.columns, room: 1,
        lettering: state.appearance.lettering)
    }
    switch key {
    case .character(let character): insert(String(character))
    case .enter: insert("\n")
    case .tab: insert(" ")
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(to: .left, in: layout())
    case .right: move(to: .right, in: layout())
    case .home:
      let layout = layout()
      cursor = layout.lines[layout.cursor.row].span.lower
    case .end:
      let layout = layout()
      cursor = layout.lineEnd(of: layout.cursor.row)
    case .up, .down:
      let layout = layout()
      let row = layout.cursor.row + (key == .up ? -1 : 1)
      if layout.lines.indices.contains(row) {
        cursor = layout.offset(row: row, column: layout.cursor.column)
      }
    case .control("g"):
      state.notice = Notice(.noteDiscarded)
      return .leave()
    case .escape, .control("s"), .control("d"): return .leave(state.save(note))
    case .control("e"): return .stay([.editText(text)])
    default: break
    }
    return .stay()
  }

  mutating func paste(_ text: String, in state: inout ReaderState) -> ModeResult {
    insert(text)
    return .stay()
  }

  /// The note as it is to be stored.
  var note: UnsavedNote { UnsavedNote(text: text, of: subject, words: words, lost: lost) }

  /// Takes over what another editor made of the note.
  mutating func replace(with edited: String) {
    text = edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    cursor = TextOffset(text.utf8.count)
  }

  /// Stays on its words; where they are gone, it is written on, until they are back, or kept for others.
  func relocated(by change: TextChange, in state: inout ReaderState) -> NoteEditor? {
    let moved = note.relocated(by: change)
    var editor = NoteEditor(moved, of: moved.subject)
    editor.cursor = cursor
    editor.isInDoubt = isInDoubt && moved.subject == nil
    if moved.subject == nil, case .passage(let span) = subject,
      let likely = change.placement(of: span)?.span
    {
      editor.isInDoubt = true
      state.select(passage: likely)
    }
    return editor
  }

  func status(_ state: ReaderState) -> StatusLineText? {
    let gone = isInDoubt ? PhraseKey.notePassageInDoubt : .notePassageGone
    let about =
      subject == nil
      ? Phrase(gone, .call(of: .writeNote, in: state.keymap)) : Phrase(.headingNote)
    // What has happened meanwhile comes first, but for words that are gone.
    let told = subject == nil ? nil : state.notice
    var line = StatusLineText(
      [told?.phrase, about].compactMap(\.self).map { state.string($0) }.joined(separator: " · "),
      answers: [
        Hint([.escape], .hintSave), Hint([.control("g")], .hintDiscard),
        Hint([.control("e")], .hintEditor),
      ], in: state, end: state.position, ground: .status)
    line.isError = told?.isError == true
    return line
  }

  /// The keys stand in what the status line says.
  func hints(_ state: ReaderState) -> [Hint]? { [] }

  // MARK: Editing

  /// Writes `string` at the cursor.
  private mutating func insert(_ string: String) {
    let index = text.utf8.index(text.startIndex, offsetBy: cursor.utf8)
    text.unicodeScalars.insert(contentsOf: string.unicodeScalars, at: index)
    cursor = cursor + string.utf8.count
  }

  /// Deletes the scalar before the cursor: a mark before its letter.
  private mutating func deleteBackward() {
    guard let scalar = decoded.scalar(before: cursor) else { return }
    remove(scalar.span)
    cursor = scalar.offset
  }

  /// Deletes the cluster behind the cursor.
  private mutating func deleteForward() {
    remove(TextSpan(cursor, next(cursor)))
  }

  private mutating func remove(_ span: TextSpan) {
    let lower = text.utf8.index(text.startIndex, offsetBy: span.lower.utf8)
    let upper = text.utf8.index(text.startIndex, offsetBy: span.upper.utf8)
    text.unicodeScalars.removeSubrange(lower..<upper)
  }

  /// Moves the cursor by one letter to `side` of the screen, whatever runs which way; beyond the line, to the one
  /// that goes on there.
  private mutating func move(to side: Side, in layout: NoteLayout) {
    let places = layout.placesFromLeft(of: layout.cursor.row)
    let line = layout.lines[layout.cursor.row]
    let here = places.filter { $0 <= cursor }.max().flatMap { places.firstIndex(of: $0) } ?? 0
    let index = here + (side == .left ? -1 : 1)
    if places.indices.contains(index) {
      cursor = places[index]
    } else if (side == .left) == (line.direction == .rightToLeft) {
      cursor = max(line.span.upper, next(layout.lineEnd(of: layout.cursor.row)))
    } else {
      cursor = previous(line.span.lower)
    }
  }

  private var decoded: DecodedText { DecodedText(text) }

  private func next(_ offset: TextOffset) -> TextOffset {
    let text = decoded
    guard var scalar = text.scalar(at: offset) else { return offset }
    repeat {
      guard let following = text.scalar(at: scalar.span.upper),
        ScalarProperties(following.value).isMark
      else { return scalar.span.upper }
      scalar = following
    } while true
  }

  private func previous(_ offset: TextOffset) -> TextOffset {
    let text = decoded
    var position = offset
    while let scalar = text.scalar(before: position) {
      position = scalar.offset
      if !ScalarProperties(scalar.value).isMark { break }
    }
    return position
  }

  // MARK: View

  func draw(_ state: ReaderState, into painter: inout Painter) {
    var area = state.arrangement.article
    area.size.rows = max(1, min(area.size.rows, StatusLine.rows(above: status(state), in: state)))
    let theme = state.appearance.theme
    let most = max(3, area.size.rows / 2)
    let layout = NoteLayout(
      text, cursor: cursor, columns: area.size.columns, room: most,
      lettering: state.appearance.lettering)
    let room = max(1, min(layout.lines.count, most))
    let top = area.row + max(0, area.size.rows - room - 1)
    let box = Area(
      column: area.column, row: top, columns: area.size.columns,
      rows: min(room + 1, area.size.rows))
    painter.screen.fill(box, style: theme.style([.prompt]))
    let heading = Area(column: box.column, row: top, columns: box.size.columns, rows: 1)
    painter.screen.fill(heading, style: theme.style([.status]))
    state.draw(
      state.string(.headingNote) + " · " + Label.isolated(words.onOneLine), in: heading, [.status],
      from: state.rowDirection, into: &painter)
    let rows = box.size.rows - 1
    let first = max(0, layout.cursor.row - rows + 1)
    for (index, line) in layout.lines.dropFirst(first).prefix(rows).enumerated() {
      let isShifted = line.direction == .rightToLeft && state.appearance.lettering.isVisual
      painter.draw(line, row: top + 1 + index, column: area.column + (isShifted ? 1 : 0)) { _ in
        theme.style([.prompt])
      }
    }
    let row = top + 1 + layout.cursor.row - first
    guard row < area.row + area.size.rows else { return }
    let column = area.column + min(layout.cursor.column, area.size.columns - 1)
    // The terminal's own cursor alone: on a cell in reverse video it would undo that, and not be seen.
    painter.screen.cursor = Screen.Cursor(
      at: ScreenPoint(column: column, row: row), isVisible: true)
  }
}
