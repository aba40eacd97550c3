import ArabicText
import Platform

/// An item of a feed as an article by itself.
package struct FeedArticle: Sendable {
  /// Where the whole of it is, which names it; `nil` where the feed does not say.
  package var address: String?
  /// Where it begins in the text of the feed.
  package var start: TextOffset
  /// Its words, as they stand in the text of the feed.
  package var document: Document

  /// The items of `document`, in their order.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - formats: what has items: `feed`, and `jsonl` where articles in lines of JSON count as such.
  /// - Returns: the items; none of what is no feed.
  /// - Complexity: O(*n*).
  package static func all(in document: Document, _ formats: Set<String> = ["feed"]) -> [FeedArticle]
  {
    // An article in JSON that is alone has its title for itself.
    guard let structure = document.structure, formats.contains(structure.format),
      structure.format == "feed" || structure.title == nil
    else { return [] }
    let headings = structure.blocks.filter { $0.kind == .heading(level: FeedDocument.level) }
    let ends = headings.dropFirst().map(\.span.lower) + [document.text.span.upper]
    var links = structure.links[...]
    var blocks = structure.blocks[...]
    return zip(headings, ends).map { heading, end in
      let start = heading.span.lower
      let span = TextSpan(start, end)
      let moved = { (span: TextSpan) in
        TextSpan(utf8: span.lower.utf8 - start.utf8..<span.upper.utf8 - start.utf8)
      }
      links = links.drop { $0.span.lower < start }
      blocks = blocks.drop { $0.span.lower < start }
      var own = DocumentStructure(format: structure.format, extractor: structure.extractor)
      own.title = document.text.string(in: heading.span)
      own.links = links.prefix { span.contains($0.span) }.map {
        .init(moved($0.span), to: $0.target)
      }
      own.blocks = blocks.prefix { span.contains($0.span) }.map { .init($0.kind, moved($0.span)) }
      own.source = structure.sources[start] ?? structure.title
      own.authors = structure.itemAuthors[start].map { [$0] } ?? []
      own.date = own.blocks.first { $0.kind == .caption }.flatMap { caption in
        let facts = document.text.string(
          in: TextSpan(start + caption.span.lower.utf8, start + caption.span.upper.utf8))
        return facts.split(separator: " · ").first.map(String.init).flatMap {
          Timestamp(told: $0) == nil ? nil : $0
        }
      }
      let text = DecodedText(document.text.string(in: span))
      return FeedArticle(
        address: own.links.first { $0.span == moved(heading.span) }?.target,
        start: start,
        document: Document(
          text: text, name: document.name, charset: document.charset,
          contentHash: DocumentLoader.contentHash(of: text, by: structure.extractor), structure: own
        ))
    }
  }
}
