import ArabicText
import Platform

/// One JSON object a line: the text of a document and spans with a label each.
///
/// Offsets count Unicode scalars, the end exclusive. `spans` is Prodigy's form, which spaCy's recipes
/// read; `label` is doccano's. Read are these, spaCy's `entities` and Label Studio's results.
enum JSONLinesFormat {
  static func write(_ document: ExchangeDocument) -> ExportResult {
    var spans: [JSON] = []
    var labels: [JSON] = []
    func add(_ span: TextSpan, _ label: String, _ more: [(String, JSON?)]) {
      let (start, end) = document.bounds(of: span)
      labels.append(.array([.integer(Int64(start)), .integer(Int64(end)), .string(label)]))
      spans.append(
        JSON.object(
          [
            ("start", .integer(Int64(start))), ("end", .integer(Int64(end))),
            ("label", .string(label)), ("text", .string(document.text.text.string(in: span))),
          ] + more))
    }
    for (annotation, span) in document.placed {
      add(
        span, annotation.label,
        [
          ("source", .string("person")), ("note", .string(annotation.note)),
          ("tags", .strings(annotation.tags)), ("rawi", annotation.details),
        ])
    }
    for finding in document.findings {
      add(
        finding.span, finding.label,
        [
          ("source", .string("analysis")), ("group", .string(finding.group)),
          ("name", finding.name.map(JSON.string)), ("speaker", finding.speaker.map(JSON.string)),
        ])
    }
    let line = JSON.object([
      ("text", .string(document.text.text.string(in: document.text.text.span))),
      ("spans", .array(spans)), ("label", .array(labels)),
      (
        "meta",
        JSON.object([
          ("source", .string(document.source)), ("sha256", .string(document.text.contentHash)),
          ("offset_unit", .string("unicode_scalar")),
        ])
      ),
    ]).line
    return ExportResult(content: line + "\n", leftOut: document.uncertain)
  }

  static func read(
    _ content: String, of text: AnchoredText
  ) throws(ExchangeError) -> ImportResult {
    var result = ImportResult()
    let lines = content.split(omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" }
    guard !lines.isEmpty else { throw .notOfFormat(.jsonl, "it is empty") }
    for (number, line) in lines.enumerated() {
      let json: JSON
      do {
        json = try JSON(parsing: String(line))
      } catch {
        // A first line that is no JSON is no file of this form.
        guard number > 0 else { throw .notOfFormat(.jsonl, "\(error)") }
        result.refuse("line \(number + 1)", "\(error)")
        continue
      }
      let items = JSONLinesItems(json)
      let own = items.text.map { AnchoredText(DecodedText($0), contentHash: "") }
      for (index, item) in items.items.enumerated() {
        read(item, "line \(number + 1), span \(index + 1)", own, of: text, into: &result)
      }
    }
    return result
  }

  private static func read(
    _ item: JSONLinesItems.Item, _ name: String, _ own: AnchoredText?, of text: AnchoredText,
    into result: inout ImportResult
  ) {
    if item.isFinding {
      result.findings += 1
      return
    }
    let quoted = own?.anchor(start: item.start, end: item.end)
    if own != nil, quoted == nil {
      return result.refuse(
        name, "\(item.start)–\(item.end) is not inside the text that the line gives")
    }
    do throws(ItemPlacer.Misfit) {
      let (anchor, isMoved) = try ItemPlacer(text: text).anchor(
        start: item.start, end: item.end, words: item.words ?? quoted?.exact, quoted: quoted)
      var annotation =
        item.details.flatMap { Annotation(details: $0, anchor: anchor) }
        ?? Annotation(anchor: anchor, note: item.note)
      for label in item.labels { annotation.apply(label) }
      guard !annotation.isBlank else { return result.refuse(name, "it has no label") }
      result.annotations.append(annotation)
      if isMoved { result.moved += 1 }
    } catch {
      result.refuse(name, error.reason)
    }
  }
}

/// The spans of one line, whichever tool wrote it.
private struct JSONLinesItems {
  struct Item {
    var start: Int
    var end: Int
    var labels: [String]
    var words: String?
    var note = ""
    var details: JSON?
    var isFinding = false
  }

  var text: String?
  var items: [Item] = []

  init(_ json: JSON) {
    text = json["text"]?.string ?? json["data"]?["text"]?.string
    let results = (json["annotations"]?.elements ?? []).flatMap { $0["result"]?.elements ?? [] }
    if !results.isEmpty || json["annotations"] != nil {
      items = results.compactMap(Self.labelStudioItem)
      return
    }
    // The richest form counts: others in the line say the same.
    for name in ["spans", "entities", "label", "labels"] {
      guard let elements = json[name]?.array else { continue }
      items = elements.compactMap(Self.item)
      if !items.isEmpty { return }
    }
  }

  private static func item(_ json: JSON) -> Item? {
    if let parts = json.array {
      guard parts.count >= 3, let start = parts[0].integer, let end = parts[1].integer,
        let label = parts[2].string
      else { return nil }
      return Item(start: start, end: end, labels: [label])
    }
    guard let start = (json["start"] ?? json["start_offset"])?.integer,
      let end = (json["end"] ?? json["end_offset"])?.integer
    else { return nil }
    return Item(
      start: start, end: end, labels: [json["label"]?.string].compactMap(\.self),
      words: json["text"]?.string, note: json["note"]?.string ?? "", details: json["rawi"],
      isFinding: json["source"]?.string == "analysis")
  }

  private static func labelStudioItem(_ json: JSON) -> Item? {
    guard let value = json["value"], let start = value["start"]?.integer,
      let end = value["end"]?.integer
    else { return nil }
    return Item(
      start: start, end: end, labels: value["labels"]?.elements.compactMap(\.string) ?? [],
      words: value["text"]?.string)
  }
}

extension ExchangeDocument {
  /// What has no certain place in the text, for formats that know positions only.
  var uncertain: [String] {
    annotations.filter { !$0.placement.isCertain }.map {
      "“\($0.annotation.anchor.exact.prefix(40))”: its place in this text is not certain"
    }
  }
}
