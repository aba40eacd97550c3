extension HTMLMetadata {
  /// The most headings that are compared with a title, the least words of one that is its own part, and the share of
  /// its words that these are at least: judgements, that names of sites are shorter.
  private static let (mostHeadings, leastWords, leastShare) = (40, 3, 0.5)
  /// The signs that part a headline from what else stands in a title.
  private static let partingSigns: Set<Character> = ["|", "–", "—", "-", ":", "•", "»", "«", "·"]

  /// `title`; `nil` where it says nothing of the page: it is that of any page for printing, or the name of a file.
  static func telling(_ title: String) -> String? {
    if PageWords.builtIn[.untitled].contains(PageWords.bare(title)) { return nil }
    let isFile =
      !title.contains(" ")
      && (title.contains("://") || title.hasSuffix(".html")
        || title.hasSuffix(".htm") || title.hasSuffix(".php") || title.hasSuffix(".aspx"))
    return isFile ? nil : title
  }

  /// The heading of a page that stands between signs in its title `title`: `صفحات - عنوان`, `وكالة : عنوان - سياسة`.
  static func heading(in title: String, _ site: String?, of tree: MarkupTree) -> String? {
    guard title.utf8.count <= longestTitle else { return nil }
    let words = title.split(separator: " ").count
    let headings = ["h1", "h2", "h3"].flatMap { name in
      tree.elements(name).prefix(mostHeadings).compactMap { plain(tree.string(in: $0)) }
    }
    return headings.filter { heading in
      let own = heading.split(separator: " ").count
      return own >= leastWords && Double(own) >= leastShare * Double(words) && heading != site
        && heading.utf8.count < title.utf8.count && stands(heading, in: title)
    }.max { $0.utf8.count < $1.utf8.count }
  }

  /// Whether signs part `heading` from the rest of `title`.
  private static func stands(_ heading: String, in title: String) -> Bool {
    guard let range = title.firstRange(of: heading) else { return false }
    let before = title[..<range.lowerBound].last { !$0.isWhitespace }
    let behind = title[range.upperBound...].first { !$0.isWhitespace }
    return [before, behind].allSatisfy { $0.map(partingSigns.contains) ?? true }
  }

  /// The paragraph that programs for texts mark as the title of a document that has none for itself: Google Docs,
  /// LibreOffice and Word.
  static func markedTitle(in tree: MarkupTree) -> String? {
    tree.elements("p").prefix(mostHeadings).lazy.filter { node in
      (tree[node, "class"] ?? "").split(separator: " ")
        .contains { ["title", "MsoTitle"].contains($0) }
    }.compactMap { plain(tree.string(in: $0)) }.first { _ in true }
  }
}
