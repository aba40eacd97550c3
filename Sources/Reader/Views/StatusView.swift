import ArabicAnalysis
import Screen

/// The last row: what is selected, what is being done, how far the reading is.
struct StatusView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let area = state.arrangement.status
    guard area.size.rows > 0 else { return }
    let theme = state.appearance.theme
    let isTyping = state.prompt != nil || state.notes.question != nil
    let ground: Role = isTyping ? .prompt : .status
    painter.screen.fill(area, style: theme.style([ground]))
    let isError = state.notice?.isError ?? false
    let end = isTyping ? "" : state.position
    let taken = end.isEmpty ? 0 : Label.columns(of: end, lettering: state.appearance.lettering) + 1
    let direction = state.language.direction
    let width = area.size.columns - taken
    draw(
      startText, in: area.after(0, width: width, in: direction),
      isError ? [ground, .error] : [ground], into: &painter)
    draw(end, in: area, edge: .end, [ground], into: &painter)
  }

  private func draw(
    _ text: String, in area: Area, edge: Edge = .start, _ roles: [Role],
    into painter: inout Painter
  ) {
    painter.draw(
      label: text, in: area, direction: state.language.direction, edge: edge,
      lettering: state.appearance.lettering, style: state.appearance.theme.style(roles))
  }

  private var startText: String {
    if let question = state.questionText { return question }
    if let prompt = state.prompt { return "/" + Label.isolated(prompt.text) + "▏" }
    if let count = state.count { return state.language.inDigits(String(count)) }
    if let notice = state.notice {
      return [state.string(notice.phrase), selected].compactMap(\.self).joined(separator: " · ")
    }
    return selected ?? Label.isolated(state.document.name)
  }

  private var selected: String? {
    switch state.selection {
    case nil: return nil
    case .mention(let span):
      guard let place = state.marks.place(at: span) else { return nil }
      let entity = state.marks.entity(of: place)
      return joined(
        Label.isolated(entity.canonical), state.string(entity.kind.name),
        order(place.number + 1, of: entity.mentions.count))
    case .quotation(let span):
      return state.marks.quotation(at: span).map(description)
    case .passage(let span): return state.description(ofPassage: span)
    case .match:
      guard let search = state.search else { return nil }
      return joined(
        "/" + Label.isolated(search.text), search.order.map { order($0.number, of: $0.total) })
    }
  }

  private func description(of quotation: Quotation) -> String {
    let analysis = state.marks.analysis
    let speaker = analysis.entities.first { $0.id == quotation.speaker }?.canonical
    let number = analysis.quotations.firstIndex { $0.id == quotation.id } ?? 0
    let cue = quotation.cue.map { state.document.text.string(in: $0.span) }
    return joined(
      speaker.map(Label.isolated), cue.map(Label.isolated), state.string(quotation.kind.name),
      order(number + 1, of: analysis.quotations.count))
  }

  private func order(_ number: Int, of total: Int) -> String {
    state.string(.order, .number(number), .number(total))
  }

  private func joined(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: " · ")
  }
}

extension ReaderState {
  /// What is being done and how far the reading is, for the far end of the status line.
  fileprivate var position: String {
    var parts: [String] = []
    if search?.isRunning == true { parts.append(string(.searching)) }
    if case .running(let done, let total) = progress, total > 0 {
      parts.append(string(.analysing, .percent(done * 100 / total)))
    }
    parts.append(language.string(ofPercent: percent))
    return parts.joined(separator: " · ")
  }
}
