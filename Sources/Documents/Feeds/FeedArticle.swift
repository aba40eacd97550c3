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

  /// The items of `document`, in their order, as ``FeedArticles`` makes them.
  ///
  /// - Complexity: O(*n*).
  package static func all(in document: Document, _ formats: Set<String> = ["feed"]) -> [FeedArticle]
  {
    Array(FeedArticles(document, formats))
  }
}

/// The items of a feed, each of which is made an article when it is asked for: of 100,000 that takes memory.
package struct FeedArticles: RandomAccessCollection, Sendable {
  private let document: Document
  private let structure: DocumentStructure
  private let headings: [TextSpan]

  /// The items of `document`; none of what is no feed.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - formats: what has items: `feed`, and `jsonl` where articles in lines of JSON count as such.
  /// - Complexity: O(*n*) in what is told of the document.
  package init(_ document: Document, _ formats: Set<String> = ["feed"]) {
    self.document = document
    structure =
      document.structure ?? DocumentStructure(format: "text", extractor: .init("text", version: 1))
    // An article in JSON that is alone has its title for itself.
    let hasItems =
      formats.contains(structure.format)
      && (structure.format == "feed" || structure.title == nil)
    headings =
      hasItems
      ? structure.blocks.filter { $0.kind == .heading(level: FeedDocument.level) }.map(\.span) : []
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { headings.count }

  /// The index of the item in which `span` of the feed lies whole, and where that item begins; `nil` where none does.
  ///
  /// - Complexity: O(*n*).
  package func place(of span: TextSpan) -> (index: Int, start: TextOffset)? {
    guard let index = headings.lastIndex(where: { $0.lower <= span.lower }) else { return nil }
    let end = index + 1 < endIndex ? headings[index + 1].lower : document.text.span.upper
    return span.upper <= end ? (index, headings[index].lower) : nil
  }

  /// The item at `index`, from 0.
  ///
  /// - Complexity: O(log *n*) and O(*m*) in the item.
  package subscript(index: Int) -> FeedArticle {
    let start = headings[index].lower
    let end = index + 1 < headings.count ? headings[index + 1].lower : document.text.span.upper
    let span = TextSpan(start, end)
    let moved = { (span: TextSpan) in
      TextSpan(utf8: span.lower.utf8 - start.utf8..<span.upper.utf8 - start.utf8)
    }
    var own = DocumentStructure(format: structure.format, extractor: structure.extractor)
    own.title = document.text.string(in: headings[index])
    own.links = Self.part(of: structure.links, in: span, \.span).map {
      .init(moved($0.span), to: $0.target)
    }
    own.blocks = Self.part(of: structure.blocks, in: span, \.span).map {
      .init($0.kind, moved($0.span))
    }
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
    var article = Document(
      text: text, name: document.name, charset: document.charset,
      contentHash: DocumentLoader.contentHash(of: text, by: structure.extractor), structure: own)
    article.itemKey = structure.itemKeys[start]
    return FeedArticle(
      address: own.links.first { $0.span == moved(headings[index]) }?.target, start: start,
      document: article)
  }

  /// Those of `all`, which are in order, that are in `span`.
  private static func part<Element>(
    of all: [Element], in span: TextSpan, _ place: (Element) -> TextSpan
  ) -> ArraySlice<Element> {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if place(all[middle]).lower < span.lower { low = middle + 1 } else { high = middle }
    }
    return all[low...].prefix { span.contains(place($0)) }
  }
}
