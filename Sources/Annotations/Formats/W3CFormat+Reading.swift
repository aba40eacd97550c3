import ArabicText
import Platform

/// Reads an annotation of the W3C's model.
struct W3CReader {
  static func read(_ item: JSON, at place: ImportSpot, into file: inout ImportFile) {
    if item["rawi:finding"] != nil { return file.entries.append(.finding) }
    let spot = item["id"]?.string.map { .named($0, place) } ?? place
    let targets = item["target"]?.elements ?? []
    guard targets.count == 1, let target = targets.first else {
      let isLink = !targets.isEmpty && targets.allSatisfy { $0["selector"] == nil }
      return isLink
        ? file.leaveOut(spot, .relation) : file.refuse(spot, .targets(targets.count))
    }
    guard let selectors = target["selector"]?.elements else {
      return file.leaveOut(spot, .ofWholePage)
    }
    let selector = TextSelector(selectors)
    guard selector.exact != nil || selector.offsets != nil else {
      file.tell(selector.unread, at: spot)
      return file.refuse(spot, .noSelector)
    }
    var fields = ImportFields(item)
    fields.add(selector.unread)
    let content = W3CContent(of: &fields, target)
    file.tell(fields.unread, at: spot)
    selector.take(at: spot, into: &file) { anchor in
      let annotation = content.annotation(at: anchor)
      return annotation.isBlank ? .failure(.blank) : .success(annotation)
    }
  }
}

/// What an annotation of the W3C's model says, wherever it stands.
private struct W3CContent {
  /// What a body is for (§3.3.5), and what follows from it here.
  private enum Purpose: String {
    case assessing, bookmarking, classifying, commenting, describing, editing, highlighting
    case identifying, linking, moderating, questioning, replying, tagging
  }

  private var id: AnnotationID?
  private var author: String?
  private var created: Timestamp?
  private var modified: Timestamp?
  private var color: HighlightColor?
  private var scope: Correction.Scope?
  private var isProposal: Bool
  private var conflict: String?
  private var absentFrom: [String]
  private var bodies: [(value: String, purpose: Purpose?)] = []
  private var isHighlight: Bool

  /// Reads the members of `fields`, and the colour of `target`.
  init(of fields: inout ImportFields, _ target: JSON) {
    id = fields.read("id", as: .name) { $0.string.flatMap(W3CFormat.id) }
    author =
      fields.read("creator", as: .text) { creator -> String?? in
        guard case .object = creator, creator["name"] ?? .null == .null else {
          return (creator["name"]?.string ?? creator.string).map(Optional.some)
        }
        return .some(nil)
      } ?? nil
    (created, modified) = (fields.time("created"), fields.time("modified"))
    scope = fields.word("rawi:scope")
    isProposal = fields.flag("rawi:proposal") ?? false
    conflict = fields.string("rawi:conflict")
    absentFrom = fields.strings("rawi:absentFrom")
    var place = ImportFields(target)
    color = place.word("styleClass")
    fields.add(place.unread)
    let motivations = fields.strings("motivation")
    let all = ["body", "bodyValue"].flatMap { fields.json[$0]?.elements ?? [] }
    isHighlight = motivations.contains("highlighting") || all.isEmpty
    for body in all {
      guard let value = Self.value(of: body) else {
        fields.miss("body", .text)
        continue
      }
      guard !value.isEmpty else { continue }
      var members = ImportFields(body)
      let purpose = members.read("purpose", as: .word) { purpose in
        purpose.elements.first?.string.flatMap(Purpose.init(rawValue:))
      }
      fields.add(members.unread)
      // What is for something unknown is a note.
      let usual = members.unread.isEmpty ? motivations.first : nil
      bodies.append((value, purpose ?? usual.flatMap(Purpose.init(rawValue:))))
    }
  }

  /// The words of a body; what is identified or tagged may be a resource with a label.
  private static func value(of body: JSON) -> String? {
    if let value = body["value"], value != .null { return value.string }
    if let words = body.string { return words }
    let source = body["source"]
    return source?["label"]?.string ?? source?["id"]?.string ?? source?.string
  }

  func annotation(at anchor: Anchor) -> Annotation {
    var annotation = Annotation(
      id: id ?? AnnotationID(), anchor: anchor, color: color, scope: scope ?? .here,
      isProposal: isProposal, conflict: conflict, absentFrom: absentFrom, author: author,
      created: created ?? .next(), modified: modified)
    for body in bodies { take(body.value, body.purpose, into: &annotation) }
    if annotation.isBlank, isHighlight { annotation.color = .yellow }
    return annotation
  }

  private func take(_ value: String, _ purpose: Purpose?, into annotation: inout Annotation) {
    switch purpose {
    case .tagging:
      if !annotation.tags.contains(value) { annotation.tags.append(value) }
    case .classifying: annotation.apply(value)
    case .editing:
      if let correction = (try? JSON(parsing: value)).flatMap(Correction.init(json:)) {
        annotation.correction = correction
      } else {
        fallthrough
      }
    default: annotation.note += (annotation.note.isEmpty ? "" : "\n") + value
    }
  }
}
