import ArabicText
import TextLayout

/// The lines of a note as they are drawn, and where its cursor stands in them.
struct NoteLayout {
  let lines: [Line]
  private let text: DecodedText
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
    self.text = text
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

extension NoteLayout {
  /// The last place of the cursor in a line.
  func lineEnd(of row: Int) -> TextOffset {
    let isLast = row + 1 == lines.count || lines[row + 1].span.lower > lines[row].span.upper
    let end = lines[row].span.upper
    // The end of a wrapped line is the start of the next one: before its last scalar it is this one's.
    if isLast || end == lines[row].span.lower { return end }
    return text.scalar(before: end)?.offset ?? end
  }

  /// The place of the cursor that is drawn in `column` of a line.
  func offset(row: Int, column: Int) -> TextOffset {
    let line = lines[row]
    let shift = line.direction == .rightToLeft ? 1 : 0
    return min(line.offset(at: Column(max(0, column - shift))), lineEnd(of: row))
  }
}
