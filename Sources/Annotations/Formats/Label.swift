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

/// Finds where items of a file stand in a text.
struct ItemPlacer {
  let text: AnchoredText

  /// Why an item has no place.
  enum Misfit: Error, Hashable {
    case outside(start: Int, end: Int, count: Int)
    case otherWords(there: String, wanted: String)

    var reason: String {
      switch self {
      case .outside(let start, let end, let count):
        "\(start)–\(end) is not inside the text, which has \(count) scalars"
      case .otherWords(let there, let wanted):
        "the text says “\(Self.short(there))” there and not “\(Self.short(wanted))”, "
          + "which has no other sure place"
      }
    }

    private static func short(_ words: String) -> String {
      words.count > 40 ? words.prefix(39) + "…" : words
    }
  }

  /// The anchor of the scalars `start..<end` where these are `words`, if words are known; else that of
  /// the place where `quoted` certainly stands.
  func anchor(
    start: Int, end: Int, words: String?, quoted: Anchor? = nil
  ) throws(Misfit) -> (anchor: Anchor, isMoved: Bool) {
    let span = text.span(start: start, end: end)
    let there = span.map { text.text.string(in: $0) }
    if let span, words.map({ $0.utf8.elementsEqual((there ?? "").utf8) }) ?? true,
      let anchor = text.anchor(of: span)
    {
      return (anchor, false)
    }
    if let anchor = quoted.flatMap(place).flatMap(text.anchor) { return (anchor, true) }
    guard let there, let words else {
      throw .outside(start: start, end: end, count: text.counter.count)
    }
    throw .otherWords(there: there, wanted: words)
  }

  /// The place where the words of `anchor` certainly stand.
  func place(of anchor: Anchor) -> TextSpan? {
    let placement = text.placement(of: anchor)
    if placement.isCertain { return placement.span }
    guard anchor.distinction == nil else { return nil }
    // A quotation with its context as the W3C means it: it stands there once.
    let whole = [anchor.prefix, anchor.exact, anchor.suffix].flatMap { Array($0.utf8) }
    let places = text.text.places(of: whole, in: text.text.span, limit: 2)
    guard places.count == 1, let place = places.first else { return nil }
    return TextSpan(
      place.lower + anchor.prefix.utf8.count, place.upper - anchor.suffix.utf8.count)
  }
}
