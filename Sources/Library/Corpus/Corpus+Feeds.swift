import ArabicText
import Documents
import Platform

extension Corpus {
  /// Hands over the document in the file at `path`, or the articles of the list or the items of the feed there.
  func documents(
    of path: String, _ kinds: DocumentLoader.Kinds, _ take: (CorpusDocument) -> Bool
  ) -> Bool {
    do throws(DocumentError) {
      let file = try ReadFile(
        path, encoding: reading.encoding, extent: reading.extent, kinds: kinds)
      if let list = try file.list() { return articles(of: list, path: path, take) }
      var document = try file.document(wrapped: reading.wrapped)
      guard !document.text.isBlank else { throw .empty(path) }
      if document.contentHash == nil {
        document.contentHash = DocumentLoader.contentHash(of: document.text)
      }
      if reading.dividesFeeds { return Self.items(of: document, named: path, take) }
      return take(CorpusDocument(id: .string(path), content: .success(document)))
    } catch {
      return take(CorpusDocument(id: .string(path), content: .failure(.file(error))))
    }
  }

  /// The article that is `listed`, of the file that is `opened` where that is its own.
  func document(
    _ listed: ListedArticle, _ opened: inout (path: String, document: Document)?
  ) -> CorpusDocument {
    let id = JSON.string(FolderFiles.place(listed.number, in: listed.path))
    do throws(DocumentError) {
      if opened?.path != listed.path {
        let file = try ReadFile(
          listed.path, encoding: reading.encoding, extent: reading.extent, kinds: .anyStream)
        opened = (listed.path, try file.document(wrapped: reading.wrapped))
      }
      guard let whole = opened?.document,
        var article = FolderFiles.article(listed.number, in: whole, at: listed.path)
      else {
        let count = opened.map { FolderFiles.count(of: $0.document) } ?? 1
        return CorpusDocument(id: id, content: .failure(.noListedArticle(listed, count: count)))
      }
      article.name = FolderFiles.place(listed.number, in: article.name)
      return CorpusDocument(id: id, content: .success(article))
    } catch {
      return CorpusDocument(id: id, content: .failure(.file(error)))
    }
  }

  /// Hands over the items of `document`, or itself where it is no feed.
  static func items(
    of document: Document, named path: String, _ take: (CorpusDocument) -> Bool
  ) -> Bool {
    let items = FeedArticle.all(in: document)
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
