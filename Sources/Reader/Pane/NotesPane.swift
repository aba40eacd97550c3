import Annotations
import ArabicText
import Interface
import Screen

extension ReaderState {
  /// The rows of the annotations that hold what the pane is filtered by: in reading order, those without a place last.
  var noteRows: [PaneRow] {
    guard !article.notes.items.isEmpty else { return [] }
    guard let pattern = SearchPattern.folded(article.pane.filter) else {
      return [.notesHeading(count: article.notes.listed.count)]
        + article.notes.listed.map(PaneRow.note)
    }
    let listed = article.notes.listed.filter { index in
      pattern.letters.contains { article.notes.items[index].annotation.matches($0) }
    }
    return listed.isEmpty ? [] : [.notesHeading(count: listed.count)] + listed.map(PaneRow.note)
  }

  /// What `row` stands for, where it can be selected.
  func item(of row: PaneRow) -> PaneItem? {
    if case .note(let index) = row { return .note(article.notes.items[index].id) }
    return article.results.item(of: row)
  }

  /// Asks what the notes in the pane have to hold.
  mutating func openNotesFilter() {
    guard !article.notes.items.isEmpty else {
      notice = Notice(
        .noteNone, .call(of: .selectPassage, in: keymap), .call(of: .highlight, in: keymap),
        .call(of: .writeNote, in: keymap))
      return
    }
    if arrangement.pane == nil { togglePane() }
    modes.push(Question(.filter(article.notes.filter)))
    if let heading = paneRows.firstIndex(where: {
      if case .notesHeading = $0 { true } else { false }
    }) {
      article.pane.top = heading
      keepPaneRowVisible()
    }
  }

  /// The heading of the notes, with what they are filtered by.
  func notesHeading(_ count: Int) -> String {
    let heading = string(.headingNotes, .number(count))
    return article.notes.filter.isEmpty
      ? heading : heading + " · " + Label.isolated(article.notes.filter)
  }
}

extension PaneView {
  /// The note, or else the tags, then the passage.
  func draw(note item: PlacedAnnotation, in area: Area, into painter: inout Painter) {
    let annotation = item.annotation
    // Before what may be too long for the row.
    var parts = item.span == nil ? [state.string(.noteOrphan)] : []
    if !annotation.note.isEmpty { parts.append(annotation.note.onOneLine) }
    if let correction = annotation.correctionPhrase { parts.append(state.string(correction)) }
    parts += annotation.tags.map { "#" + $0 }
    parts.append("«" + annotation.anchor.exact.onOneLine + "»")
    let role: Role = item.isUndecided ? .noteUndecided : annotation.color?.role ?? .text
    draw(
      parts.map(Label.isolated).joined(separator: " "), of: role, in: area,
      isSelected: state.markedPaneItem == .note(item.id), into: &painter)
  }
}
