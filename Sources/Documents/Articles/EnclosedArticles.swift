import Platform

/// The articles of a list that one object holds, as answers of services and exports of messengers do:
/// `{"status": "ok", "articles": [...]}`.
struct EnclosedArticles {
  /// The elements of the list.
  private(set) var elements: [JSON] = []
  /// What the object calls itself.
  private(set) var name: String?

  /// The longest text that is read for one, in bytes, the deepest level of objects that the list is looked for in, and
  /// how many of its first elements tell whether they are articles.
  private static let (longest, deepest, judged) = (64 << 20, 2, 64)

  /// The longest such list of `text`; `nil` where that is no such object, or an article itself.
  ///
  /// - Complexity: O(*n*).
  init?(_ text: String, field: String?) {
    guard text.utf8.count <= Self.longest, text.utf8.first(where: { $0 > 0x20 }) == 0x7B else {
      return nil
    }
    var values = JSONElements(text)
    guard let value = values.next()?.value, values.next() == nil,
      ArticleRecord(value, field: field) == nil
    else { return nil }
    find(in: value, field, level: 0)
    if elements.isEmpty { return nil }
    name = value["name"]?.string ?? value["title"]?.string
  }

  private mutating func find(in value: JSON, _ field: String?, level: Int) {
    guard level < Self.deepest, case .object(let members) = value else { return }
    for member in members {
      if let list = member.value.array {
        let isBetter =
          list.count > elements.count
          && list.prefix(Self.judged).contains { ArticleRecord($0, field: field) != nil }
        if isBetter { elements = list }
      } else {
        find(in: member.value, field, level: level + 1)
      }
    }
  }
}
