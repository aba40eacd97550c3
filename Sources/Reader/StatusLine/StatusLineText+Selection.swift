import ArabicAnalysis
import ArabicText
import Interface
import Screen

extension ReaderState {
  /// What the status line says of what is selected.
  var selectionParts: [StatusLineText.Part] {
    typealias Part = StatusLineText.Part
    if let selection = article.selection, selection.isSought(in: article.results) {
      return [Part(text: extent(of: selection.span))]
    }
    switch article.selection {
    case nil: return []
    case .mention(let span):
      guard let place = article.results.place(at: span) else { return [] }
      let entity = article.results.entity(of: place)
      return [
        Part(text: Label.isolated(entity.canonical), link: .card),
        Part(text: string(entity.kind.name)),
        Part(text: order(place.number + 1, of: entity.mentions.count)),
      ]
    case .quotation(let span):
      return article.results.quotation(at: span).map(parts) ?? []
    case .passage(let span):
      if let said = description(ofPassage: span) { return [Part(text: said)] }
      return [Part(text: extent(of: span))]
    case .match:
      // A search that has failed is not what is selected.
      guard let search = article.search, !search.hasFailed else { return [] }
      let order = search.order.map { Part(text: self.order($0.number, of: $0.total)) }
      let sign = search.matching == nil ? PromptHistory.Purpose.search.sign : "*"
      let level = search.matching.map { Part(text: string($0.name), link: .cycleMatching) }
      return [Part(text: sign + Label.isolated(search.text)), level, order].compactMap(\.self)
    }
  }

  /// How much `span` is: its words, or where there is none, its signs.
  private func extent(of span: TextSpan) -> String {
    let words = wordCount(of: span)
    return words > 0
      ? string(.words, .number(words)) : string(.signs, .number(text.string(in: span).count))
  }

  private func parts(of quotation: Quotation) -> [StatusLineText.Part] {
    typealias Part = StatusLineText.Part
    let results = article.results
    let speaker = results.speaker(of: quotation)?.canonical
    let counted = quotations(countedWith: quotation)
    let number = counted.firstIndex { $0.id == quotation.id } ?? 0
    let cue = quotation.cue.map { text.string(in: $0.span) }
    return [
      // The way of Enter: from a quotation to who speaks.
      speaker.map { Part(text: Label.isolated($0), link: .jump) },
      cue.map { Part(text: Label.isolated($0)) },
      Part(text: string(quotation.kind.name)),
      Part(text: order(number + 1, of: counted.count)),
    ].compactMap(\.self)
  }

  /// That something is number `number` of `total`.
  func order(_ number: Int, of total: Int) -> String {
    string(.order, .number(number), .number(total))
  }

  /// What is being done and how far the reading is, for the far end of the status line.
  var position: String {
    var parts: [String] = []
    if let filter = article.filter {
      if let paragraphs = filter.paragraphs {
        parts.append(PromptHistory.Purpose.filter.sign + Label.isolated(filter.text))
        parts.append(string(.paragraphs, .number(paragraphs.count)))
      }
      if filter.isRunning { parts.append(string(.filtering)) }
    }
    if article.search?.isRunning == true { parts.append(string(.searching)) }
    if case .running(let done, let total) = article.progress, total > 0 {
      let told = string(.analysing, .percent(done * 100 / total))
      // Where there is little room, what is selected and the way to all keys come first.
      let hasRoom =
        article.selection == nil
        ? 2 * Label.columns(of: told, lettering: appearance.lettering) <= size.columns
        : size.columns >= Arrangement.roomBeside
      if hasRoom { parts.append(told) }
    }
    parts.append(language.string(ofPercent: percent))
    return parts.joined(separator: " · ")
  }
}
