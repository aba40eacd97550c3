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
    let marked = article.notes.looks(in: span).filter { !$0.isCorrection }
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
    let here = article.notes.items(in: span)
    if case .annotation(let id, span) = modes.first(Review.self)?.item,
      let item = article.notes.item(id)
    {
      return description(of: item)
    }
    let exact = here.filter { $0.span == span }
    // Of corrections the last one holds.
    let item =
      exact.first { $0.annotation.correction == nil }
      ?? exact.max { ($0.annotation.created, $0.id) < ($1.annotation.created, $1.id) }
      ?? (modes.contains(Selecting.self) ? nil : here.first)
    return item.map(description)
  }

  /// What an annotation says, in one line.
  func description(of item: PlacedAnnotation) -> String {
    let annotation = item.annotation
    var parts: [String] = []
    if !annotation.note.isEmpty { parts.append(Label.isolated(annotation.note.onOneLine)) }
    if let correction = annotation.correctionPhrase {
      // Its names are isolated each: around all of it, the old one would stand behind the new one.
      parts.append(string(correction))
    }
    parts += annotation.tags.map { Label.isolated("#" + $0) }
    if let color = annotation.color { parts.append(string(color.name)) }
    if annotation.isProposal, let author = annotation.author {
      parts.append(Label.isolated(author))
    }
    return parts.joined(separator: " · ")
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
    guard !state.article.notes.items.isEmpty, !line.span.isEmpty else { return }
    guard let mark = state.article.notes.looks(in: line.span).first(where: { !$0.isCorrection })
    else {
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
