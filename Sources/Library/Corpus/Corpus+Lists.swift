import ArabicText
import Documents
import Platform

extension Corpus {
  /// Where an article stands in a file of several, and what it is called where it has no name.
  struct ArticlePlace {
    /// The number of its line, or of it in a list, counted from 1.
    var number: Int
    /// What the file is called in errors.
    var name: String
    /// What names it: its number, behind the path where there are other files.
    var id: JSON
    /// What names it where it is no article, and must not seem to be one that is called so.
    var unread: JSON
  }

  /// The place of the article `number` in the file at `path`.
  func place(_ number: Int, of path: String) -> ArticlePlace {
    let name = FilePath.name(of: path)
    return isOfSeveral
      ? ArticlePlace(
        number: number, name: name, id: .string("\(path)#\(number)"),
        unread: .string("\(path) line \(number)"))
      : ArticlePlace(
        number: number, name: name, id: .integer(Int64(number)), unread: .string("line \(number)"))
  }

  /// The document of what `read` gives at `place`.
  func document(
    _ place: ArticlePlace, _ read: () throws(CorpusLine.Refused) -> CorpusLine
  ) -> CorpusDocument {
    do throws(CorpusLine.Refused) {
      let record = try read()
      return CorpusDocument(id: record.id ?? place.id, content: content(of: record, place))
    } catch {
      return CorpusDocument(
        id: error.id ?? place.unread, content: .failure(.line(place.number, error.reason)))
    }
  }

  /// The article of `record`; one in HTML by its words, as everywhere else.
  private func content(
    of record: CorpusLine, _ place: ArticlePlace
  ) -> Result<Document, CorpusFailure> {
    guard ArticleRecord.isMarkup(record.text) else {
      let text = DecodedText(record.text)
      if text.utf8Count == 0 { return .failure(.emptyLine(place.number)) }
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

  /// Whether `document` is a list of articles, which JSON Lines are not by their bytes alone: an array, articles
  /// over several lines, lines in UTF-16.
  ///
  /// - Complexity: O(*n*) in its blocks.
  package static func isList(_ document: Document) -> Bool {
    document.structure.map { $0.format == "jsonl" && $0.itemCount ?? 0 > 1 } ?? false
  }

  /// The text of the list in the file at `path`, which is not packed.
  func listText(_ path: String) -> String? {
    let document = try? DocumentLoader.load(
      path: path, encoding: reading.encoding, extent: .plainText)
    return document.map { $0.text.string(in: $0.text.span) }
  }

  /// Hands over the articles of a list: `text` holds a value, several of them, or one in each line.
  ///
  /// - Complexity: O(*n*).
  func articles(in text: String, path: String, _ take: (CorpusDocument) -> Bool) -> Bool {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let field = reading.extent.field
    guard Self.holdRecords(lines, field) else {
      let values = JSON.values(in: text).values.flatMap(\.elements)
      return articles(values.enumerated(), path: path, take) { value throws(CorpusLine.Refused) in
        try CorpusLine(value, field: field)
      }
    }
    let written = lines.enumerated().lazy.filter { $0.element.contains { !$0.isWhitespace } }
    return articles(written, path: path, take) { line throws(CorpusLine.Refused) in
      try CorpusLine(line: Array(line.utf8), field: field)
    }
  }

  /// Whether each line is a value of its own: of the first ones half are articles, as in ``LineReader``.
  private static func holdRecords(_ lines: [Substring], _ field: String?) -> Bool {
    let written = lines.lazy.filter { $0.contains { !$0.isWhitespace } }
    guard let first = written.first, !first.hasPrefix("[") else { return false }
    let judged = written.prefix(16).map {
      (try? CorpusLine(line: Array($0.utf8), field: field)) != nil
    }
    let records = judged.count(where: \.self)
    return records > 0 && records * 2 >= judged.count
  }

  private func articles<Item>(
    _ items: some Sequence<(offset: Int, element: Item)>, path: String,
    _ take: (CorpusDocument) -> Bool, _ read: (Item) throws(CorpusLine.Refused) -> CorpusLine
  ) -> Bool {
    for (index, item) in items {
      let document = document(place(index + 1, of: path)) { () throws(CorpusLine.Refused) in
        try read(item)
      }
      if !take(document) { return false }
    }
    return true
  }
}
