import ArabicText
import Platform

/// Reads rows of JSON, whichever tool wrote them.
struct JSONReader {
  /// What was read.
  private(set) var file = ImportFile()
  private let text: AnchoredText
  /// Rows of tokens, each with how many entries stand before it: all of their tags tell the scheme.
  private var tokenRows: [(place: Int, spot: ImportSpot, tokens: [TaggedToken])] = []

  init(text: AnchoredText) { self.text = text }

  /// Reads all rows.
  mutating func read(_ rows: JSONRows) {
    for damage in rows.damaged { file.refuse(damage.spot, .notJSON(byte: damage.byte)) }
    for row in rows.rows { read(row.json, at: row.spot) }
    followTokens()
  }

  private mutating func read(_ json: JSON, at spot: ImportSpot) {
    switch JSONShape(json) {
    case .w3c: W3CReader.read(json, at: spot, into: &file)
    case .hypothesis: HypothesisReader.read(json, at: spot, into: &file)
    case .labelStudio: LabelStudioReader.read(json, at: spot, into: &file)
    case .labelStudioMinimal: LabelStudioReader.readMinimal(json, at: spot, into: &file)
    case .spaCyPair:
      SpanRowReader.read(
        json.array?.last ?? .null, text: json.array?.first?.string, at: spot, into: &file)
    case .spaCyDocument: readDocument(json, at: spot)
    case .spaCyExample:
      readTokens(json["token_annotation"]?["ORTH"], json["doc_annotation"]?["entities"], at: spot)
    case .tokens:
      let names = ["ner_tags", "tags", "labels", "ner", "label"]
      let tags = names.lazy.compactMap { json[$0]?.array }.first
      readTokens(json["tokens"], tags.map(JSON.array), at: spot)
    case .span:
      let members = ["answer"].compactMap { name in json[name].map { JSON.Member(name, $0) } }
      let row = JSON.object([JSON.Member("spans", .array([json]))] + members)
      SpanRowReader.read(row, text: nil, at: spot, into: &file)
    case .spans:
      SpanRowReader.read(
        json, text: json["text"]?.string ?? json["data"]?.string, at: spot, into: &file)
    case .unknown: file.refuse(spot, .unknownRow)
    }
  }

  /// Reads a document of spaCy's for training (version 2): paragraphs of sentences of tokens whose tags
  /// are BILUO, or with entities.
  private mutating func readDocument(_ json: JSON, at spot: ImportSpot) {
    let paragraphs = json["paragraphs"]?.elements ?? []
    if paragraphs.isEmpty { file.leaveOut(spot, .emptyRow) }
    for (index, paragraph) in paragraphs.enumerated() {
      let spot = paragraphs.count == 1 ? spot : .part(spot, index + 1)
      let sentences = paragraph["sentences"]?.elements ?? []
      let tokens = sentences.flatMap { sentence in
        (sentence["tokens"]?.elements ?? []).map { token in
          var fields = ImportFields(token)
          defer { file.tell(fields.unread, at: spot) }
          return (fields.string("orth") ?? "", fields.string("ner") ?? "O")
        } + [("", "O")]
      }
      let hasTags = tokens.contains { TagScheme.tag($0.1) != nil && $0.1 != "O" }
      if hasTags {
        follow(tokens, at: spot)
      } else {
        SpanRowReader.read(paragraph, text: paragraph["raw"]?.string, at: spot, into: &file)
      }
    }
  }

  /// Reads a row of tokens and their tags, as data sets have them.
  private mutating func readTokens(_ tokens: JSON?, _ tags: JSON?, at spot: ImportSpot) {
    let tokens = (tokens?.elements ?? []).map { $0.string ?? ($0 == .null ? "" : $0.line) }
    guard let tags = tags?.array else { return file.refuse(spot, .unknownRow) }
    guard tags.count == tokens.count else {
      return file.refuse(spot, .tagsMiscounted(tokens: tokens.count, tags: tags.count))
    }
    guard tags.allSatisfy({ $0.string != nil }) else {
      return file.refuse(spot, .numbersForTags)
    }
    follow(Array(zip(tokens, tags.map { $0.string ?? "O" })) + [("", "O")], at: spot)
  }

  private mutating func follow(_ tokens: [(String, String)], at spot: ImportSpot) {
    let tags = tokens.map(\.1)
    let isUsual = tags.contains { TagScheme.tag($0).map { $0 != .outside } ?? false }
    let form = isUsual ? .letterFirst : TagForm(ofAll: tags) ?? .letterFirst
    let items = tokens.map { TaggedToken(spot: spot, words: $0.0, tag: form.plain($0.1)) }
    tokenRows.append((file.entries.count, spot, items))
  }

  /// Puts the spans of all rows of tokens where the rows stand.
  private mutating func followTokens() {
    guard !tokenRows.isEmpty else { return }
    var follower = TokenFollower(
      text, bounds: TagBounds(of: tokenRows.lazy.flatMap(\.tokens)))
    var entries: [ImportEntry] = []
    var start = 0
    for row in tokenRows {
      entries += file.entries[start..<row.place]
      start = row.place
      let found = follower.entries(of: row.tokens)
      entries += found.enumerated().map { index, entry in
        found.count == 1 ? entry : entry.at(.part(row.spot, index + 1))
      }
      if found.isEmpty { entries.append(.leftOut(row.spot, .emptyRow)) }
    }
    file.entries = entries + file.entries[start...]
    file.hasFreeBeginnings = follower.beginsFreely
  }
}

extension ImportEntry {
  /// The entry at another spot.
  fileprivate func at(_ spot: ImportSpot) -> ImportEntry {
    switch self {
    case .item(var item):
      item.spot = spot
      return .item(item)
    case .placed(_, let span, let label): return .placed(spot, span, label: label)
    case .finding: return .finding
    case .refused(_, let reason): return .refused(spot, reason)
    case .leftOut(_, let reason): return .leftOut(spot, reason)
    }
  }
}
