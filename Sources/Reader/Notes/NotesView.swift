import Annotations
import ArabicText
import Interface
import Screen
import TextLayout

extension HighlightColor {
  /// How the colour looks in a theme.
  var role: Role {
    switch self {
    case .yellow: .highlightYellow
    case .green: .highlightGreen
    case .blue: .highlightBlue
    case .pink: .highlightPink
    case .orange: .highlightOrange
    }
  }

  /// What the colour is called.
  var name: PhraseKey {
    switch self {
    case .yellow: .colorYellow
    case .green: .colorGreen
    case .blue: .colorBlue
    case .pink: .colorPink
    case .orange: .colorOrange
    }
  }
}

extension ReaderState {
  /// How the annotations in `span` look, the lowest first.
  ///
  /// Of passages that overlap the longer one lies below, so that the shorter one shows; where they
  /// overlap they have the look of a note, too.
  func noteLooks(in span: TextSpan) -> [(span: TextSpan, role: Role)] {
    let marked = notes.marks(in: span).filter { !$0.isCorrection }
    var looks = marked.sorted { $0.span.utf8Count > $1.span.utf8Count }.map { mark in
      (span: mark.span, role: mark.isUndecided ? .noteUndecided : mark.color?.role ?? Role.note)
    }
    var reach: TextSpan?
    for mark in marked {
      let place = mark.span
      if let common = reach?.intersection(place) { looks.append((common, .note)) }
      reach = reach.map { $0.upper > place.upper ? $0 : place } ?? place
    }
    return looks
  }

  /// What the status line says of a passage: the note, the tags and the colour of its annotation.
  func description(ofPassage span: TextSpan) -> String? {
    let here = notes.items(in: span)
    if case .annotation(let id, span) = notes.reviewed, let item = notes.item(id) {
      return description(of: item)
    }
    let item =
      here.first { $0.span == span } ?? (notes.selecting == nil ? here.first : nil)
    return item.map(description)
  }

  private func description(of item: PlacedAnnotation) -> String {
    let annotation = item.annotation
    var parts: [String] = []
    if !annotation.note.isEmpty { parts.append(Label.isolated(annotation.note.onOneLine)) }
    if let correction = annotation.correction { parts.append(Label.isolated(correction.summary)) }
    parts += annotation.tags.map { Label.isolated("#" + $0) }
    if let color = annotation.color { parts.append(string(color.name)) }
    if annotation.isProposal, let author = annotation.author {
      parts.append(Label.isolated(author))
    }
    return parts.joined(separator: " · ")
  }

  /// What is asked, with what was typed.
  var questionText: String? {
    guard let question = notes.question else { return nil }
    let typed = Phrase.Argument.text(
      (question.text ?? "") + "▏" + (completion(of: question) ?? ""))
    switch question {
    case .tags: return string(.askTags, typed)
    case .filter: return string(.askFilter, typed)
    case .correction: return string(.askCorrection)
    case .name(.rename, _): return string(.askRename, typed)
    case .name(.merge, _): return string(.askMerge, typed)
    case .name(.split, _): return string(.askSplit, typed)
    case .name(.speaker, _): return string(.askSpeaker, typed)
    case .scope(.speaker(_, let source?), let count):
      return string(.askSpeakerScope, .number(count), .text(source))
    case .scope(_, let count): return string(.askScope, .number(count))
    }
  }
}

extension String {
  /// The string with a blank for each line break.
  var onOneLine: String {
    String(map { $0.isNewline ? " " : $0 })
  }
}

/// Signs beside annotated lines.
struct NoteMargin {
  let state: ReaderState

  /// Draws the sign of the first annotation of `line` in the column before its first letter: on the
  /// right of right-to-left text.
  func draw(_ line: Line, row: Int, into painter: inout Painter) {
    guard !state.notes.items.isEmpty, !line.span.isEmpty else { return }
    guard let mark = state.notes.marks(in: line.span).first(where: { !$0.isCorrection }) else {
      return
    }
    let area = state.arrangement.article
    let isRightToLeft = line.direction == .rightToLeft && state.appearance.lettering.isVisual
    let column = isRightToLeft ? area.column + area.size.columns : area.column - 1
    guard column >= 0, column < state.size.columns, column != state.arrangement.border else {
      return
    }
    let sign = mark.isUndecided ? "?" : mark.hasNote ? "*" : "•"
    painter.screen[row: row, column: column] = Screen.Cell(
      sign, style: state.appearance.theme.style([.margin]))
  }
}

/// The note that is being written, over the lower part of the article.
struct NoteEditorView {
  let state: ReaderState
  let editor: NoteEditor

  func draw(into painter: inout Painter) {
    let area = state.arrangement.article
    let theme = state.appearance.theme
    let layout = NoteLayout(
      editor, columns: area.size.columns, lettering: state.appearance.lettering)
    let room = max(1, min(layout.lines.count, max(3, area.size.rows / 2)))
    let top = area.row + max(0, area.size.rows - room - 1)
    let box = Area(
      column: area.column, row: top, columns: area.size.columns,
      rows: min(room + 1, area.size.rows))
    painter.screen.fill(box, style: theme.style([.prompt]))
    painter.draw(
      label: state.string(.headingNoteEditor),
      in: Area(column: box.column, row: top, columns: box.size.columns, rows: 1),
      direction: state.language.direction, lettering: state.appearance.lettering,
      style: theme.style([.status]))
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
    var cell = painter.screen[row: row, column: column]
    cell.style = theme.style([.prompt, .selection])
    painter.screen[row: row, column: column] = cell
  }
}
