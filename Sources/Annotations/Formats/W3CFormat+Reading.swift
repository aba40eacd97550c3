import ArabicText
import Platform

extension W3CFormat {
  static func read(
    _ content: String, of text: AnchoredText
  ) throws(ExchangeError) -> ImportResult {
    let json: JSON
    do {
      json = try JSON(parsing: content)
    } catch {
      throw .notOfFormat(.w3c, "\(error)")
    }
    let items = items(in: json)
    guard !items.isEmpty || json["items"] != nil || json["first"] != nil else {
      throw .notOfFormat(.w3c, "no AnnotationPage, AnnotationCollection or Annotation")
    }
    var result = ImportResult()
    let reader = W3CReader(placer: ItemPlacer(text: text))
    for (number, item) in items.enumerated() {
      reader.read(item, called: item["id"]?.string ?? "item \(number + 1)", into: &result)
    }
    return result
  }

  /// The annotations of a page, a collection, a list, or the one that it is.
  private static func items(in json: JSON) -> [JSON] {
    if let items = json["items"] { return items.elements }
    if let first = json["first"] { return items(in: first) }
    if case .array(let values) = json { return values.flatMap(items) }
    return json["target"] == nil ? [] : [json]
  }
}

private struct W3CReader {
  let placer: ItemPlacer

  func read(_ item: JSON, called name: String, into result: inout ImportResult) {
    if item["rawi:finding"] != nil {
      result.findings += 1
      return
    }
    let targets = item["target"]?.elements ?? []
    guard targets.count == 1, let target = targets.first else {
      return result.refuse(name, "it has \(targets.count) targets and not one")
    }
    do throws(ItemPlacer.Misfit) {
      guard let (anchor, isMoved) = try anchor(of: target) else {
        return result.refuse(name, "it has no TextPositionSelector or TextQuoteSelector")
      }
      let annotation = annotation(item, target, anchor)
      guard !annotation.isBlank else { return result.refuse(name, "it says nothing") }
      result.annotations.append(annotation)
      if isMoved { result.moved += 1 }
    } catch {
      result.refuse(name, error.reason)
    }
  }

  private func anchor(
    of target: JSON
  ) throws(ItemPlacer.Misfit) -> (anchor: Anchor, isMoved: Bool)? {
    let selectors = target["selector"]?.elements ?? []
    let position = selectors.first { $0["type"]?.string == "TextPositionSelector" }
    let quote = selectors.first { $0["type"]?.string == "TextQuoteSelector" }
    let (start, end) = (position?["start"]?.integer, position?["end"]?.integer)
    guard let exact = quote?["exact"]?.string else {
      guard let start, let end else { return nil }
      return try placer.anchor(start: start, end: end, words: nil)
    }
    let quoted = Anchor(
      start: ScalarOffset(max(0, start ?? 0)), end: ScalarOffset(max(0, end ?? 0)), exact: exact,
      prefix: quote?["prefix"]?.string ?? "", suffix: quote?["suffix"]?.string ?? "",
      contentHash: "")
    return try placer.anchor(start: start ?? 0, end: end ?? 0, words: exact, quoted: quoted)
  }

  private func annotation(_ item: JSON, _ target: JSON, _ anchor: Anchor) -> Annotation {
    let created = item["created"]?.string.flatMap(Timestamp.init(iso:)) ?? .next()
    var annotation = Annotation(
      id: item["id"]?.string.map(W3CFormat.id) ?? AnnotationID(), anchor: anchor,
      author: item["creator"]?["name"]?.string ?? item["creator"]?.string, created: created,
      modified: item["modified"]?.string.flatMap(Timestamp.init(iso:)))
    annotation.color = target["styleClass"]?.string.flatMap(HighlightColor.init(rawValue:))
    annotation.scope =
      item["rawi:scope"]?.string.flatMap(Correction.Scope.init(rawValue:)) ?? .here
    annotation.isProposal = item["rawi:proposal"]?.bool ?? false
    annotation.conflict = item["rawi:conflict"]?.string
    annotation.absentFrom = item["rawi:absentFrom"]?.elements.compactMap(\.string) ?? []
    let motivations = (item["motivation"]?.elements ?? []).compactMap(\.string)
    for body in item["body"]?.elements ?? [] { take(body, motivations, into: &annotation) }
    if annotation.isBlank, motivations.contains("highlighting") { annotation.color = .yellow }
    return annotation
  }

  private func take(_ body: JSON, _ motivations: [String], into annotation: inout Annotation) {
    guard let value = body["value"]?.string ?? body.string else { return }
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
