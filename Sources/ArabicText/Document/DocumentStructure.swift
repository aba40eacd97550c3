/// What is known of a document beside its text, where it came from a format that tells it.
///
/// Spans are passages of the text of the document that has it; a text that is read anew has a
/// structure of its own.
package struct DocumentStructure: Hashable, Sendable {
  /// What made the text out of a file, with the version of its rules.
  ///
  /// Other rules may give other words for the same file, so notes know it as part of their text's key.
  package struct Extractor: Hashable, Sendable, CustomStringConvertible {
    /// Its name, as `html`.
    package var name: String
    /// The number of its rules, which grows whenever the same file may give another text.
    package var version: Int

    /// The extractor `name` in this version.
    package init(_ name: String, version: Int) { (self.name, self.version) = (name, version) }

    /// The name and the version, as `html/1`.
    package var description: String { "\(name)/\(version)" }
  }

  /// A passage that is more than running text.
  package struct Block: Hashable, Sendable {
    /// What a passage is.
    package enum Kind: Hashable, Sendable {
      /// A heading; its level counts from 1, the headline.
      case heading(level: Int)
      /// An item of a list, as deep as it has lists around it, from 1.
      case item(depth: Int)
      /// Words of somebody else, set apart.
      case quotation
      /// What stands under a picture or a table.
      case caption
      /// A row of a table, its cells between bars.
      case row
      /// A line of a program or of what is set as it is typed.
      case code
    }

    /// What it is.
    package var kind: Kind
    /// Where it stands: a whole line.
    package var span: TextSpan

    /// The passage `span` of the given kind.
    package init(_ kind: Kind, _ span: TextSpan) { (self.kind, self.span) = (kind, span) }
  }

  /// Words that lead somewhere.
  package struct Link: Hashable, Sendable {
    /// The words.
    package var span: TextSpan
    /// Where they lead, as it is written in the file.
    package var target: String

    /// The words `span`, which lead to `target`.
    package init(_ span: TextSpan, to target: String) { (self.span, self.target) = (span, target) }
  }

  /// Where a page of paper begins.
  package struct Page: Hashable, Sendable {
    /// Its number, from 1.
    package var number: Int
    /// Its first letter.
    package var start: TextOffset

    /// The page `number`, which begins at `start`.
    package init(_ number: Int, at start: TextOffset) {
      (self.number, self.start) = (number, start)
    }
  }

  /// Something that a person who reads the document has to know of how it was read.
  package enum Warning: Hashable, Sendable {
    /// The page holds no article, so all of its words are shown.
    case noArticle
    /// So many words of sentences that may be of the article stand outside of what was taken for it.
    case moreProse(words: Int)
    /// It has more elements than are read.
    case cut
    /// It takes longer to be read than is waited for; what stands behind is left out.
    case late
    /// Some of it stands inside more elements than so many, and is left out.
    case deep(levels: Int)
    /// So many pages of a book are missing or no pages, the first in this file; they are left out.
    case lostPages(count: Int, first: String)
    /// So many pages of a book are locked by who sold it, the first in this file; they are left out.
    case lockedPages(count: Int, first: String)
    /// The file ends before it should.
    case endsEarly
    /// It is not well-formed, so that some of it may be missing or stand at a wrong place.
    case illFormed
    /// The page is made of others, in files of their own, of which this is one.
    case frames(first: String)
    /// Of so many items the text is in other files.
    case textElsewhere(count: Int)
    /// The words stand without spaces between them.
    case gluedWords
    /// So many pages of a PDF are pictures, the first of this number.
    case picturePages(count: Int, first: Int)
    /// On so many pages of a PDF, the first of this number, lines stand upright and may be in no order.
    case turnedPages(count: Int, first: Int)
    /// On so many pages of a PDF, the first of this number, the columns are not told apart for sure.
    case unsureOrder(count: Int, first: Int)
    /// So many words of a PDF are printed over others, the first of them as this one.
    case printedOver(count: Int, example: String)
    /// So many words of a PDF may be others, as this one, for two of their letters stand either way round.
    case unsureLetters(count: Int, example: String)
    /// So many other pages are in the file, of which the first alone is read.
    case otherPages(count: Int)
    /// So many lines or elements of a list of articles are none, the first at this place; they are left out.
    case badItems(count: Int, first: ListPlace)
    /// What reads the format is not installed, so that its marks are shown as they are typed; the Debian
    /// package that has it.
    case unread(package: String)
    /// The file says that it is in one charset, and was read in another, which gives more Arabic.
    case charset(declared: String, used: String)
    /// What reads a PDF finds parts of it damaged, for this reason: words may be missing.
    case damaged(reason: String)
    /// The letters of a PDF have no text behind them, or a wrong one.
    case brokenLetters
    /// The pages of a PDF are pictures.
    case scanned
    /// The letters of a PDF come in the order in which they are seen.
    case reversed
    /// The vowel signs of a PDF may stand at wrong letters.
    case unsureTashkeel
  }

  /// The format of the file, as `html`, `mhtml` or `pdf`.
  package var format: String
  /// What made the text of it.
  package var extractor: Extractor
  /// The title.
  package var title: String?
  /// Who wrote it.
  package var authors: [String] = []
  /// When it was published, as it is written.
  package var date: String?
  /// The language as the file names it.
  package var language: String?
  /// The name of who published it.
  package var source: String?
  /// Where it was published.
  package var address: String?
  /// What it is about, in its own words.
  package var summary: String?
  /// Whether the text is all that the file has, and not the article alone.
  package var isWhole = true
  /// The share of the words of the file that the text has, 0 to 1; `nil` where that is not known.
  package var share: Double?
  /// The passages that are more than running text, in order.
  package var blocks: [Block] = []
  /// The links, in order.
  package var links: [Link] = []
  /// The pages of paper, in order.
  package var pages: [Page] = []
  /// Who published articles of a list, by where their titles begin.
  package var sources: [TextOffset: String] = [:]
  /// Who wrote articles of a list, by where their titles begin.
  package var itemAuthors: [TextOffset: String] = [:]
  /// What names articles of a list for ever, by where their titles begin.
  package var itemKeys: [TextOffset: String] = [:]
  /// What has to be known of how it was read.
  package var warnings: [Warning] = []

  /// The level of the headings of items.
  package static let itemLevel = 2

  /// How many items a feed or a list of articles has; `nil` of what has none.
  package var itemCount: Int? {
    guard format == "feed" || format == "jsonl" else { return nil }
    let count = blocks.count { $0.kind == .heading(level: Self.itemLevel) }
    return count > 0 ? count : nil
  }

  /// A structure with nothing but its origin.
  package init(format: String, extractor: Extractor) {
    (self.format, self.extractor) = (format, extractor)
  }

  /// The passage that the line with `offset` is; `nil` for running text.
  ///
  /// - Complexity: O(log *n*) in the passages.
  package func block(at offset: TextOffset) -> Block? {
    var (low, high) = (0, blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.upper < offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].span.lower <= offset else { return nil }
    return blocks[low]
  }

  /// Whether the line with `offset` is that below the title of an article in a list: its day, its author and what it
  /// is known by.
  ///
  /// - Complexity: O(log *n*) in the passages.
  package func tellsFacts(at offset: TextOffset) -> Bool {
    (format == "feed" || format == "jsonl") && block(at: offset)?.kind == .caption
  }

  /// The headings below the headline, which a table of contents lists.
  package var headings: [Block] {
    blocks.filter {
      guard case .heading(let level) = $0.kind else { return false }
      return level > 1 || $0.span.lower > .zero
    }
  }
}
