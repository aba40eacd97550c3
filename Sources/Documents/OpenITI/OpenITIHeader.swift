/// What is known of a book in OpenITI mARkdown: the lines `#META# name :: value`, whose names are those of
/// the collection that the text was taken from.
struct OpenITIHeader {
  /// The title of the book.
  private(set) var title: String?
  /// Who wrote it.
  private(set) var author: String?
  /// Where the text was taken from.
  private(set) var address: String?

  private static let titles = ["020.BookTITLE", "Title", "الكتاب", "bk", "title"]
  private static let authors = ["010.AuthorNAME", "Author", "المؤلف", "auth", "author"]
  private static let addresses = ["031.LibURL", "URL", "url"]
  private static let nothing = ["", "NODATA", "NOTGIVEN", "None", "NOCODE"]

  /// Takes a line in.
  mutating func read(_ line: String) {
    let content = line.dropFirst("#META#".count)
    let sign = content.firstRange(of: "::") ?? content.firstRange(of: ":")
    guard let sign else { return }
    let key = String(Self.trimmed(content[..<sign.lowerBound]))
    let value = String(Self.trimmed(content[sign.upperBound...].prefix { $0 != "¶" }))
    guard !Self.nothing.contains(value) else { return }
    if title == nil, Self.titles.contains(key) { title = value }
    if author == nil, Self.authors.contains(key) { author = value }
    if address == nil, Self.addresses.contains(key) { address = value }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
