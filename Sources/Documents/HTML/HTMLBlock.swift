/// Words of a page that stand together: a paragraph, a heading, an item of a list, a row of a table.
struct HTMLBlock: Sendable {
  /// What the words are.
  enum Kind: Hashable, Sendable {
    case paragraph
    /// A heading of a level from 1.
    case heading(Int)
    /// An item of a list, in lists of this many levels.
    case item(Int)
    case quotation
    case caption
    /// A row of a table, its cells between bars.
    case row
    /// A line that is set as it is typed.
    case code
  }

  /// A link in the words.
  struct Link: Hashable, Sendable {
    /// Where it stands in ``HTMLBlock/bytes``.
    var range: Range<Int>
    /// Where it leads, as it is written.
    var target: String

    /// The link where `count` bytes stand before the words.
    func moved(by count: Int) -> Self {
      Self(range: range.lowerBound + count..<range.upperBound + count, target: target)
    }
  }

  var kind = Kind.paragraph
  /// What stands before the words of an item: its number or a bullet; `nil` for what goes on with one.
  var marker: String?
  /// The words in UTF-8, with one space between two.
  var bytes: [UInt8] = []
  var links: [Link] = []
  /// The element that the words stand in, with others of their rank: of a paragraph what is around it.
  var container = 0
  /// The number of its first text in the tree.
  var node = 0
  /// Whether it stands in what its element or its name calls no part of the article.
  var isSurroundings = false
  /// Whether elements or roles say so, and not names alone, which may mean something else.
  var isSurelySurroundings = false
  /// The element around it, close to it, that calls itself a label: an author, a date, tags.
  var label: Int?
  /// Whether it is one of many short lines that stand together, as verses do; see ``Verses``.
  var isVerse = false
  /// Whether some of it has its reading beside it: words, and no label, however few they are.
  var hasRuby = false
  /// How many letters and signs it has, and how many of them in links.
  private(set) var length = 0
  private(set) var linkLength = 0
  /// How many words it has.
  private(set) var wordCount = 0
  /// How many signs part or end sentences.
  private(set) var signCount = 0

  /// Whether it stands in a label.
  var isLabel: Bool { label != nil }

  /// The share of links, 0 to 1.
  var linkShare: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }

  /// The words.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is a sentence at least, and not a link.
  var isProse: Bool {
    linkShare < 0.5 && (wordCount >= 12 || wordCount >= 6 && signCount > 0)
  }

  /// Whether it ends as sentences do: with a full stop, a question or quotation mark.
  var endsSentence: Bool {
    let bytes = bytesBeforeNotes
    guard let last = bytes.last else { return false }
    switch last {
    case 0x2E, 0x21, 0x3F, 0x22: return true
    // The Arabic question mark, the closing marks of French and English, the ellipsis, the Urdu stop.
    default: return ["؟", "»", "”", "…", "۔"].contains { bytes.hasSuffix($0) }
    }
  }

  /// The block where names of elements say nothing of it.
  func unnamed() -> HTMLBlock {
    var block = self
    block.isSurroundings = isSurelySurroundings
    return block
  }

  /// Counts what there is; to be called when ``bytes`` are complete.
  mutating func count() {
    (length, linkLength, wordCount, signCount) = (0, 0, 0, 0)
    var isInWord = false
    for byte in bytes {
      // The first byte of each scalar.
      if byte & 0xC0 != 0x80 { length += 1 }
      if byte == 0x20 {
        isInWord = false
      } else if !isInWord {
        (isInWord, wordCount) = (true, wordCount + 1)
      }
    }
    for link in links {
      linkLength += bytes[link.range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
    }
    // Full stop, comma, exclamation mark, colon at the end of a word; the Arabic comma, semicolon and
    // question mark anywhere.
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x2E, 0x2C, 0x21, 0x3A:
        if index + 1 == bytes.count || bytes[index + 1] == 0x20 { signCount += 1 }
      case 0x8C, 0x9B, 0x9F: if index > 0, bytes[index - 1] == 0xD8 { signCount += 1 }
      default: break
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with those of `text`.
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
