import Platform

/// An article as an object of JSON, as corpora and gatherers of news keep them.
package struct ArticleRecord {
  /// What is shown of it.
  let item: FeedItem

  /// The names of members that hold the text, the first that is there counting.
  package static let textNames = ["text", "content", "body", "article", "maintext"]

  /// The names of members that tell who published it, as NewsAPI, trafilatura and news-please have them.
  private static let sourceNames = [
    "source", "publisher", "sitename", "site_name", "source_name", "hostname", "source_domain",
  ]

  /// Reads `json`; `nil` where it holds no text.
  ///
  /// - Parameters:
  ///   - json: an object.
  ///   - field: the member that holds the text; `nil` for one of ``textNames``.
  init?(_ json: JSON, field: String?) {
    let names = field.map { [$0] } ?? Self.textNames
    guard let text = Self.text(of: names, in: json) else { return nil }
    var item = FeedItem()
    let rendered = json["title"]?["rendered"]?.string
    item.title = Self.first(of: ["title", "headline"], in: json) ?? rendered ?? ""
    item.titleIsMarkup = rendered != nil
    item.address = Self.first(of: ["url", "link"], in: json)
    item.date = Self.first(
      of: [
        "date", "published", "date_published", "published_at", "date_publish", "pubDate",
        "timestamp", "publishedAt", "created_at",
      ], in: json)
    item.author = Self.names(json["authors"] ?? json["author"] ?? json["byline"] ?? json["from"])
    item.source = Self.sourceNames.lazy.compactMap { Self.names(json[$0]) }.first
    let identifier = Self.first(of: ["id", "_id", "doc_id"], in: json)
    item.key = identifier ?? item.address
    // What is listed needs a name. Else the number is none of its text: who deals numbers anew leaves the notes where they are.
    if item.title.isEmpty { item.title = identifier ?? "" }
    if Self.isMarkup(text) { item.body = text } else { item.paragraphs = Self.lines(text) }
    self.item = item
  }

  /// Whether `element` is an article.
  ///
  /// - Complexity: O(*n*).
  static func isWhole(_ element: JSONElements.Element, field: String?) -> Bool {
    ArticleRecord(element, field: field) != nil
  }

  /// Reads `element`; `nil` where it is no object that holds text: one with half of a surrogate pair in it, or with
  /// what lies too deep beside it, is read for all that is whole.
  init?(_ element: JSONElements.Element, field: String?) {
    guard let value = element.value, case .object = value else { return nil }
    self.init(value, field: field)
  }

  /// The text in the first of the members `names` that holds one: a string, or the paragraphs of a list, which are
  /// strings or objects that hold such a member in turn.
  ///
  /// - Complexity: O(*n*).
  package static func text(of names: [String], in json: JSON) -> String? {
    names.lazy.compactMap { name in
      guard let value = json[name] else { return nil }
      if let text = value.string { return text.allSatisfy(\.isWhitespace) ? nil : text }
      return text(in: value, names, level: 0)
    }.first
  }

  /// The deepest level of lists and objects that text is looked for in.
  private static let deepestText = 8

  private static func text(in value: JSON, _ names: [String], level: Int) -> String? {
    guard level < deepestText else { return nil }
    switch value {
    case .string(let text): return text
    case .array(let parts):
      let texts = parts.compactMap { text(in: $0, names, level: level + 1) }
      return texts.isEmpty ? nil : texts.joined(separator: areRuns(parts) ? "" : "\n")
    case .object:
      let inner = (names + textNames + ["paragraphs", "value", "html", "rendered"]).lazy.compactMap
      {
        value[$0]
      }
      return inner.compactMap { text(in: $0, names, level: level + 1) }.first
    default: return nil
    }
  }

  /// Whether `parts` are pieces of running text of which some have a look of their own, as in exports of Telegram.
  private static func areRuns(_ parts: [JSON]) -> Bool {
    parts.contains { $0.string != nil }
      && parts.contains { $0["type"]?.string != nil && $0["text"]?.string != nil }
  }

  /// The value of the first of the members `names` that is there, a number as it is written.
  private static func first(of names: [String], in json: JSON) -> String? {
    names.lazy.compactMap { name -> String? in
      switch json[name] {
      case .string(let value)?: value.isEmpty ? nil : value
      case .integer?, .verbatim?: json[name]?.line
      default: nil
      }
    }.first
  }

  /// Names of people: a string, an object with a name, or several of them.
  static func names(_ json: JSON?) -> String? {
    let names = (json?.elements ?? []).compactMap { $0.string ?? $0["name"]?.string }
    return names.isEmpty ? nil : names.joined(separator: "، ")
  }

  /// Whether `text` is a part of a page.
  package static func isMarkup(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { SourceFormat($0, name: "") } == .html
  }

  /// The lines of `text` that are not empty, each with one space between two words.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { HTMLMetadata.plain(String($0)) }
  }
}
