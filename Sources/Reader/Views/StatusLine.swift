import ArabicAnalysis
import ArabicText
import Interface
import Screen
import TextLayout

/// What the status line says, and what a click on a part of it does.
struct StatusLine {
  /// A part of the line.
  private struct Part {
    var text: String
    /// What a click on it does.
    var link: Command?
  }

  private let state: ReaderState
  private let parts: [Part]
  /// What stands at the far end.
  let end: String

  init(_ state: ReaderState) {
    self.state = state
    parts = Self.parts(of: state)
    if let prompt = state.prompt {
      end = prompt.purpose == .search ? state.searchOutcome : ""
    } else {
      end = state.notes.question == nil ? state.position : ""
    }
  }

  /// What stands at the start.
  var text: String { parts.map(\.text).joined(separator: Self.separator) }

  /// Where that stands.
  var area: Area {
    let whole = state.arrangement.status
    let taken = end.isEmpty ? 0 : Label.columns(of: end, lettering: state.appearance.lettering) + 1
    return whole.after(
      0, width: max(0, whole.size.columns - taken), in: state.language.direction)
  }

  /// What a click on the cell at `point` does.
  func link(at point: ScreenPoint) -> Command? {
    let area = area
    guard area.contains(point) else { return nil }
    let line = Label.line(
      text, columns: area.size.columns, direction: state.language.direction,
      lettering: state.appearance.lettering)
    guard let offset = line.cell(at: Column(point.column - area.column))?.span.lower else {
      return nil
    }
    var end = TextOffset.zero
    for part in parts {
      end = end + part.text.utf8.count
      if offset < end { return part.link }
      end = end + Self.separator.utf8.count
      if offset < end { return nil }
    }
    return nil
  }

  private static let separator = " · "

  private static func parts(of state: ReaderState) -> [Part] {
    if let question = state.questionText { return [Part(text: question)] }
    if let prompt = state.prompt {
      return [Part(text: prompt.purpose.sign + Label.isolated(prompt.text + "▏"))]
    }
    if let count = state.count { return [Part(text: state.language.inDigits(String(count)))] }
    if let question = state.question { return [Part(text: state.string(question))] }
    let selected = selected(in: state)
    if let notice = state.notice { return [Part(text: state.string(notice.phrase))] + selected }
    return selected.isEmpty ? [Part(text: Label.isolated(state.document.name))] : selected
  }

  private static func selected(in state: ReaderState) -> [Part] {
    switch state.selection {
    case nil: return []
    case .mention(let span):
      guard let place = state.marks.place(at: span) else { return [] }
      let entity = state.marks.entity(of: place)
      return [
        Part(text: Label.isolated(entity.canonical), link: .card),
        Part(text: state.string(entity.kind.name)),
        Part(text: state.order(place.number + 1, of: entity.mentions.count)),
      ]
    case .quotation(let span):
      return state.marks.quotation(at: span).map { parts(of: $0, in: state) } ?? []
    case .passage(let span):
      if let said = state.description(ofPassage: span) { return [Part(text: said)] }
      return [Part(text: state.string(.words, .number(state.wordCount(of: span))))]
    case .match:
      guard let search = state.search else { return [] }
      let order = search.order.map { Part(text: state.order($0.number, of: $0.total)) }
      let sign = search.matching == nil ? Prompt.Purpose.search.sign : "*"
      let level = search.matching.map { Part(text: state.string($0.name), link: .cycleMatching) }
      return [Part(text: sign + Label.isolated(search.text)), level, order].compactMap(\.self)
    }
  }

  private static func parts(of quotation: Quotation, in state: ReaderState) -> [Part] {
    let analysis = state.marks.analysis
    let speaker = analysis.entities.first { $0.id == quotation.speaker }?.canonical
    let number = analysis.quotations.firstIndex { $0.id == quotation.id } ?? 0
    let cue = quotation.cue.map { state.document.text.string(in: $0.span) }
    return [
      // The way of Enter: from a quotation to who speaks.
      speaker.map { Part(text: Label.isolated($0), link: .jump) },
      cue.map { Part(text: Label.isolated($0)) },
      Part(text: state.string(quotation.kind.name)),
      Part(text: state.order(number + 1, of: analysis.quotations.count)),
    ].compactMap(\.self)
  }
}

extension ReaderState {
  fileprivate func order(_ number: Int, of total: Int) -> String {
    string(.order, .number(number), .number(total))
  }

  /// What the search for what is typed so far has come to.
  fileprivate var searchOutcome: String {
    guard let search else { return "" }
    if search.isRunning { return string(.searching) }
    if search.hasFailed { return string(.nothingFound) }
    return search.order.map { order($0.number, of: $0.total) } ?? ""
  }

  /// What is being done and how far the reading is, for the far end of the status line.
  fileprivate var position: String {
    var parts: [String] = []
    if let filter, filter.paragraphs != nil {
      parts.append(Prompt.Purpose.filter.sign + Label.isolated(filter.text))
      parts.append(string(.paragraphs, .number(filter.paragraphs?.count ?? 0)))
    }
    if isFiltering { parts.append(string(.filtering)) }
    if search?.isRunning == true { parts.append(string(.searching)) }
    if case .running(let done, let total) = progress, total > 0 {
      parts.append(string(.analysing, .percent(done * 100 / total)))
    }
    parts.append(language.string(ofPercent: percent))
    return parts.joined(separator: " · ")
  }
}
