import ArabicText
import Platform

/// Makes a text of articles in JSON, an object a line: each under a heading, so that the contents list them.
///
/// An array of such objects, or one that is written over several lines, is read as well.
enum ArticleList {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("jsonl", version: 4)

  /// The text of `lines`, which are in UTF-8.
  ///
  /// - Parameters:
  ///   - lines: the bytes.
  ///   - name: what the file is called in errors.
  ///   - field: the member that holds the text of an article; `nil` for one of the usual names.
  /// - Returns: the articles, one under the other.
  /// - Throws: ``DocumentError``: ``DocumentError/noArticles(_:field:)`` where no line is an article.
  /// - Complexity: O(*n*).
  static func read(
    _ lines: UnsafeBufferPointer<UInt8>, name: String, field: String?
  ) throws(DocumentError) -> ExtractedText {
    var records: [ArticleRecord] = []
    var bad: [ListPlace] = []
    let articles = ListedArticles(String(decoding: lines, as: UTF8.self), field: field)
    for item in articles {
      if let record = ArticleRecord(item.element, field: field) {
        records.append(record)
      } else {
        bad.append(item.place)
      }
    }
    guard !records.isEmpty else { throw .noArticles(name, field: field) }
    var structure = DocumentStructure(format: "jsonl", extractor: extractor)
    if let first = bad.first {
      structure.warnings.append(.badItems(count: bad.count, first: first))
    }
    structure.title = articles.name.flatMap(HTMLMetadata.plain)
    if records.count == 1 {
      structure.title = HTMLMetadata.plain(records[0].item.title)
      structure.date = records[0].item.date
      structure.authors = records[0].item.author.map { [$0] } ?? []
      structure.address = records[0].item.address
      structure.source = records[0].item.source
    }
    var text = ExtractedText(structure)
    do throws(MarkupParser.Failure) {
      for (index, record) in records.enumerated() {
        var item = record.item
        if item.title.isEmpty, records.count > 1 { item.title = String(index + 1) }
        try FeedDocument.write(item, level: records.count == 1 ? 1 : 2, into: &text)
      }
    } catch {
      throw DocumentError(error, name)
    }
    text.tellItemsApart()
    return text
  }
}
