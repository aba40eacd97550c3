import Platform

/// What a row of JSON is, by its members.
enum JSONShape: Hashable {
  case w3c
  case hypothesis
  /// A task with results of annotators.
  case labelStudio
  /// A task with regions beside its data.
  case labelStudioMinimal
  /// A text and its entities, in an array.
  case spaCyPair
  /// A document of spaCy's for training, with paragraphs and sentences.
  case spaCyDocument
  /// An example of spaCy's for training, as `Example.to_dict()` gives it.
  case spaCyExample
  /// Tokens and their tags.
  case tokens
  /// A span alone.
  case span
  /// A text and spans.
  case spans(ImportKind)
  case unknown

  /// What wrote it, or `nil` where it is not known.
  var kind: ImportKind? {
    switch self {
    case .w3c: .w3c
    case .hypothesis: .hypothesis
    case .labelStudio, .labelStudioMinimal: .labelStudio
    case .spaCyPair, .spaCyDocument, .spaCyExample: .spaCy
    case .tokens, .span: .spans
    case .spans(let kind): kind
    case .unknown: nil
    }
  }

  init(_ json: JSON) {
    if let pair = json.array {
      self = Self.isPair(pair) ? .spaCyPair : .unknown
      return
    }
    let has = { (name: String) in json[name] != nil }
    let results = ["annotations", "completions", "predictions"].flatMap {
      json[$0]?.array ?? []
    }
    if has("target") || has("type") && json["type"]?.string == "Annotation" {
      let isOfModel = has("body") || has("bodyValue") || has("@context") || has("motivation")
      self = !isOfModel && (has("uri") || has("group")) ? .hypothesis : .w3c
    } else if has("references") && has("uri") || has("uri") && has("user") && has("text") {
      self = .hypothesis
    } else if json["data"].map(Self.isObject) ?? false || results.contains(where: Self.isResult) {
      self = .labelStudio
    } else if has("doc_annotation"), has("token_annotation") {
      self = .spaCyExample
    } else if has("paragraphs") {
      self = .spaCyDocument
    } else if Self.hasRegions(json) {
      self = .labelStudioMinimal
    } else if json["tokens"]?.array?.first?.string != nil {
      self = .tokens
    } else if Self.isSpan(json) {
      self = .span
    } else {
      self = Self.spans(in: json).map(JSONShape.spans) ?? .unknown
    }
  }

  /// The rows that a value holds: itself, the elements of an array or of a page of annotations.
  static func elements(of json: JSON) -> [JSON] {
    if let annotations = JSONGraph.annotations(in: json) { return annotations }
    return switch json {
    // An empty row is one that holds nothing.
    case .array(let values):
      isPair(values) ? [json] : values.flatMap { $0.array == [] ? [$0] : elements(of: $0) }
    case .object: members(of: json)
    default: [json]
    }
  }

  private static func members(of json: JSON) -> [JSON] {
    // A page of the W3C's, and what Hypothesis exports or answers.
    if let items = json["items"] { return items.elements }
    if let first = json["first"], first != .null { return members(of: first) }
    for name in ["annotations", "rows"] {
      guard let values = json[name]?.array else { continue }
      // Pairs: an annotator of names in the browser that writes for spaCy.
      let isPage = values.contains { [.hypothesis, .spaCyPair].contains(JSONShape($0)) }
      if isPage { return values }
    }
    return [json]
  }

  private static func isPair(_ values: [JSON]) -> Bool {
    guard values.count == 2, values[0].string != nil, case .object = values[1] else { return false }
    return true
  }

  private static func isObject(_ json: JSON) -> Bool {
    if case .object = json { true } else { false }
  }

  /// Whether `json` is a place with its label, and no text with places in it.
  private static func isSpan(_ json: JSON) -> Bool {
    let span = SpanElement(json)
    return span.offsets != nil && !span.labels.isEmpty
      && ["spans", "ents", "entities", "annotations"].allSatisfy { json[$0] == nil }
  }

  private static func isResult(_ json: JSON) -> Bool { json["result"] != nil }

  /// Whether a member holds regions with a list of labels each, as Label Studio's minimal export.
  private static func hasRegions(_ json: JSON) -> Bool {
    guard case .object(let members) = json, json["spans"] == nil else { return false }
    return members.contains { member in
      member.value.array?.contains(where: LabelStudioRegion.isRegion) ?? false
    }
  }

  private static func spans(in json: JSON) -> ImportKind? {
    let has = { (name: String) in json[name] != nil }
    if json["meta"]?["offset_unit"] != nil { return .rawi }
    if has("_input_hash") || has("_task_hash") || has("answer") || has("spans") && has("tokens") {
      return json["ents"] == nil ? .prodigy : .spaCy
    }
    if has("ents") || has("cats") && has("entities") { return .spaCy }
    if has("Comments") || has("annotation_approver") || has("data") || has("annotations")
      || has("relations") || json["label"]?.array != nil || json["labels"]?.array != nil
    {
      return .doccano
    }
    if has("entities") || has("spans") || has("label") || json["text"]?.string != nil {
      return .spans
    }
    return nil
  }
}
