import ArabicText
import Platform

/// The one label that tools for named entities give a span.
enum Label {
  /// The kinds of entities by the names that data sets and tools give them.
  private static let kinds: [String: EntityKind] = [
    "PER": .person, "PERS": .person, "PERSON": .person, "ORG": .organisation,
    "ORGANIZATION": .organisation, "ORGANISATION": .organisation, "LOC": .place,
    "LOCATION": .place, "PLACE": .place, "GPE": .place,
  ]

  /// The kind of entity that `label` stands for, or `nil` for another label.
  static func kind(_ label: String) -> EntityKind? { kinds[label.uppercased()] }

  /// Labels of which an annotation has one.
  enum Group { case kind, color }

  /// The group that `label` is of.
  static func group(of label: String) -> Group? {
    if kind(label) != nil { return .kind }
    return HighlightColor(rawValue: label.lowercased()) == nil ? nil : .color
  }

  /// An annotation of `anchor` that says `label`: a name that was missed, a colour, or a tag.
  static func annotation(_ label: String, at anchor: Anchor) -> Annotation {
    var annotation = Annotation(anchor: anchor)
    annotation.apply(label)
    return annotation
  }
}

extension Annotation {
  /// Makes it say `label` where it does not yet.
  mutating func apply(_ label: String) {
    if label.isEmpty || label == self.label && !isBlank { return }
    if let kind = Label.kind(label) {
      correction = .add(Correction.Subject(name: anchor.exact, kind: kind))
    } else if let color = HighlightColor(rawValue: label.lowercased()) {
      self.color = color
    } else if ["highlight", "note", "reject", "speaker"].contains(label.lowercased()) {
      if isBlank { color = .yellow }
    } else if !tags.contains(label) {
      tags.insert(label, at: 0)
    }
  }

  /// Makes it say `labels`: of those that exclude each other, as two kinds do, the first is its label and the
  /// others are tags.
  mutating func apply(_ labels: [String]) {
    var known: Set<Label.Group> = []
    for label in labels {
      guard let group = Label.group(of: label), !known.insert(group).inserted else {
        apply(label)
        continue
      }
      let isSaid = Label.kind(label).map { $0 == Label.kind(self.label) } ?? false
      if !isSaid, label != self.label, !tags.contains(label) { tags.append(label) }
    }
  }

  /// The members of ``json`` but for where it stands: what other tools carry along unread.
  var details: JSON {
    guard case .object(let members) = json else { return json }
    return .object(members.filter { $0.name != "anchor" })
  }

  /// The annotation of `anchor` with the ``details`` given, or `nil` where they are of another form.
  init?(details: JSON, anchor: Anchor) {
    try? self.init(checking: details, anchor: anchor)
  }

  /// The annotation of `anchor` with the ``details`` that a file gives.
  ///
  /// - Throws: `JSONValue.Mismatch` where they are of another form, or hold what there is not: a time
  ///   outside the years 1 to 9999, an unknown colour.
  init(checking details: JSON, anchor: Anchor) throws(JSONValue.Mismatch) {
    try self.init(reading: JSONValue(details), at: anchor, isOwn: false)
  }
}
