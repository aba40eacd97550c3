import ArabicText
import Documents
import Platform

extension Corpus {
  /// Where an article stands in a file of several, and what it is called where it has no name.
  struct ArticlePlace {
    /// Its line, or its place in a list.
    var place: ListPlace
    /// What the file is called in errors.
    var name: String
    /// What names it: its number, behind the path where there are other files.
    var id: JSON
    /// What names it where it is no article, and must not seem to be one that is called so.
    var unread: JSON
  }

  /// The place of the article at `place` in the file at `path`.
  func place(_ place: ListPlace, of path: String) -> ArticlePlace {
    let (name, number) = (FilePath.name(of: path), place.number)
    let words = place == .line(number) ? "line \(number)" : "element \(number)"
    return isOfSeveral
      ? ArticlePlace(
        place: place, name: name, id: .string("\(path)#\(number)"),
        unread: .string("\(path) \(words)"))
      : ArticlePlace(
        place: place, name: name, id: .integer(Int64(number)), unread: .string(words))
  }

  /// The document of `element`, which stands at `place`.
  func document(_ place: ArticlePlace, _ element: JSONElements.Element) -> CorpusDocument {
    do throws(CorpusLine.Refused) {
      let record = try CorpusLine(element, field: reading.extent.field)
      return CorpusDocument(id: record.id ?? place.id, content: content(of: record, place))
    } catch {
      return CorpusDocument(
        id: error.id ?? place.unread, content: .failure(.noArticle(place.place, error.reason)))
    }
  }

  /// The article of `record`; one in HTML by its words, as everywhere else.
  private func content(
    of record: CorpusLine, _ place: ArticlePlace
  ) -> Result<Document, CorpusFailure> {
    guard ArticleRecord.isMarkup(record.text) else {
      let text = DecodedText(record.text)
      if text.isBlank { return .failure(.empty(place.place)) }
      let hash = DocumentLoader.contentHash(of: text)
      return .success(Document(text: text, name: place.name, contentHash: hash))
    }
    do throws(DocumentError) {
      return .success(
        try DocumentLoader.document(
          ofStream: Array(record.text.utf8), isWhole: true, name: place.name, encoding: "utf-8",
          extent: .wholePage))
    } catch {
      return .failure(.file(error))
    }
  }

  /// Hands over the articles of `list`, which is in the file at `path`.
  ///
  /// - Complexity: O(*n*).
  func articles(
    of list: ArticleText, path: String, _ take: (CorpusDocument) -> Bool
  ) -> Bool {
    for item in list.articles {
      if !take(document(place(item.place, of: path), item.element)) { return false }
    }
    return !list.isDamaged || take(damaged(path))
  }

  /// That the file at `path` is cut or damaged.
  func damaged(_ path: String) -> CorpusDocument {
    CorpusDocument(
      id: .string(path), content: .failure(.file(.damaged(FilePath.name(of: path)))))
  }
}
