import ArabicText
import Platform

/// Reads brat's standoff, line by line.
///
/// Notes and attributes stand anywhere behind or before the bound that they are of, so that items are
/// made when all lines are read.
struct BratReader {
  private struct Bound {
    var spot: ImportSpot
    var type: String
    var pieces: [ImportItem.Piece]
    var words: String
    var content = Content()
  }

  /// What notes and attributes say of a bound.
  fileprivate struct Content {
    var color: HighlightColor?
    var tags: [String] = []
    var note: String?
    var details: JSON?
    var isFinding = false
  }

  private var file = ImportFile()
  private var order: [String] = []
  private var bounds: [String: Bound] = [:]
  private var pending:
    [(line: ImportLine, name: String, target: String, type: String, text: String)] =
      []

  /// Whether a line has the form of a bound.
  static func isOfBrat(_ line: ImportLine) -> Bool {
    let fields = line.fields(3)
    guard fields.count >= 2, let sign = fields[0].first else { return false }
    switch sign {
    case "T": return fields.count == 3 && fields[1].split(separator: " ").count >= 3
    case "R", "E", "A", "M", "N", "#": return fields[0].dropFirst().allSatisfy(\.isNumber)
    default: return fields[0] == "*"
    }
  }

  mutating func read(_ line: ImportLine) {
    guard !line.isBlank else { return }
    let fields = line.fields(3)
    let name = fields[0]
    let spot = ImportSpot.named(name, line.spot)
    let rest = fields.count > 2 ? fields[2] : ""
    switch name.first {
    case "T" where fields.count == 3: takeBound(name, fields[1], words: rest, at: spot)
    case "A" where fields.count >= 2, "M" where fields.count >= 2:
      let parts = fields[1].split(separator: " ").map(String.init)
      guard parts.count > (parts.first == "Color" ? 2 : 1) else {
        return file.refuse(spot, .unknownLine)
      }
      let value = parts.count > 2 ? parts[2...].joined(separator: " ") : ""
      pending.append((line, name, parts[1], parts[0], value))
    case "#" where fields.count == 3:
      let parts = fields[1].split(separator: " ").map(String.init)
      guard parts.count == 2, parts[0] != "Tag" || !rest.isEmpty else {
        return file.refuse(spot, .unknownLine)
      }
      pending.append((line, name, parts[1], parts[0], rest))
    case "R" where fields.count >= 2, "*" where fields.count >= 2:
      pending.append((line, name, fields[1], "", ""))
    case "E" where fields.count >= 2, "N" where fields.count >= 2: file.leaveOut(spot, .relation)
    default: file.refuse(line.spot, .unknownLine)
    }
  }

  private mutating func takeBound(
    _ name: String, _ place: String, words: String, at spot: ImportSpot
  ) {
    let parts = place.split(separator: " ", maxSplits: 1)
    let ranges = (parts.count == 2 ? parts[1] : "").split(separator: ";").map { range in
      range.split(separator: " ").map { Int($0) }
    }
    var pieces: [ImportItem.Piece] = []
    for range in ranges {
      guard range.count == 2, let start = range[0], let end = range[1] else {
        return file.refuse(spot, .noOffsets)
      }
      guard start >= 0, start < end else {
        return file.refuse(spot, .emptySpan(start: start, end: end))
      }
      pieces.append(.init(start: start, end: end))
    }
    guard !pieces.isEmpty else { return file.refuse(spot, .noOffsets) }
    guard bounds[name] == nil else { return file.refuse(spot, .nameTaken) }
    bounds[name] = Bound(spot: spot, type: String(parts[0]), pieces: pieces, words: words)
    order.append(name)
  }

  mutating func finish() -> ImportFile {
    takeNotes()
    takeRelations()
    for name in order {
      guard let bound = bounds[name] else { continue }
      if bound.content.isFinding {
        file.entries.append(.finding)
      } else {
        file.entries.append(
          .item(
            ImportItem(spot: bound.spot, pieces: bound.pieces, words: [bound.words]) { anchor in
              Self.annotation(bound, at: anchor)
            }))
      }
    }
    return file
  }

  private mutating func takeNotes() {
    for item in pending where item.name.first != "R" && item.name.first != "*" {
      let spot = ImportSpot.named(item.name, item.line.spot)
      guard var content = bounds[item.target]?.content else {
        file.refuse(spot, .noSuchTarget(item.target))
        continue
      }
      if item.name.first == "#" {
        content.takeNote(item.type, item.text)
      } else {
        content.takeAttribute(item.type, item.text)
      }
      bounds[item.target]?.content = content
    }
  }

  /// Relations are left out; those of an analysis are part of its findings.
  private mutating func takeRelations() {
    for item in pending where item.name.first == "R" || item.name.first == "*" {
      let targets = item.target.split(separator: " ").dropFirst().map { target in
        target.split(separator: ":").last.map(String.init) ?? ""
      }
      let isOfAnalysis =
        !targets.isEmpty && targets.allSatisfy { bounds[$0]?.content.isFinding ?? false }
      if isOfAnalysis {
        file.entries.append(.finding)
      } else {
        file.leaveOut(.named(item.name, item.line.spot), .relation)
      }
    }
  }

  private static func annotation(
    _ bound: Bound, at anchor: Anchor
  ) -> Result<Annotation, ImportItem.Unmade> {
    let content = bound.content
    var annotation = Annotation(anchor: anchor)
    var isOwn = false
    if let details = content.details {
      guard let kept = Annotation(details: details, anchor: anchor) else {
        return .failure(.damaged)
      }
      (annotation, isOwn) = (kept, true)
    }
    annotation.color = content.color
    // Those that no line can hold stand among the details.
    if content.details?["tags"] == nil { annotation.tags = content.tags }
    if content.details?["note"] == nil { annotation.note = content.note ?? "" }
    if !["Note", "Highlight"].contains(bound.type) || !isOwn && annotation.isBlank {
      annotation.apply(bound.type)
    }
    return .success(annotation)
  }
}

extension BratReader.Content {
  fileprivate mutating func takeNote(_ type: String, _ text: String) {
    switch type {
    case "Finding": isFinding = true
    case "Tag": if !tags.contains(text) { tags.append(text) }
    case "Rawi": details = (try? JSON(parsing: text)) ?? .null
    default: note = note.map { $0 + "\n" + text } ?? text
    }
  }

  fileprivate mutating func takeAttribute(_ type: String, _ value: String) {
    if type == "Color", let color = HighlightColor(rawValue: value) {
      self.color = color
    } else {
      let tag = value.isEmpty ? type : "\(type)=\(value)"
      if !tags.contains(tag) { tags.append(tag) }
    }
  }
}
