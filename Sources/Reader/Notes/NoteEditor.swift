import Annotations
import ArabicText
import Screen
import TextLayout

/// A note that is being written: text and a cursor between two of its clusters.
struct NoteEditor: Hashable, Sendable {
  /// What was written so far.
  var text: String
  /// The position of the cursor, in UTF-8 bytes of the text.
  var cursor: TextOffset
  /// The passage that the note is of.
  var span: TextSpan
  /// The annotation that has the note, where there is one.
  var annotation: Annotation?

  /// An editor of the note of `span`, the cursor at its end.
  init(span: TextSpan, annotation: Annotation?) {
    text = annotation?.note ?? ""
    cursor = TextOffset(text.utf8.count)
    self.span = span
    self.annotation = annotation
  }

  /// Writes `string` at the cursor.
  mutating func insert(_ string: String) {
    let index = text.utf8.index(text.startIndex, offsetBy: cursor.utf8)
    text.unicodeScalars.insert(contentsOf: string.unicodeScalars, at: index)
    cursor = cursor + string.utf8.count
  }

  /// Deletes the scalar before the cursor: a mark before its letter.
  mutating func deleteBackward() {
    guard let scalar = decoded.scalar(before: cursor) else { return }
    remove(scalar.span)
    cursor = scalar.offset
  }

  /// Deletes the cluster behind the cursor.
  mutating func deleteForward() {
    remove(TextSpan(cursor, next(cursor)))
  }

  private mutating func remove(_ span: TextSpan) {
    let lower = text.utf8.index(text.startIndex, offsetBy: span.lower.utf8)
    let upper = text.utf8.index(text.startIndex, offsetBy: span.upper.utf8)
    text.unicodeScalars.removeSubrange(lower..<upper)
  }

  /// Moves the cursor over one cluster, in logical order.
  mutating func move(forward: Bool) {
    cursor = forward ? next(cursor) : previous(cursor)
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
}

/// The lines of a note as they are drawn, and where its cursor stands in them.
struct NoteLayout {
  let lines: [Line]
  let cursor: (row: Int, column: Int)
  /// The direction of the paragraph that the cursor stands in.
  let direction: Direction

  init(_ editor: NoteEditor, columns: Int, lettering: Lettering) {
    let text = DecodedText(editor.text)
    var lines: [Line] = []
    var cursor = (row: 0, column: 0)
    var direction = Direction.rightToLeft
    // One column is left free for a cursor at the end of a full line.
    let options = LayoutOptions(
      width: max(1, columns - 1), fallback: .rightToLeft, lettering: lettering)
    var paragraphs = text.paragraphs(in: text.span).map(\.content)
    // An empty line at the end is none of the text's paragraphs.
    if editor.text.isEmpty || editor.text.unicodeScalars.last == "\n" {
      paragraphs.append(TextSpan(text.end, text.end))
    }
    for content in paragraphs {
      let layout = ParagraphLayout(text, content, options: options)
      if content.lower <= editor.cursor, editor.cursor <= content.upper {
        let row = layout.lineIndex(at: editor.cursor)
        cursor = (
          lines.count + row,
          Self.column(of: editor.cursor, in: layout.lines[row], columns: columns, lettering)
        )
        direction = layout.direction
      }
      lines += layout.lines
    }
    self.lines = lines
    self.cursor = cursor
    self.direction = direction
  }

