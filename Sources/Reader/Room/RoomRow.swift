import Annotations
import ArabicText
import Interface
import Platform
import Screen
import TextLayout

/// A row of the list of a reading room: what there is room for, the title first of all.
struct RoomRow {
  private let document: RoomDocument
  private let reading: DocumentReading?
  private let isSelected: Bool
  private let (hasSources, hasNames): (Bool, Bool)
  private let state: ReaderState

  /// The row `row` of `list`.
  init(_ list: RoomList, _ row: Int, isSelected: Bool, _ state: ReaderState) {
    document = list[row]
    reading = list.reading(of: document)
    self.isSelected = isSelected
    (hasSources, hasNames) = (list.hasSources, list.hasNames)
    self.state = state
  }

  /// A column at the far end: what it says, how wide it is, and the narrowest screen that shows it.
  private struct Field {
    var text: String
    var columns: Int
    var least: Int
    var role: Role = .paneCount
    var edge = Edge.end
  }

  /// The columns, the outermost first.
  private var fields: [Field] {
    let facts = RoomFacts(document, reading, state)
    let source = hasSources ? [Field(text: facts.source, columns: 14, least: 92, edge: .start)] : []
    // Until the first name is known, its room is that of the title.
    let names =
      hasNames
      ? [Field(text: facts.names, columns: 24, least: 100, role: .person, edge: .start)] : []
    let fields = [
      Field(text: facts.read, columns: 5, least: 36),
      Field(text: facts.day, columns: 10, least: 56),
      Field(text: facts.noteCount, columns: 3, least: 72, role: .note),
      Field(text: facts.wordCount, columns: 6, least: 80),
    ]
    return (fields + source + names).filter { $0.least <= state.size.columns }
  }

  func draw(in area: Area, into painter: inout Painter) {
    let over: [Role] = isSelected ? [.paneSelected] : []
    painter.screen.fill(area, style: state.appearance.theme.style([.pane] + over))
    let direction = state.rowDirection
    let inner = area.after(1, width: max(0, area.size.columns - 2), in: direction)
    var room = inner.size.columns
    for field in fields {
      room -= field.columns
      state.draw(
        field.text, in: inner.after(room, width: field.columns, in: direction),
        [.pane, field.role] + over, from: direction, edge: field.edge, into: &painter)
      room -= 1
    }
    let isNew = reading == nil
    if isNew {
      state.draw(
        "●", in: inner.after(0, width: 1, in: direction), [.pane, .paneHeading] + over,
        from: direction, into: &painter)
    }
    let title = document.title.isEmpty ? document.name : document.title
    state.draw(
      Label.isolated(title), in: inner.after(2, width: max(0, room - 2), in: direction),
      (isNew ? [.pane, .title] : [.pane]) + over, from: direction, into: &painter)
  }
}

/// What is known of a document, in words.
struct RoomFacts {
  private let document: RoomDocument
  private let reading: DocumentReading?
  private let state: ReaderState

  init(_ document: RoomDocument, _ reading: DocumentReading?, _ state: ReaderState) {
    (self.document, self.reading, self.state) = (document, reading, state)
  }

  /// The day, from the left.
  var day: String {
    Label.fileName(state.language.inDigits(String(document.time.iso.prefix(10))))
  }

  /// How far it was read.
  var read: String { reading?.percent.map { state.language.string(ofPercent: $0) } ?? "" }

  /// How many notes there are.
  var noteCount: String {
    guard let notes = reading?.notes, notes > 0 else { return "" }
    return state.language.string(of: notes)
  }

  /// How many words it has.
  var wordCount: String { state.language.string(of: document.words) }

  /// Who published it.
  var source: String { document.source.map { Label.isolated($0) } ?? "" }

  /// Who is named most.
  var names: String {
    document.names.map { Label.isolated($0) }.joined(
      separator: state.language.code == .arabic ? "، " : ", ")
  }

  /// All but the names, on one line.
  var all: String {
    let notes = reading.map(\.notes) ?? 0
    let parts: [String?] = [
      document.source.map { Label.isolated($0) }, day,
      state.string(.words, .number(document.words)),
      reading.map { reading in
        reading.percent.map { state.string(.roomRead, .percent($0)) } ?? state.string(.roomOpened)
      } ?? state.string(.roomNew),
      notes > 0 ? state.string(.roomNotes, .number(notes)) : nil,
      document.copies.isEmpty
        ? nil : state.string(.roomCopies, .number(document.copies.count)),
      Label.fileName(document.name),
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }
}
