import ArabicText

/// A text that was made of another format, with what is known beside it.
struct ExtractedText {
  /// The text in UTF-8, one paragraph a line.
  private(set) var bytes: [UInt8] = []
  /// What is known beside it; its spans are of ``bytes``.
  var structure: DocumentStructure
  /// The charset that the file was in.
  var charset: Charset

  /// No text yet.
  init(_ structure: DocumentStructure, charset: Charset = .utf8) {
    (self.structure, self.charset) = (structure, charset)
  }

  /// Adds a line, which is of the given kind; `nil` for running text.
  ///
  /// - Parameters:
  ///   - line: its words in UTF-8.
  ///   - kind: what they are.
  ///   - links: the links in it, by where they stand in `line`.
  ///   - marker: what stands before an item; `nil` for what goes on with the one before.
  mutating func append(
    _ line: some Collection<UInt8>, _ kind: DocumentStructure.Block.Kind? = nil,
    links: [HTMLBlock.Link] = [], marker: String? = "• "
  ) {
    if !bytes.isEmpty { bytes.append(0x0A) }
    let start = bytes.count
    if case .item(let depth)? = kind {
      bytes += Array(String(repeating: "  ", count: max(0, min(depth, 8) - 1)).utf8)
      bytes += Array((marker ?? "  ").utf8)
    }
    let words = bytes.count
    bytes += line
    if let kind {
      structure.blocks.append(.init(kind, TextSpan(utf8: start..<bytes.count)))
    }
    for link in links where !link.target.isEmpty {
      let span = TextSpan(utf8: words + link.range.lowerBound..<words + link.range.upperBound)
      structure.links.append(.init(span, to: link.target))
    }
  }

  /// Adds the words of a block; a heading is of the level `highest` at least.
  mutating func append(_ block: HTMLBlock, highest: Int = 1) {
    var kind = HTMLDocument.kind(block)
    if case .heading(let level)? = kind { kind = .heading(level: max(highest, level)) }
    append(block.bytes, kind, links: block.links, marker: block.marker)
  }

  /// Takes the heading that the text begins with for its title, where nothing else told one.
  mutating func takeTitle() {
    guard structure.title == nil, let first = structure.blocks.first,
      first.kind == .heading(level: 1), first.span.lower.utf8 == 0
    else { return }
    structure.title = HTMLMetadata.plain(
      String(decoding: bytes[..<first.span.upper.utf8], as: UTF8.self))
  }

  /// Notes what a person has to know of what was left out, once.
  mutating func warn(_ warnings: [DocumentStructure.Warning]) {
    for warning in warnings where !structure.warnings.contains(warning) {
      structure.warnings.append(warning)
    }
  }

  /// Brings each line from the order in which it is seen into that of reading.
  mutating func turnLines() {
    let turned = bytes.withUnsafeBufferPointer { VisualOrder.logical($0).text(from: 0) }
    bytes = turned.withUTF8 { Array($0) }
    structure.links = []
  }

  /// The least letters that tell, and the least of what is more than a word: judgements; the longest words of
  /// Arabic have some fifteen.
  private static let (leastLetters, longestWord) = (200, 30)

  /// Whether half of the Arabic letters stand in what is too long to be a word.
  ///
  /// - Complexity: O(*n*).
  var isGlued: Bool {
    var (letters, glued, run) = (0, 0, 0)
    func endRun() {
      letters += run
      if run >= Self.longestWord { glued += run }
      run = 0
    }
    for byte in bytes {
      if (0xD8...0xDB).contains(byte) {
        run += 1
      } else if byte < 0x80 {
        endRun()
      }
    }
    endRun()
    return letters >= Self.leastLetters && glued * 2 > letters
  }

  /// The document, called `name`.
  func document(name: String) -> Document {
    let text = DecodedText(copying: bytes + (bytes.isEmpty ? [] : [0x0A]))
    return Document(
      text: text, name: name, charset: charset.name,
      contentHash: DocumentLoader.contentHash(of: text, by: structure.extractor),
      structure: structure)
  }
}