  /// The column before `offset`, in the columns of the box: right-to-left lines begin one column
  /// further to the right, as the free column is at their end.
  private static func column(
    of offset: TextOffset, in line: Line, columns: Int, _ lettering: Lettering
  ) -> Int {
    let isRightToLeft = line.direction == .rightToLeft && lettering.isVisual
    let shift = isRightToLeft ? 1 : 0
    if let cell = line.cells.first(where: { $0.span.contains(offset) && $0.columns > 0 }) {
      return cell.column.value + shift
    }
    let drawn = line.cells.filter { $0.columns > 0 }
    if isRightToLeft {
      let blanks = line.cells.filter { $0.columns == 0 && $0.span.upper <= offset }.count
      return max(0, (drawn.map(\.column.value).min() ?? columns - 1) + shift - 1 - blanks)
    }
    return min(columns - 1, drawn.map { $0.column.value + $0.columns }.max() ?? 0)
  }
}

extension ReaderState {
  /// Opens the note of what is selected.
  mutating func openNoteEditor() {
    if let draft = notes.draft {
      notes.editor = draft
      notes.draft = nil
      return
    }
    guard let span = annotationSpan else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    notes.selecting = nil
    notes.editor = NoteEditor(span: span, annotation: notes.annotation(at: span))
  }

  /// Takes a key while a note is being written.
  mutating func pressInNoteEditor(_ key: Key) -> [Effect] {
    guard var editor = notes.editor else { return [] }
    let area = arrangement.article
    let layout = NoteLayout(
      editor, columns: area.size.columns, lettering: appearance.lettering)
    let isLeftward = layout.direction == .rightToLeft
    switch key {
    case .character(let character): editor.insert(String(character))
    case .enter: editor.insert("\n")
    case .tab: editor.insert(" ")
    case .backspace: editor.deleteBackward()
    case .delete: editor.deleteForward()
    case .left: editor.move(forward: isLeftward)
    case .right: editor.move(forward: !isLeftward)
    case .home: editor.cursor = layout.lines[layout.cursor.row].span.lower
    case .end: editor.cursor = layout.lineEnd(of: layout.cursor.row, in: editor)
    case .up, .down:
      let row = layout.cursor.row + (key == .up ? -1 : 1)
      if layout.lines.indices.contains(row) {
        editor.cursor = layout.offset(row: row, column: layout.cursor.column, in: editor)
      }
    case .control("g"):
      notes.editor = nil
      notice = Notice(.noteDiscarded)
      return []
    case .escape, .control("s"), .control("d"):
      return keepNote()
    case .control("e"):
      return [.editText(editor.text)]
    default: break
    }
    notes.editor = editor
    return []
  }

  /// Saves the note that is being written, and closes it.
  package mutating func keepNote() -> [Effect] {
    guard let editor = notes.editor else { return [] }
    notes.editor = nil
    guard editor.text != editor.annotation?.note ?? "" else { return [] }
    notes.written.append(editor)
    if var changed = editor.annotation {
      let known = changed
      changed.note = editor.text
      changed.modified = known.modified
      return request([.change(known, changed)], .noted)
    }
    var draft = NoteDraft()
    draft.note = editor.text
    return request([.add(editor.span, draft)], .noted)
  }

  /// Takes in what another editor made of the note.
  mutating func takeEditedText(_ text: String?) {
    guard let text, var editor = notes.editor else { return }
    editor.text = text.hasSuffix("\n") ? String(text.dropLast()) : text
    editor.cursor = TextOffset(editor.text.utf8.count)
    notes.editor = editor
  }

  /// Whether what is typed goes into a note, so that no key ends the program.
  package var isWriting: Bool { notes.editor != nil }
}

extension NoteLayout {
  fileprivate func lineEnd(of row: Int, in editor: NoteEditor) -> TextOffset {
    let isLast = row + 1 == lines.count || lines[row + 1].span.lower > lines[row].span.upper
    let end = lines[row].span.upper
    // The end of a wrapped line is the start of the next one: before its last blank it is this one's.
    return isLast || end == lines[row].span.lower ? end : end - 1
  }

  fileprivate func offset(row: Int, column: Int, in editor: NoteEditor) -> TextOffset {
    let line = lines[row]
    let shift = line.direction == .rightToLeft ? 1 : 0
    return min(line.offset(at: Column(max(0, column - shift))), lineEnd(of: row, in: editor))
  }
}
