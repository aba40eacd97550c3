import Platform

/// A region of a text in Label Studio, or another result.
struct LabelStudioRegion {
  /// The type of the result: labels, choices, relation and others.
  private(set) var type: String
  /// Its offsets.
  private(set) var place = SpanElement.Place.none
  /// The words that it quotes.
  private(set) var words: String?
  /// Its labels.
  private(set) var labels: [String] = []
  /// What was chosen for it besides.
  private(set) var tags: [String] = []
  private var note = ""
  /// What could not be read of it.
  private(set) var unread: [ImportFields.Unread] = []

  /// Whether it has a place in a text, right or wrong.
  var isOfText: Bool { place != .none || words != nil }

  /// A region by its `value`.
  init(value: JSON, type: String, note: String = "") {
    (self.type, self.note) = (type, note)
    let global = value["globalOffsets"]
    let offsets = global.map { ($0["start"], $0["end"]) } ?? (value["start"], value["end"])
    if let start = offsets.0?.integer, let end = offsets.1?.integer {
      place = .at(start, end)
    } else if offsets.0 != nil || offsets.1 != nil {
      place = .wrong
    }
    var fields = ImportFields(value)
    if type == "textarea" {
      self.note = fields.strings("text").joined(separator: "\n")
    } else {
      words = fields.string("text")
    }
    let names = Self.names(in: &fields, type)
    unread = fields.unread
    if type == "choices" || type == "taxonomy" { tags = names } else { labels = names }
  }

  /// The regions that `results` are; those that share an identifier are one, but where their places or
  /// words differ, each is one of its own.
  static func regions(in results: [JSON]) -> [LabelStudioRegion] {
    var regions: [LabelStudioRegion] = []
    var namesakes: [JSON: [Int]] = [:]
    for result in results {
      var fields = ImportFields(result)
      var remarks = ImportFields(fields.members("meta"))
      let note = remarks.strings("text").joined(separator: "\n")
      var region = LabelStudioRegion(
        value: fields.members("value"), type: fields.string("type") ?? "labels", note: note)
      let id = fields.read("id", as: .name) { id in
        id.string != nil || id.integer != nil ? id : nil
      }
      region.unread += remarks.unread + fields.unread
      guard region.type != "relation", let id else {
        regions.append(region)
        continue
      }
      if let same = namesakes[id]?.first(where: { regions[$0].agrees(with: region) }) {
        regions[same].merge(region)
      } else {
        namesakes[id, default: []].append(regions.count)
        regions.append(region)
      }
    }
    return regions
  }

  /// Whether `json` is a region of the minimal export.
  static func isRegion(_ json: JSON) -> Bool {
    (json["start"] != nil || json["globalOffsets"] != nil)
      && ["labels", "hypertextlabels", "paragraphlabels"].contains { json[$0]?.array != nil }
  }

  /// The annotation of `anchor` by `author`.
  func annotation(at anchor: Anchor, author: String?) -> Result<Annotation, ImportItem.Unmade> {
    var annotation = Annotation(anchor: anchor, note: note, author: author)
    annotation.apply(labels)
    for tag in tags where !annotation.tags.contains(tag) { annotation.tags.append(tag) }
    return annotation.isBlank ? .failure(.blank) : .success(annotation)
  }

  /// Whether nothing speaks against it and `other` being one region.
  private func agrees(with other: Self) -> Bool {
    (place == .none || other.place == .none || place == other.place)
      && (words == nil || other.words == nil || words == other.words)
  }

  private mutating func merge(_ other: LabelStudioRegion) {
    if place == .none { place = other.place }
    if words == nil { words = other.words }
    unread += other.unread
    if type == "textarea" || type == "choices" { type = other.type }
    labels += other.labels.filter { !labels.contains($0) }
    tags += other.tags.filter { !tags.contains($0) }
    if !other.note.isEmpty, other.note != note {
      note += (note.isEmpty ? "" : "\n") + other.note
    }
  }

  private static func names(in fields: inout ImportFields, _ type: String) -> [String] {
    let members = [type, "labels", "hypertextlabels", "paragraphlabels", "choices"]
    guard let name = members.first(where: { fields.json[$0] != nil }) else { return [] }
    // Of a taxonomy each is a way of several.
    let values = (fields.json[name]?.elements ?? []).flatMap {
      $0.array == [] ? [$0] : $0.elements
    }
    let names = values.compactMap(\.string)
    if names.count < values.count { fields.miss(name, .texts) }
    return names
  }
}
