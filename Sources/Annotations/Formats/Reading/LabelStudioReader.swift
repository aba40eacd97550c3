import ArabicText
import Platform

/// Reads a task of Label Studio's: `data` with the text, `annotations` with the results of people.
///
/// Offsets count UTF-16 in the text of the task, and each region of a text has its words. Results that
/// share an identifier are one region: its labels, choices and remarks. `predictions` are a model's.
/// The minimal export has the data beside the regions.
struct LabelStudioReader {
  private let spot: ImportSpot
  private let text: Int?
  private var number = 0

  private init(at spot: ImportSpot, text: Int?) { (self.spot, self.text) = (spot, text) }

  /// Reads a task of the full export.
  static func read(_ json: JSON, at spot: ImportSpot, into file: inout ImportFile) {
    var reader = LabelStudioReader(at: spot, text: add(text(in: json["data"] ?? .null), to: &file))
    let before = file.entries.count
    for name in ["annotations", "completions"] {
      for annotation in json[name]?.elements ?? [] { reader.read(annotation, into: &file) }
    }
    for prediction in json["predictions"]?.elements ?? [] {
      for _ in prediction["result"]?.elements ?? [] { file.entries.append(.finding) }
    }
    if file.entries.count == before { file.leaveOut(spot, .emptyRow) }
  }

  /// Reads a task of the minimal export.
  static func readMinimal(_ json: JSON, at spot: ImportSpot, into file: inout ImportFile) {
    guard case .object(let members) = json else { return }
    var reader = LabelStudioReader(at: spot, text: add(text(in: json), to: &file))
    for member in members {
      for choice in member.value["choices"]?.elements ?? [] {
        file.leaveOut(reader.next(), .documentLabel(choice.string ?? choice.line))
      }
      guard let elements = member.value.array, elements.contains(where: LabelStudioRegion.isRegion)
      else { continue }
      for element in elements {
        reader.read(
          LabelStudioRegion(value: element, type: "labels"), author: nil, into: &file)
      }
    }
  }

  /// Reads what one annotator has marked.
  private mutating func read(_ annotation: JSON, into file: inout ImportFile) {
    let results = annotation["result"]?.elements ?? []
    var fields = ImportFields(annotation)
    let isCancelled = fields.flag("was_cancelled") ?? false
    if results.isEmpty || isCancelled {
      for _ in 0..<max(1, results.count) {
        file.leaveOut(next(), isCancelled ? .skipped : .emptyRow)
      }
      return
    }
    let author = fields.read("completed_by", as: .name) { annotator -> String?? in
      // The number of an account says nothing.
      if annotator.integer != nil { return .some(nil) }
      guard case .object = annotator, annotator["email"] ?? .null == .null else {
        return (annotator["email"]?.string ?? annotator.string).map(Optional.some)
      }
      return .some(nil)
    }
    file.tell(fields.unread, at: .part(spot, number + 1))
    for region in LabelStudioRegion.regions(in: results) {
      read(region, author: author ?? nil, into: &file)
    }
  }

  private mutating func next() -> ImportSpot {
    number += 1
    return .part(spot, number)
  }

  private mutating func read(
    _ region: LabelStudioRegion, author: String?, into file: inout ImportFile
  ) {
    let spot = next()
    file.tell(region.unread, at: spot)
    if region.type == "relation" { return file.leaveOut(spot, .relation) }
    guard region.isOfText else {
      let names = region.labels + region.tags
      return file.leaveOut(
        spot, names.isEmpty ? .placeless(type: region.type) : .documentLabel(names[0]))
    }
    var pieces: [ImportItem.Piece] = []
    switch region.place {
    case .at(let start, let end):
      guard start >= 0, start < end else {
        return file.refuse(spot, .emptySpan(start: start, end: end))
      }
      pieces = [.init(start: start, end: end)]
    case .wrong where region.words == nil: return file.refuse(spot, .noOffsets)
    default: break
    }
    file.entries.append(
      .item(
        ImportItem(
          spot: spot, pieces: pieces, words: region.words.map { [$0] }, text: text
        ) { region.annotation(at: $0, author: author) }))
  }

  /// The text among the data of a task: the one called text, or else the longest; none where that is an
  /// address or a page of HTML, whose offsets count in what a browser shows of it.
  private static func text(in data: JSON) -> String? {
    guard case .object(let members) = data else { return nil }
    let strings = members.compactMap { member in member.value.string.map { (member.name, $0) } }
    let named = strings.first { $0.0 == "text" }?.1
    let text = named ?? strings.map(\.1).max { $0.utf8.count < $1.utf8.count }
    guard let text, !text.isEmpty else { return nil }
    let isAddress = text.contains("://") && !text.contains { $0.isWhitespace }
    return isAddress || text.trimmingBlanks.hasPrefix("<") ? nil : text
  }

  private static func add(_ text: String?, to file: inout ImportFile) -> Int? {
    guard let text else { return nil }
    file.texts.append(text)
    return file.texts.count - 1
  }
}
