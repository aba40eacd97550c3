import ArabicText
import Documents
import Platform

extension Corpus {
  /// Hands over the document in the file at `path`, or the articles of the list or the items of the feed there.
  func documents(of path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    let document = document(path)
    guard case .success(let whole) = document.content else { return take(document) }
    let isList = Self.isList(whole)
    if isList, let text = listText(path) { return articles(in: text, path: path, take) }
    guard reading.dividesFeeds || isList else { return take(document) }
    return Self.items(of: whole, named: path, take)
  }

  /// Hands over the items of `document`, or itself where it is no feed.
  static func items(
    of document: Document, named path: String, _ take: (CorpusDocument) -> Bool
  ) -> Bool {
    let items = FeedArticle.all(in: document, FolderFiles.formats)
    if items.isEmpty {
      return take(CorpusDocument(id: .string(path), content: .success(document)))
    }
    // All items of some feeds lead to one place.
    var taken: Set<String> = []
    for (index, item) in items.enumerated() {
      let address = item.address.flatMap { taken.insert($0).inserted ? $0 : nil }
      let id = JSON.string(address ?? "\(path)#\(index + 1)")
      if !take(CorpusDocument(id: id, content: .success(item.document))) { return false }
    }
    return true
  }
}
