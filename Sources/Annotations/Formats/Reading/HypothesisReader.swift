import Platform

/// Reads annotations of Hypothesis, as its client exports them and its service answers.
///
/// `text` is the note; replies and notes of a whole page have no place. Offsets count UTF-16 in the
/// text of a web page, so that the quoted words find most places.
enum HypothesisReader {
  static func read(_ json: JSON, at spot: ImportSpot, into file: inout ImportFile) {
    let name = json["id"]?.string
    let spot = name.map { .named($0, spot) } ?? spot
    if !(json["references"]?.elements ?? []).isEmpty { return file.leaveOut(spot, .ofWholePage) }
    let targets = json["target"]?.elements ?? []
    guard targets.count <= 1 else { return file.refuse(spot, .targets(targets.count)) }
    let selector = TextSelector(targets.first?["selector"]?.elements ?? [])
    guard selector.exact != nil || selector.offsets != nil else {
      return file.leaveOut(spot, .ofWholePage)
    }
    selector.take(at: spot, into: &file) { anchor in
      let created = json["created"]?.string.flatMap(Timestamp.init(iso:)) ?? .next()
      var annotation = Annotation(
        id: name.flatMap(AnnotationID.init(checking:)) ?? AnnotationID(), anchor: anchor,
        note: json["text"]?.string ?? "", author: author(of: json), created: created,
        modified: json["updated"]?.string.flatMap(Timestamp.init(iso:)))
      for tag in (json["tags"]?.elements ?? []).compactMap(\.string)
      where !annotation.tags.contains(tag) {
        annotation.tags.append(tag)
      }
      if annotation.isBlank { annotation.color = .yellow }
      return .success(annotation)
    }
  }

  /// Who made it: `acct:name@authority`, or the name that is shown.
  private static func author(of json: JSON) -> String? {
    if let name = json["user_info"]?["display_name"]?.string { return name }
    guard let user = json["user"]?.string else { return nil }
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
  private var prefix = ""
  private var suffix = ""

  init(_ selectors: [JSON]) {
    for selector in selectors {
      switch selector["type"]?.string {
      case "TextQuoteSelector":
        exact = selector["exact"]?.string
        prefix = selector["prefix"]?.string ?? ""
        suffix = selector["suffix"]?.string ?? ""
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
