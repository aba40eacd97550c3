import ArabicText

/// The lists beside an article, and the passages of it that they speak of.
struct HTMLLists {
  /// The sections, one after another.
  private(set) var html = ""
  /// The passages, in no order.
  private(set) var marks: [HTMLMark] = []

  private let document: ExchangeDocument
  private var words: ExportWords { document.words }

  init(_ document: ExchangeDocument) {
    self.document = document
    addNotes()
    addLost()
    addNames()
    addQuotations()
  }

  // MARK: Names

  private mutating func addNames() {
    var mentions: [String: [Int]] = [:]
    var order: [String] = []
    var end = document.text.text.span.lower
    let names = document.findings.filter { !$0.isQuotation }
    // No link stands inside another.
    for (number, name) in names.enumerated() where name.span.lower >= end {
      end = name.span.upper
      if mentions[name.group] == nil { order.append(name.group) }
      mentions[name.group, default: []].append(number)
    }
    let ids = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, "e\($0 + 1)") })
    let listed = Set(words.kinds.map(\.label))
    for (group, numbers) in mentions {
      for number in numbers {
        let name = names[number]
        let isListed = listed.contains(name.label)
        let label = HTMLText.escaped(name.label)
        marks.append(
          HTMLMark(
            span: name.span, rank: .name, tag: isListed ? "a" : "span",
            attributes: " class=\"name \(label)\""
              + (isListed ? " href=\"#\(ids[group] ?? "")\"" : ""), id: "m\(number + 1)"))
      }
    }
    for kind in words.kinds {
      let entities = order.compactMap { group -> (id: String, name: String, numbers: [Int])? in
        guard let numbers = mentions[group], let first = numbers.first,
          names[first].label == kind.label
        else { return nil }
        let written = document.text.text.string(in: names[first].span)
        return (ids[group] ?? "", names[first].name ?? written, numbers)
      }
      .sorted { $0.numbers.count > $1.numbers.count }
      addSection(
        kind.heading,
        entities.map { entity in
          let places = entity.numbers.enumerated().map { place, number in
            link(to: "m\(number + 1)", "\(place + 1)")
          }
          return
            "<li id=\"\(entity.id)\" tabindex=\"-1\"><span class=\"name \(kind.label)\" lang=\"ar\">"
            + "\(HTMLText.isolated(entity.name))</span> <small>\(places.joined(separator: " "))</small></li>"
        })
    }
  }

  // MARK: Quotations

  private mutating func addQuotations() {
    let items = document.quotations.enumerated().map { index, all in
      let number = index + 1
      let speaker = all.lazy.compactMap(\.name).first
      for (place, piece) in all.enumerated() {
        let isLast = place == all.count - 1
        let label = HTMLText.escaped(speaker ?? words.unknownSpeaker)
        marks.append(
          HTMLMark(
            span: piece.span, rank: .quotation, tag: "span",
            attributes: " class=\"quote \(HTMLText.escaped(piece.label))\"",
            id: "t\(number)-\(place + 1)",
            reference: isLast
              ? "<sup><a href=\"#q\(number)\" title=\"\(label)\" aria-label=\"\(label)\">\(number)</a></sup>"
              : ""))
      }
      let said = all.map { HTMLText.isolated(document.text.text.string(in: $0.span)) }
        .joined(separator: " … ")
      let isMarked = all.first?.label == "direct"
      let name =
        speaker.map { "<b lang=\"ar\">\(HTMLText.isolated($0))</b>" }
        ?? "<i>\(HTMLText.escaped(words.unknownSpeaker))</i>"
      return "<li id=\"q\(number)\" value=\"\(number)\" tabindex=\"-1\">\(name)"
        + "<blockquote lang=\"ar\">\(isMarked ? "«\(said)»" : said)</blockquote>"
        + link(to: "t\(number)-1", HTMLText.escaped(words.inArticle)) + "</li>"
    }
    addSection(words.quotations, items, tag: "ol")
  }

  // MARK: Notes

  private mutating func addNotes() {
    let items = document.placed.enumerated().map { index, placed in
      let number = index + 1
      let color = placed.annotation.color?.rawValue ?? "plain"
      marks.append(
        HTMLMark(
          span: placed.span, rank: .note, tag: "mark", attributes: " class=\"\(color)\"",
          id: "p\(number)",
          reference: placed.annotation.isHighlight
            ? ""
            : "<sup><a href=\"#n\(number)\" aria-label=\"\(HTMLText.escaped(words.notes)) \(number)\">✎\(number)</a></sup>"
        ))
      let passage = HTMLText.isolated(document.text.text.string(in: placed.span))
      return "<li id=\"n\(number)\" value=\"\(number)\" tabindex=\"-1\">"
        + "<mark class=\"\(color)\" lang=\"ar\">\(passage)</mark>" + details(placed.annotation)
        + " " + link(to: "p\(number)", HTMLText.escaped(words.inArticle)) + "</li>"
    }
    addSection(words.notes, items, tag: "ol")
  }

  private mutating func addLost() {
    let lost = document.annotations.filter { !$0.placement.isCertain }.map(\.annotation)
    addSection(
      words.lost,
      lost.map { "<li>\(HTMLText.isolated($0.anchor.exact))\(details($0))</li>" })
  }

  private func details(_ annotation: Annotation) -> String {
    var result = ""
    if !annotation.note.isEmpty {
      result += "<p class=\"note\" dir=\"auto\">\(HTMLText.escaped(annotation.note))</p>"
    }
    if let correction = annotation.correction {
      result += "<p class=\"correction\">\(HTMLText.isolated(words.correction(correction)))</p>"
    }
    if !annotation.tags.isEmpty {
      let tags = annotation.tags.map { "<li>\(HTMLText.isolated($0))</li>" }.joined()
      result += "<ul class=\"tags\">\(tags)</ul>"
    }
    return result
  }

  // MARK: Parts

  private func link(to id: String, _ content: String) -> String {
    "<a href=\"#\(id)\">\(content)</a>"
  }

  private mutating func addSection(_ heading: String, _ items: [String], tag: String = "ul") {
    guard !items.isEmpty else { return }
    html += """
      <section>
      <h2>\(HTMLText.escaped(heading)) <small>\(items.count)</small></h2>
      <\(tag)>
      \(items.joined(separator: "\n"))
      </\(tag)>
      </section>

      """
  }
}

extension Annotation {
  /// Whether it is colour and nothing else.
  fileprivate var isHighlight: Bool { note.isEmpty && tags.isEmpty && correction == nil }
}
