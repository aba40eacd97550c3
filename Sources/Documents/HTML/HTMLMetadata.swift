import Platform

/// What a page says of its article beside the words.
struct HTMLMetadata: Hashable, Sendable {
  /// The title, without the name of the site where the page tells it.
  var title: String?
  /// The names of those who wrote it.
  var authors: [String] = []
  /// When it was published, as it is written.
  var date: String?
  /// The name of the site.
  var site: String?
  /// Where it was published.
  var address: String?
  /// What it is about, in a sentence or two: often its lead, or the beginning of it.
  var summary: String?
  /// The language as the page names it; often wrong.
  var language: String?

  /// Reads the head of `tree`: `og:` and `article:` properties first, then JSON-LD, then the older names.
  ///
  /// - Complexity: O(*n*).
  init(of tree: MarkupTree) {
    var properties: [String: String] = [:]
    for node in tree.elements("meta") {
      guard let content = tree[node, "content"].flatMap(Self.plain) else { continue }
      for key in ["property", "name", "itemprop"] {
        guard let name = tree[node, key]?.lowercased() else { continue }
        if properties[name] == nil { properties[name] = content }
      }
    }
    let linked = Self.article(in: tree)
    func first(_ names: String...) -> String? { names.lazy.compactMap { properties[$0] }.first }
    site = first("og:site_name", "application-name") ?? linked?["publisher"].flatMap(Self.name)
    let page = tree.elements("title").lazy.compactMap { Self.plain(tree.string(in: $0)) }
      .first { _ in true }.flatMap(Self.telling)
    let given =
      first("og:title", "twitter:title", "dc.title").flatMap(Self.telling)
      ?? linked?["headline"]?.string.flatMap(Self.plain)
    title =
      (given ?? page).map { text in
        Self.isWhole(text, page, in: tree)
          ? text : Self.heading(in: text, site, of: tree) ?? Self.withoutSite(text, site)
      } ?? Self.markedTitle(in: tree)
    authors = Self.authors(linked?["author"])
    if authors.isEmpty, let author = first("author", "dc.creator", "article:author"),
      !author.contains("://")
    {
      authors = [author]
    }
    date =
      first("article:published_time", "datepublished", "date", "dc.date", "publishdate")
      ?? linked?["datePublished"]?.string ?? linked?["dateCreated"]?.string
    address =
      first("og:url")
      ?? tree.elements("link").lazy
      .filter { tree[$0, "rel"]?.lowercased() == "canonical" }.compactMap { tree[$0, "href"] }
      .first { _ in true }
    authors = authors.filter { !namesSite($0) }
    summary =
      first("og:description", "description", "twitter:description", "dc.description")
      ?? linked?["description"]?.string.flatMap(Self.plain)
    language = tree.elements("html").lazy.compactMap { tree[$0, "lang"] }.first { !$0.isEmpty }
  }

  /// Whether what is told as an author is the site.
  func namesSite(_ author: String) -> Bool {
    if let site, author.contains(site) || site.contains(author) { return true }
    return !author.contains(" ") && address?.contains(author) ?? false
  }

  /// `text` on one line, without markup and spaces around it; `nil` where nothing is left.
  static func plain(_ text: String) -> String? {
    let bytes = HTMLSpace.collapsible(Array(text.utf8)[...])
    let words = Array(bytes.split(separator: 0x20).joined(separator: [0x20]))
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }

  /// Whether a title has nothing of the site in it: the headline of the page has the same words, or the page's own
  /// title goes on behind a sign.
  private static func isWhole(_ title: String, _ page: String?, in tree: MarkupTree) -> Bool {
    if let page, signs.contains(where: { page.hasPrefix(title + $0) }) { return true }
    return tree.elements("h1").prefix(20).contains { plain(tree.string(in: $0)) == title }
  }

  /// The signs between a title and the name of the site.
  static let signs = [" | ", " – ", " — ", " - ", " :: ", " » "]

  /// The longest title that is taken apart, in bytes.
  static let longestTitle = 1000

  /// `title` without the name of the site behind or before it.
  ///
  /// A part between signs that stand between spaces is the site's where it says so; of others the last
  /// goes where the rest is longer by far.
  static func withoutSite(_ title: String, _ site: String?) -> String {
    guard title.utf8.count <= longestTitle else { return title }
    for sign in signs {
      let parts = title.components(by: sign)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if let site, last == site || site.contains(last) || last.contains(site) {
        return withoutSite(parts.dropLast().joined(separator: sign), site)
      }
      if let site, first == site || site.contains(first) {
        return withoutSite(parts.dropFirst().joined(separator: sign), site)
      }
      let words = last.split(separator: " ").count
      if words <= 4,
        parts.dropLast().joined(separator: " ").split(separator: " ").count >= 2 * words
      {
        return withoutSite(parts.dropLast().joined(separator: sign), site)
      }
    }
    // A colon is of the title itself but where what stands before it is called as newspapers are.
    let parts = title.components(by: " : ")
    if parts.count > 1, PageWords.builtIn.namesSite(parts[0], site) {
      return withoutSite(parts.dropFirst().joined(separator: " : "), site)
    }
    return title
  }

  // MARK: JSON-LD

  /// The object of schema.org that is an article, in the first script that has one.
  private static func article(in tree: MarkupTree) -> JSON? {
    for node in tree.elements("script")
    where tree[node, "type"]?.lowercased() == "application/ld+json" {
      guard let value = JSON.values(in: tree.string(in: node)).values.first else { continue }
      if let article = article(in: value, depth: 0) { return article }
    }
    return nil
  }

  private static func article(in value: JSON, depth: Int) -> JSON? {
    guard depth < 4 else { return nil }
    if case .array(let values) = value {
      return values.lazy.compactMap { article(in: $0, depth: depth + 1) }.first { _ in true }
    }
    let types = value["@type"]?.elements.compactMap(\.string) ?? []
    if types.contains(where: {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report"
    }) {
      return value
    }
    return value["@graph"].flatMap { article(in: $0, depth: depth + 1) }
  }

  private static func authors(_ value: JSON?) -> [String] {
    (value?.elements ?? []).compactMap(name).filter { !$0.contains("://") }
  }

  private static func name(_ value: JSON) -> String? {
    (value.string ?? value["name"]?.string).flatMap(plain)
  }
}

extension String {
  /// The parts between `separator`.
  func components(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
