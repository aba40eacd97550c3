import ArabicAnalysis
import Screen

/// The last row: what is selected, what is being done, how far the reading is.
struct StatusView {
  let state: ReaderState

  func draw(into painter: inout Painter) {
    let area = state.arrangement.status
    guard area.size.rows > 0 else { return }
    let theme = state.appearance.theme
    let ground: Role = state.prompt == nil ? .status : .prompt
    painter.screen.fill(area, style: theme.style([ground]))
    let right = state.prompt == nil ? state.position : ""
    let rightColumns = right.isEmpty ? 0 : min(right.count + 1, area.size.columns)
    let isError = state.notice?.isError ?? false
    painter.draw(
      label: leftText,
      in: Area(
        column: area.column, row: area.row, columns: area.size.columns - rightColumns, rows: 1),
      lettering: state.appearance.lettering,
      style: theme.style(isError ? [ground, .error] : [ground]))
    painter.draw(
      label: right,
      in: Area(
        column: area.size.columns - rightColumns + (rightColumns > right.count ? 1 : 0),
        row: area.row, columns: right.count, rows: 1),
      lettering: state.appearance.lettering, style: theme.style([ground]))
  }

  private var leftText: String {
    if let prompt = state.prompt { return "/" + Label.isolated(prompt.text) + "▏" }
    if let count = state.count { return String(count) }
    if let notice = state.notice {
      return [notice.text, selected].compactMap(\.self).joined(separator: " · ")
    }
    return selected ?? Label.isolated(state.document.name)
  }

  private var selected: String? {
    switch state.selection {
    case nil: return nil
    case .mention(let span):
      guard let place = state.marks.place(at: span) else { return nil }
      let entity = state.marks.entity(of: place)
      let order = "\(place.number + 1) of \(entity.mentions.count)"
      return "\(Label.isolated(entity.canonical)) · \(entity.kind.singular) · \(order)"
    case .quotation(let span):
      return state.marks.quotation(at: span).map(description)
    case .match:
      guard let search = state.search else { return nil }
      let order = search.order.map { " · \($0.number) of \($0.total)" } ?? ""
      return "/\(Label.isolated(search.text))\(order)"
    }
  }

  private func description(of quotation: Quotation) -> String {
    let analysis = state.marks.analysis
    let speaker = analysis.entities.first { $0.id == quotation.speaker }?.canonical
    let number = analysis.quotations.firstIndex { $0.id == quotation.id } ?? 0
    let order = "\(number + 1) of \(analysis.quotations.count)"
    let cue = quotation.cue.map { state.document.text.string(in: $0.span) }
    let parts = [speaker, cue].compactMap { $0.map(Label.isolated) }
    return (parts + [quotation.kind.summary, order]).joined(separator: " · ")
  }
}

extension ReaderState {
  /// What is being done and how far the reading is, for the right end of the status line.
  fileprivate var position: String {
    var parts: [String] = []
    if search?.isRunning == true { parts.append("searching …") }
    if case .running(let done, let total) = progress, total > 0 {
      parts.append("analysing \(done * 100 / total)%")
    }
    parts.append("\(percent)%")
    return parts.joined(separator: " · ")
  }
}

extension Quotation.Kind {
  fileprivate var summary: String {
    switch self {
    case .direct: "direct speech"
    case .mixed: "partly quoted"
    case .indirect: "reported speech"
    case .scare: "in quotation marks"
    }
  }
}
