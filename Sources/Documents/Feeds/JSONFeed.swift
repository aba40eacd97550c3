import ArabicText
import Platform

/// Makes a text of a feed in JSON (JSON Feed 1.1, jsonfeed.org).
enum JSONFeed {
  /// The text of `feed`, which is in UTF-8.
  ///
  /// - Throws: ``DocumentError`` where it is no JSON, or libxml2 is missing for the markup in it.
  /// - Complexity: O(*n*).
  static func read(
    _ feed: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> ExtractedText {
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: String(decoding: feed, as: UTF8.self))
    } catch {
      if error.isTooDeep { throw .tooDeep(name, levels: JSON.deepest) }
      throw .notJSON(name, byte: error.byte + 1)
    }
    var structure = DocumentStructure(format: "feed", extractor: FeedDocument.extractor)
    structure.title = json["title"]?.string
    structure.address = json["home_page_url"]?.string
    structure.summary = json["description"]?.string
    var text = ExtractedText(structure)
    do throws(MarkupParser.Failure) {
      try FeedDocument.write((json["items"]?.array ?? []).lazy.map(item), into: &text)
    } catch {
      throw DocumentError(error, name)
    }
    return text
  }

  private static func item(_ json: JSON) -> FeedItem {
    var item = FeedItem()
    (item.title, item.titleIsMarkup) = (json["title"]?.string ?? "", false)
    item.address = json["url"]?.string ?? json["external_url"]?.string
    item.key = json["id"].map { $0.string ?? $0.line } ?? item.address
    item.date = json["date_published"]?.string ?? json["date_modified"]?.string
    item.author = ArticleRecord.names(json["authors"] ?? json["author"])
    if let html = json["content_html"]?.string {
      item.body = html
    } else {
      item.paragraphs = ArticleRecord.lines((json["content_text"] ?? json["summary"])?.string ?? "")
    }
    return item
  }
}
