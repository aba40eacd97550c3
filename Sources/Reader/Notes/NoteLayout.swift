import ArabicText
import TextLayout

/// The lines of a note around its cursor as they are drawn, and where the cursor stands in them.
///
/// Not all of a long note is laid out: only the paragraph of the cursor, and before and behind it as many
/// as are needed for a number of lines.
struct NoteLayout {
  let lines: [Line]
  private let text: DecodedText
  let cursor: (row: Int, column: Int)
  /// The direction of the paragraph that the cursor stands in.
  let direction: Direction

  /// The lines of a note in a box of `columns` columns.
  ///
  /// - Parameters:
  ///   - note: The note.
  ///   - place: Where the cursor stands, in UTF-8 bytes of the note.
  ///   - columns: The columns of the box.
  ///   - room: The lines before and behind that of the cursor which are laid out at least, where there are
  ///     so many.
  ///   - lettering: How letters are drawn.
  /// - Complexity: O(*n*) in the bytes of the paragraphs that are laid out, none of which is longer than
  ///   `Paragraph.longestPiece`.
  init(_ note: String, cursor place: TextOffset, columns: Int, room: Int, lettering: Lettering) {
    let text = DecodedText(note)
    // One column is left free for a cursor at the end of a full line.
    let options = LayoutOptions(
      width: max(1, columns - 1), fallback: .rightToLeft, lettering: lettering)
    let current = text.noteParagraph(at: place)
    let layout = ParagraphLayout(text, current, options: options)
    let row = layout.lineIndex(at: place)
    var before: [[Line]] = []
    var count = row
    var paragraph = current
    while count < room, let previous = text.noteParagraph(before: paragraph) {
      before.append(ParagraphLayout(text, previous, options: options).lines)
      count += before[before.count - 1].count
      paragraph = previous
    }
    var lines = before.reversed().flatMap(\.self)
    cursor = (
      lines.count + row,
      Self.column(of: place, in: layout.lines[row], columns: columns, lettering)
    )
    lines += layout.lines
    paragraph = current
    while lines.count - cursor.row <= room, let next = text.noteParagraph(after: paragraph) {
      lines += ParagraphLayout(text, next, options: options).lines
      paragraph = next
    }
    self.lines = lines
    self.text = text
    direction = layout.direction
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

  /// Where the cursor can stand in a line, as the letters follow each other on the screen.
  func placesFromLeft(of row: Int) -> [TextOffset] {
    let line = lines[row]
    let isLast = row + 1 == lines.count || lines[row + 1].span.lower > line.span.upper
    let options = LayoutOptions(
      width: 8 * line.span.utf8Count + 8, direction: direction,
      lettering: Lettering(ligates: false))
    let ordered = ParagraphLayout(text, line.span, options: options).lines.first?.cells ?? []
    // A letter of two columns has two cells, and some have several signs.
    let words = text.string(in: line.span)
    var begins = Set(
      words.indices.map { line.span.lower + words.utf8.distance(from: words.startIndex, to: $0) })
    let letters = ordered.map(\.span.lower).filter { begins.remove($0) != nil }
    guard isLast else { return letters }
    let end = [line.span.upper]
    return line.direction == .rightToLeft ? end + letters : letters + end
  }

  /// The place of the cursor that is drawn in `column` of a line.
  func offset(row: Int, column: Int) -> TextOffset {
    let line = lines[row]
    let shift = line.direction == .rightToLeft ? 1 : 0
    return min(line.offset(at: Column(max(0, column - shift))), lineEnd(of: row))
  }
}

/// The paragraphs of a note: an empty line at the end is one, which it is not in an article.
extension DecodedText {
  private var endsWithBreak: Bool { end > .zero && self[byte: end - 1] == 0x0A }

  fileprivate func noteParagraph(at offset: TextOffset) -> TextSpan {
    if offset >= end, end == .zero || endsWithBreak { return TextSpan(end, end) }
    return paragraph(at: offset).content
  }

  fileprivate func noteParagraph(before content: TextSpan) -> TextSpan? {
    content.lower > .zero ? paragraph(at: content.lower - 1).content : nil
  }

  fileprivate func noteParagraph(after content: TextSpan) -> TextSpan? {
    guard content.lower < end else { return nil }
    if let next = paragraph(after: paragraph(at: content.lower)) { return next.content }
    return endsWithBreak ? TextSpan(end, end) : nil
  }
}
