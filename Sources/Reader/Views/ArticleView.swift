import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// The article: visible rows with what is marked in them.
struct ArticleView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    draw(state.visibleRows, in: state.arrangement.article, into: &painter)
  }

  /// Draws `rows` into `area`, from its top.
  func draw(_ rows: some Sequence<RowPosition>, in area: Area, into painter: inout Painter) {
    var paint = Paint(state: state)
    for (index, position) in rows.enumerated() {
      guard let line = state.line(at: position) else { continue }
      paint.enter(position.paragraph)
      paint.enter(line)
      let column = area.column + state.indent(of: position.paragraph)
      painter.draw(line, row: area.row + index, column: column) { paint.style(of: $0) }
      NoteMargin(state: state).draw(line, row: area.row + index, into: &painter)
    }
  }
}

/// What each cell of a paragraph means, and so how it looks.
///
/// Roles lie over one another in this order: text, quotation, entity, annotation, mention of the
/// selected entity, search hit, selection.
private struct Paint {
  private struct Stroke {
    var span: TextSpan
    var role: Role
  }

  private let state: ReaderState
  private let selectedEntity: Int?
  private let caret: TextSpan?
  private var paragraph: Paragraph?
  private var ground: Role = .text
  private var strokes: [Stroke] = []
  /// Those that reach the line, of what may be thousands in a paragraph.
  private var lineStrokes: [Stroke] = []

  init(state: ReaderState) {
    self.state = state
    selectedEntity = state.selectedEntity
    caret = state.caretSpan
  }

  /// Gathers the marks of `paragraph`.
  mutating func enter(_ paragraph: Paragraph) {
    guard paragraph != self.paragraph else { return }
    self.paragraph = paragraph
    ground = state.role(of: paragraph)
    strokes = quotationStrokes(paragraph) + entityStrokes(paragraph)
    // A theme may let highlights change the letters, too, so that names in them stay legible.
    strokes += noteStrokes(paragraph) + mentionStrokes(paragraph) + searchStrokes(paragraph)
    if let selection = state.article.selection, !state.showsColor(of: selection) {
      let role: Role = if case .match = selection { .searchCurrent } else { .selection }
      strokes.append(contentsOf: spans(of: selection).map { Stroke(span: $0, role: role) })
    }
    if let caret { strokes.append(Stroke(span: caret, role: .searchCurrent)) }
  }

  /// Gathers the marks of `line`, one of the paragraph that was entered.
  mutating func enter(_ line: Line) {
    // A kashida or a filled gap at the very end of a mark belongs to it.
    lineStrokes = strokes.filter {
      $0.span.lower <= line.span.upper && line.span.lower <= $0.span.upper
    }
  }

  func style(of cell: TextLayout.Cell) -> Style {
    var roles = [ground]
    for stroke in lineStrokes where cell.shows(stroke.span) { roles.append(stroke.role) }
    if cell.kind == .substitute { roles.append(.control) }
    return state.appearance.theme.style(roles)
  }

  private func noteStrokes(_ paragraph: Paragraph) -> [Stroke] {
    state.noteLooks(in: paragraph.content).map { Stroke(span: $0.span, role: $0.role) }
  }

  private func quotationStrokes(_ paragraph: Paragraph) -> [Stroke] {
    let pieces = state.article.results.pieces(in: paragraph.content)
    let words = pieces.map { Stroke(span: $0.span, role: Role($0.quotation.kind)) }
    let speakers = pieces.compactMap { piece in
      piece.quotation.source.map { Stroke(span: $0, role: .speaker) }
    }
    let cues = pieces.compactMap { piece in
      piece.quotation.cue.map { Stroke(span: $0.span, role: .cue) }
    }
    return words + speakers + cues
  }

  private func entityStrokes(_ paragraph: Paragraph) -> [Stroke] {
    state.article.results.places(in: paragraph.content).map { place in
      Stroke(span: place.span, role: Role(state.article.results.entity(of: place).kind))
    }
  }

  private func mentionStrokes(_ paragraph: Paragraph) -> [Stroke] {
    guard let selectedEntity else { return [] }
    return state.article.results.places(in: paragraph.content).filter {
      $0.entity == selectedEntity
    }.map {
      Stroke(span: $0.span, role: .mention)
    }
  }

  private func searchStrokes(_ paragraph: Paragraph) -> [Stroke] {
    let patterns = [state.article.filter?.pattern, state.article.search?.pattern].compactMap(\.self)
    return patterns.flatMap { pattern in
      pattern.matches(in: state.text, span: paragraph.content).map {
        Stroke(span: $0, role: .search)
      }
    }
  }

  private func spans(of selection: Selection) -> [TextSpan] {
    guard case .quotation(let span) = selection else { return [selection.span] }
    return state.article.results.quotation(at: span)?.content ?? [span]
  }
}

extension Role {
  init(_ kind: EntityKind) {
    self =
      switch kind {
      case .person: .person
      case .organisation: .organisation
      case .place: .place
      case .document, .unnamed: .text
      }
  }

  init(_ kind: Quotation.Kind) {
    self =
      switch kind {
      case .direct, .mixed: .quoteDirect
      case .indirect: .quoteIndirect
      case .scare: .quoteScare
      }
  }
}

extension ReaderState {
  /// Whether `selection` has just been highlighted, so that its colour is seen in the place of the
  /// selection until the next key.
  fileprivate func showsColor(of selection: Selection) -> Bool {
    notice?.phrase.key == .noteHighlighted
      && article.notes.annotation(at: fullSpan(of: selection))?.color != nil
  }

  /// Whether `paragraph` is the headline: the first paragraph, short, and followed by more.
  func isHeadline(_ paragraph: Paragraph) -> Bool {
    paragraph.start == .zero && paragraph.content.utf8Count <= 240 && !paragraph.content.isEmpty
      && paragraph.next < text.end
  }
}
