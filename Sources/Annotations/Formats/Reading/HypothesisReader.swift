import Platform

/// Reads annotations of Hypothesis, as its client exports them and its service answers.
///
/// `text` is the note; replies and notes of a whole page have no place. Offsets count UTF-16 in the
/// text of a web page, so that the quoted words find most places.
enum HypothesisReader {
  static func read(_ json: JSON, at spot: ImportSpot, into file: inout ImportFile) {
    let spot = json["id"]?.string.map { .named($0, spot) } ?? spot
    if !(json["references"]?.elements ?? []).isEmpty { return file.leaveOut(spot, .ofWholePage) }
    let targets = json["target"]?.elements ?? []
    guard targets.count <= 1 else { return file.refuse(spot, .targets(targets.count)) }
    let selector = TextSelector(targets.first?["selector"]?.elements ?? [])
    guard selector.exact != nil || selector.offsets != nil else {
      file.tell(selector.unread, at: spot)
      return file.leaveOut(spot, .ofWholePage)
    }
    var fields = ImportFields(json)
    fields.add(selector.unread)
    let id = fields.read("id", as: .name) { $0.string.flatMap(AnnotationID.init(checking:)) }
    let (note, tags) = (fields.string("text") ?? "", fields.strings("tags"))
    let (created, modified) = (fields.time("created"), fields.time("updated"))
    let author = author(in: &fields)
    file.tell(fields.unread, at: spot)
    selector.take(at: spot, into: &file) { anchor in
      var annotation = Annotation(
        id: id ?? AnnotationID(), anchor: anchor, note: note, author: author,
        created: created ?? .next(), modified: modified)
      for tag in tags where !annotation.tags.contains(tag) { annotation.tags.append(tag) }
      if annotation.isBlank { annotation.color = .yellow }
      return .success(annotation)
    }
  }

  /// Who made it: `acct:name@authority`, or the name that is shown.
  private static func author(in fields: inout ImportFields) -> String? {
    let shown = fields.read("user_info", as: .text) { info -> String?? in
      guard let name = info["display_name"], name != .null else { return .some(nil) }
      return name.string.map(Optional.some)
    }
    if let name = shown ?? nil { return name }
    guard let user = fields.string("user") else { return nil }
    let name = user.hasPrefix("acct:") ? String(user.dropFirst(5)) : user
    return String(name.prefix { $0 != "@" })
  }
}

/// The place that selectors of the W3C's model give (§4.2): by the words, by a position, or both.
struct TextSelector {
  /// The words.
  private(set) var exact: String?
  /// The position.
  private(set) var offsets: SpanElement.Place?
  /// What could not be read.
  private(set) var unread: [ImportFields.Unread] = []
  private var prefix = ""
  private var suffix = ""

  init(_ selectors: [JSON]) {
    for selector in selectors {
      switch selector["type"]?.string {
      case "TextQuoteSelector":
        var fields = ImportFields(selector)
        exact = fields.string("exact")
        prefix = fields.string("prefix") ?? ""
        suffix = fields.string("suffix") ?? ""
        unread += fields.unread
      case "TextPositionSelector":
        let ends = (selector["start"]?.integer, selector["end"]?.integer)
        if let start = ends.0, let end = ends.1 {
          offsets = .at(start, end)
        } else {
          offsets = .wrong
        }
      case "FragmentSelector":
        // RFC 5147: char=10,20
        guard let value = selector["value"]?.string, value.hasPrefix("char=") else { break }
        let ends = value.dropFirst(5).prefix { $0 != ";" }.split(separator: ",").map { Int($0) }
        if ends.count == 2, let start = ends[0], let end = ends[1] { offsets = .at(start, end) }
      default: break
      }
      if exact == nil, offsets == nil, let inner = selector["refinedBy"] {
        self = TextSelector(inner.elements)
      }
    }
  }

  /// Adds the item of which `make` makes the annotation.
  func take(
    at spot: ImportSpot, into file: inout ImportFile,
    _ make: @escaping (Anchor) -> Result<Annotation, ImportItem.Unmade>
  ) {
    var pieces: [ImportItem.Piece] = []
    switch offsets {
    case .at(let start, let end) where start >= 0 && start < end:
      pieces = [.init(start: start, end: end)]
    case .at(let start, let end) where exact == nil:
      return file.refuse(spot, .emptySpan(start: start, end: end))
    case .wrong where exact == nil: return file.refuse(spot, .noOffsets)
    default: break
    }
    if let exact, exact.isEmpty { return file.refuse(spot, .noOffsets) }
    file.entries.append(
      .item(
        ImportItem(
          spot: spot, pieces: pieces, words: exact.map { [$0] }, prefix: prefix, suffix: suffix,
          make: make)))
  }
}
