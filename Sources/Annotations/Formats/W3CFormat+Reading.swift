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
      return file.refuse(spot, .noSelector)
    }
    selector.take(at: spot, into: &file) { anchor in
      let annotation = annotation(item, target, anchor)
      return annotation.isBlank ? .failure(.blank) : .success(annotation)
    }
  }

  private static func annotation(_ item: JSON, _ target: JSON, _ anchor: Anchor) -> Annotation {
    let created = item["created"]?.string.flatMap(Timestamp.init(iso:)) ?? .next()
    var annotation = Annotation(
      id: item["id"]?.string.flatMap(W3CFormat.id) ?? AnnotationID(),
      anchor: anchor,
      author: item["creator"]?["name"]?.string ?? item["creator"]?.string, created: created,
      modified: item["modified"]?.string.flatMap(Timestamp.init(iso:)))
    annotation.color = target["styleClass"]?.string.flatMap(HighlightColor.init(rawValue:))
    annotation.scope =
      item["rawi:scope"]?.string.flatMap(Correction.Scope.init(rawValue:)) ?? .here
    annotation.isProposal = item["rawi:proposal"]?.bool ?? false
    annotation.conflict = item["rawi:conflict"]?.string
    annotation.absentFrom = item["rawi:absentFrom"]?.elements.compactMap(\.string) ?? []
    let motivations = (item["motivation"]?.elements ?? []).compactMap(\.string)
    let bodies = (item["body"]?.elements ?? []) + (item["bodyValue"]?.elements ?? [])
    for body in bodies { take(body, motivations, into: &annotation) }
    if annotation.isBlank, motivations.contains("highlighting") || bodies.isEmpty {
      annotation.color = .yellow
    }
    return annotation
  }

  private static func take(
    _ body: JSON, _ motivations: [String], into annotation: inout Annotation
  ) {
    // What is identified or tagged may be a resource with a label.
    let source = body["source"]
    let label = source?["label"]?.string ?? source?["id"]?.string ?? source?.string
    guard let value = body["value"]?.string ?? body.string ?? label, !value.isEmpty else { return }
    switch body["purpose"]?.string ?? motivations.first {
    case "tagging":
      if !annotation.tags.contains(value) { annotation.tags.append(value) }
    case "classifying":
      annotation.apply(value)
    case "editing":
      if let correction = (try? JSON(parsing: value)).flatMap(Correction.init(json:)) {
        annotation.correction = correction
      } else {
        fallthrough
      }
    default:
      annotation.note += (annotation.note.isEmpty ? "" : "\n") + value
    }
  }
}
