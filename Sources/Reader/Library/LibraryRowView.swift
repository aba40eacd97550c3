import ArabicText
import Interface
import Platform
import Screen
import TextLayout

/// A row of what a library has answered, as it is drawn.
struct LibraryRowView {
  let state: ReaderState
  /// What it is drawn on.
  let ground: Role

  private static let numberColumns = 6

  func draw(_ row: LibraryRow, in area: Area, _ over: [Role], into painter: inout Painter) {
    let direction = state.rowDirection
    let inner = area.after(2, in: direction)
    switch row {
    case .gap: break
    case .heading(let phrase):
      draw(state.string(phrase), in: area, [.paneHeading], from: direction, into: &painter)
    case .told(let phrase):
      draw(state.string(phrase), in: inner, [.paneCount], from: direction, into: &painter)
    case .article(let article): draw(article, in: area, over, into: &painter)
    case .passage(let passage, _): draw(passage, in: inner, over, into: &painter)
    case .note(let note):
      draw("— " + Label.isolated(note), in: inner, [.note], from: direction, into: &painter)
    case .speaker(let speaker):
      let counts = state.string(
        .whoSaid, .number(speaker.quotations), .number(speaker.articles))
      let room = min(columns(of: counts), area.size.columns / 2)
      draw(
        counts, in: area.after(area.size.columns - room, in: direction), [.paneCount] + over,
        from: direction, edge: .end, into: &painter)
      draw(
        Label.isolated(speaker.name.name),
        in: area.after(0, width: area.size.columns - room - 1, in: direction),
        [speaker.name.kind.map { Role($0) } ?? .speaker] + over, from: direction, into: &painter)
    case .topic(let name, _), .companion(let name, _):
      draw(
        state.language.string(of: name.count),
        in: inner.after(0, width: Self.numberColumns - 1, in: direction), [.paneCount] + over,
        from: direction, into: &painter)
      draw(
        Label.isolated(name.name.name), in: inner.after(Self.numberColumns, in: direction),
        [name.name.kind.map { Role($0) } ?? .speaker] + over, from: direction, into: &painter)
    case .rest(let phrase, _):
      draw(state.string(phrase), in: inner, [.paneCount] + over, from: direction, into: &painter)
    case .months(let months): draw(months, in: inner, into: &painter)
    }
  }

  private func columns(of text: String) -> Int {
    Label.columns(of: text, lettering: state.appearance.lettering)
  }

  private func draw(
    _ text: String, in area: Area, _ roles: [Role], from direction: Direction, edge: Edge = .start,
    into painter: inout Painter
  ) {
    guard area.size.columns > 0 else { return }
    state.draw(text, in: area, [ground] + roles, from: direction, edge: edge, into: &painter)
  }

  /// The title, and at the far end who published it and when.
  private func draw(
    _ article: FoundArticle, in area: Area, _ over: [Role], into painter: inout Painter
  ) {
    let direction = state.rowDirection
    let day = Label.fileName(state.language.inDigits(String(article.time.iso.prefix(10))))
    let copies =
      article.copies > 0 ? state.string(.roomCopies, .number(article.copies)) : nil
    let facts = [copies, article.source.map { Label.isolated($0) }, day].compactMap(\.self)
      .joined(separator: " · ")
    let room = min(columns(of: facts), area.size.columns / 2)
    draw(
      facts, in: area.after(area.size.columns - room, in: direction), [.paneCount] + over,
      from: direction, edge: .end, into: &painter)
    draw(
      Label.isolated(article.title),
      in: area.after(0, width: area.size.columns - room - 1, in: direction), [.title] + over,
      from: direction, into: &painter)
  }

  /// What is said, behind who says it; other words in the middle of what stands around them.
  private func draw(
    _ passage: FoundPassage, in area: Area, _ over: [Role], into painter: inout Painter
  ) {
    guard let speaker = passage.speaker else {
      let text = DecodedText(passage.before + passage.found + passage.after)
      let start = TextOffset(passage.before.utf8.count)
      let span = TextSpan(start, TextOffset(start.utf8 + passage.found.utf8.count))
      KeywordInContext(state: state, text: text, span: span, role: .search, ground: ground)
        .draw(in: area, over: over, into: &painter)
      return
    }
    let way = state.rowDirection(.rightToLeft)
    let name = Label.isolated(speaker) + ":"
    let room = min(columns(of: name), area.size.columns / 3)
    draw(
      name, in: area.after(0, width: room, in: way), [.speaker] + over,
      from: way, into: &painter)
    draw(
      passage.found, in: area.after(room + 1, in: way), [.quoteDirect] + over,
      from: way, into: &painter)
  }

  /// Bars between the first time and the last one, as the language runs.
  private func draw(_ months: [Int: Int], in area: Area, into painter: inout Painter) {
    let labels = 2 * ("0000-00".count + 1)
    let direction = state.rowDirection
    guard
      let bars = MonthBars(
        months, columns: area.size.columns - labels, in: state.language)
    else { return }
    var column = 0
    let shown = direction == .rightToLeft ? String(bars.bars.reversed()) : bars.bars
    for (text, role) in [(bars.first, Role.paneCount), (shown, .mention), (bars.last, .paneCount)] {
      let columns = columns(of: text)
      draw(
        Label.leftToRight(text), in: area.after(column, width: columns, in: direction), [role],
        from: .leftToRight, into: &painter)
      column += columns + 1
    }
  }
}
