import ArabicText

/// Makes a text of a page.
enum HTMLDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("html", version: 14)

  /// The text of `page`, which is in UTF-8.
  ///
  /// - Parameters:
  ///   - page: the bytes.
  ///   - format: the name of the format that the page came in.
  ///   - extent: the article, or the whole page.
  /// - Returns: the text, with what the page tells beside it.
  /// - Throws: ``MarkupParser/Failure``.
  /// - Complexity: O(*n*); 5 ms for a page of 100 KB.
  static func read(
    _ page: UnsafeBufferPointer<UInt8>, format: SourceFormat, _ extent: Extent
  ) throws(MarkupParser.Failure) -> ExtractedText {
    let tree = try MarkupParser.parse(page, as: .html, keeping: HTMLTag.keptDeep)
    var metadata = HTMLMetadata(of: tree)
    let marks = ElementMarks(of: tree)
    metadata.readLabels(of: tree, marks)
    var blocks = HTMLBlockReader.blocks(of: tree, marks)
    var finding = ArticleFinder.find(blocks, in: tree, marks, metadata)
    if finding == nil, tree.names.contains("noscript") {
      // The article may be there for those alone who run no scripts.
      let others = HTMLBlockReader.blocks(of: tree, marks, withoutScripts: true)
      finding = ArticleFinder.find(others, in: tree, marks, metadata)
      if finding != nil { blocks = others }
    }
    metadata.readSignature(of: blocks)
    metadata.readDateLine(of: blocks, finding, in: tree)
    var structure = DocumentStructure(format: format.rawValue, extractor: extractor)
    let headline = finding?.headline.map { blocks[$0].string }
    structure.title = finding?.isOwnTitle == true ? headline : metadata.title ?? headline
    structure.authors = metadata.authors
    structure.date = metadata.date
    structure.source = metadata.site
    structure.address = metadata.address
    structure.summary = metadata.summary
    structure.warnings = tree.warnings
    if finding == nil {
      let frame = tree.elements("frame").lazy.compactMap { tree[$0, "src"] }.first { _ in true }
      structure.warnings.append(frame.map { .frames(first: $0) } ?? .noArticle)
    }
    if extent.part == .article, let words = finding?.left, words > 0 {
      structure.warnings.append(.moreProse(words: words))
    }
    structure.isWhole = extent.part == .wholePage || finding == nil
    structure.share = structure.isWhole ? 1 : finding?.share
    var text = ExtractedText(structure)
    if extent.part == .article, let finding {
      write(finding, of: blocks, title: metadata.title, into: &text)
    } else {
      for block in blocks { text.append(block) }
    }
    return text
  }

  /// The blocks of a part of a page, which is `markup` in UTF-8: there is nothing around an article in it.
  ///
  /// - Returns: the blocks, and what has to be known of how they were read.
  /// - Throws: ``MarkupParser/Failure``.
  static func blocks(
    of markup: UnsafeBufferPointer<UInt8>
  ) throws(MarkupParser.Failure) -> (blocks: [HTMLBlock], warnings: [DocumentStructure.Warning]) {
    let tree = try MarkupParser.parse(markup, as: .html)
    return (HTMLBlockReader.blocks(of: tree, ElementMarks(of: tree)), tree.warnings)
  }

  /// Writes the headline and the blocks of an article.
  private static func write(
    _ finding: ArticleFinder.Finding, of blocks: [HTMLBlock], title: String?,
    into text: inout ExtractedText
  ) {
    let headline = finding.headline.map { blocks[$0].bytes } ?? title.map { Array($0.utf8) }
    if let headline, !headline.isEmpty { text.append(headline, .heading(level: 1)) }
    for index in finding.blocks {
      // The headline is the only one of its level.
      text.append(blocks[index], highest: 2)
    }
  }

  /// What a block is; `nil` for running text.
  static func kind(_ block: HTMLBlock) -> DocumentStructure.Block.Kind? {
    switch block.kind {
    case .paragraph: nil
    case .heading(let level): .heading(level: level)
    case .item(let depth): .item(depth: depth)
    case .quotation: .quotation
    case .caption: .caption
    case .row: .row
    case .code: .code
    }
  }
}
