import Platform

/// A span in a row of JSON: `[start, end, label]`, or an object under one of the names that tools have.
struct SpanElement {
  /// What its offsets are.
  enum Place: Hashable {
    case none
    case wrong
    case at(Int, Int)
  }

  private(set) var place = Place.none
  private(set) var labels: [String] = []
  private(set) var words: String?
  private(set) var hasNumberForLabel = false
  private(set) var isFinding = false
  /// What could not be read of it.
  private(set) var unread: [ImportFields.Unread] = []
  private var note = ""
  private var tags: [String] = []
  private var details: JSON?

  /// Its offsets, where they are whole numbers.
  var offsets: (start: Int, end: Int)? {
    if case .at(let start, let end) = place { (start, end) } else { nil }
  }

  init(_ json: JSON) {
    if let parts = json.array {
      place = Self.place(parts.first, parts.dropFirst().first)
      if parts.count > 2 { read(label: parts[2], of: "label") }
      // spaCy's identifier in a base of knowledge.
      if parts.count > 3 { read(identifier: parts[3], of: "kb_id") }
    } else if case .object = json {
      place = Self.place(of: json)
      for name in ["label", "labels", "type", "tag", "category", "entity_group"]
      where labels.isEmpty {
        for label in json[name]?.elements ?? [] { read(label: label, of: name) }
      }
      for name in ["kb_id", "span_id"] { read(identifier: json[name] ?? .null, of: name) }
      var fields = ImportFields(json)
      words = fields.string(json["text"] == nil ? "word" : "text")
      note = fields.string("note") ?? ""
      details = json["rawi"]
      isFinding = fields.string("source") == "analysis"
      unread += fields.unread
    } else {
      read(label: json, of: "label")
    }
  }

  /// Makes the annotation of `anchor`.
  func annotation(at anchor: Anchor) -> Result<Annotation, ImportItem.Unmade> {
    var annotation = Annotation(anchor: anchor, note: note)
    if let details {
      guard let kept = Annotation(details: details, anchor: anchor) else {
        return .failure(.damaged)
      }
      annotation = kept
    }
    annotation.apply(labels)
    if !annotation.isBlank {
      annotation.tags += tags.filter { !annotation.tags.contains($0) }
    }
    return annotation.isBlank ? .failure(.blank) : .success(annotation)
  }

  private mutating func read(label: JSON, of member: String) {
    switch label {
    case .string(let name): if !name.isEmpty { labels.append(name) }
    case .integer, .verbatim:
      labels.append(label.line)
      hasNumberForLabel = true
    case .null: break
    default: unread.append(.init(member: member, expected: .text))
    }
  }

  /// Keeps an identifier as a tag with the name of its member, as `kb_id=Q79`.
  private mutating func read(identifier: JSON, of member: String) {
    switch identifier {
    case .null, .string(""): break
    case .string, .integer, .verbatim:
      tags.append("\(member)=\(identifier.string ?? identifier.line)")
    default: unread.append(.init(member: member, expected: .name))
    }
  }

  private static func place(of json: JSON) -> Place {
    let names = [
      ("start", "end"), ("start_offset", "end_offset"), ("start_char", "end_char"),
      ("startOffset", "endOffset"), ("begin", "end"),
    ]
    for (start, end) in names where json[start] != nil || json[end] != nil {
      return place(json[start], json[end])
    }
    guard let start = json["offset"], let length = json["length"] else { return .none }
    guard let start = start.integer, let length = length.integer else { return .wrong }
    let (end, isTooFar) = start.addingReportingOverflow(length)
    return isTooFar ? .wrong : .at(start, end)
  }

  private static func place(_ start: JSON?, _ end: JSON?) -> Place {
    guard let start = start?.integer, let end = end?.integer else { return .wrong }
    return .at(start, end)
  }
}
