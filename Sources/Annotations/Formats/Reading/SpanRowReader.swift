import ArabicText
import Platform

/// Reads a row with a text and spans in it: doccano's, Prodigy's, spaCy's, Rawi's.
///
/// doccano 1.0 lists `annotations` with numbers for labels; 1.5 calls the text `data`; later ones have
/// `label`, or `entities` with `relations`. Prodigy says by `answer` whether a row counts. spaCy's
/// documents have `ents` and groups of `spans`.
struct SpanRowReader {
  private let json: JSON
  private let spot: ImportSpot
  private let text: Int?
  /// Why no span of the row counts, if none does.
  private let veto: ImportReason?
  private var number = 0
  private var seen: Set<Known> = []

  /// A span that another member of the row has as well.
  private struct Known: Hashable {
    var start: Int
    var end: Int
    var label: String
  }

  /// Reads `json`, a row whose text is `text`.
  static func read(
    _ json: JSON, text: String?, at spot: ImportSpot, into file: inout ImportFile
  ) {
    if let text { file.texts.append(text) }
    // Offsets would count in the article instead.
    for name in ["text", "data"] where text == nil && (json[name] ?? .null) != .null {
      file.tell([.init(member: name, expected: .text)], at: spot)
    }
    var reader = SpanRowReader(json, at: spot, text: text.map { _ in file.texts.count - 1 })
    reader.read(into: &file)
  }

  private init(_ json: JSON, at spot: ImportSpot, text: Int?) {
    (self.json, self.spot, self.text) = (json, spot, text)
    let answer = json["answer"] ?? .null
    switch answer.string?.lowercased() {
    case "accept",
      nil where answer == .null:
      veto = nil
    case "reject": veto = .rejected
    case "ignore": veto = .skipped
    default: veto = .unknownAnswer(answer.string ?? answer.line)
    }
  }

  private mutating func read(into file: inout ImportFile) {
    let before = file.entries.count
    // Rawi's own rows say the same in two ways.
    let isOwn = json["meta"]?["offset_unit"] != nil && json["spans"] != nil
    let names = ["spans", "ents", "entities", "annotations", "label", "labels"]
    for name in isOwn ? ["spans"] : names {
      guard let member = json[name] else { continue }
      let known = seen
      for element in Self.elements(of: member) { read(element, known, into: &file) }
    }
    for (name, value) in Self.members(of: json["cats"]) where Self.isTrue(value) {
      file.leaveOut(next(), .documentLabel(name))
    }
    for element in json["accept"]?.elements ?? [] {
      file.leaveOut(next(), .documentLabel(element.string ?? element.line))
    }
    for _ in json["relations"]?.elements ?? [] { file.leaveOut(next(), .relation) }
    for _ in json["Comments"]?.elements ?? [] { file.leaveOut(next(), .ofWholePage) }
    if file.entries.count == before { file.leaveOut(spot, veto ?? .emptyRow) }
  }

  /// The spot of the next part of the row.
  private mutating func next() -> ImportSpot {
    number += 1
    return .part(spot, number)
  }

  /// The elements of a member; of groups of spans, those of all.
  private static func elements(of member: JSON) -> [JSON] {
    guard case .object(let groups) = member else { return member.elements }
    return groups.flatMap { $0.value.array ?? [] }
  }

  private static func members(of json: JSON?) -> [(String, JSON)] {
    guard case .object(let members)? = json else { return [] }
    return members.map { ($0.name, $0.value) }
  }

  private static func isTrue(_ json: JSON) -> Bool {
    switch json {
    case .bool(let value): value
    case .integer(let value): value > 0
    case .decimal(let value): value >= 0.5
    case .verbatim(let number): Double(number).map { $0 >= 0.5 } ?? false
    default: false
    }
  }

  /// Reads an element; one that is among `known`, of another member, says nothing new.
  private mutating func read(_ element: JSON, _ known: Set<Known>, into file: inout ImportFile) {
    let span = SpanElement(element)
    if span.hasNumberForLabel { file.hasNumbersForLabels = true }
    defer { file.tell(span.unread, at: .part(spot, number)) }
    guard let (start, end) = span.offsets else {
      switch span.place {
      case .none where element.array == nil && !span.labels.isEmpty:
        file.leaveOut(next(), .documentLabel(span.labels.joined(separator: ", ")))
      default: file.refuse(next(), .noOffsets)
      }
      return
    }
    let item = Known(start: start, end: end, label: span.labels.joined(separator: "\n"))
    guard !known.contains(item) else { return }
    seen.insert(item)
    let spot = next()
    if span.isFinding { return file.entries.append(.finding) }
    if let veto { return file.leaveOut(spot, veto) }
    guard start >= 0, start < end else {
      return file.refuse(spot, .emptySpan(start: start, end: end))
    }
    file.entries.append(
      .item(
        ImportItem(
          spot: spot, pieces: [.init(start: start, end: end)], words: span.words.map { [$0] },
          text: text, make: span.annotation)))
  }
}
