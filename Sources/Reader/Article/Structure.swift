import ArabicText
import Interface
import Screen

extension ReaderState {
  /// What the file tells beside the text; `nil` for plain text.
  package var structure: DocumentStructure? { article.document.structure }

  /// What `paragraph` is, where it is more than running text.
  func block(of paragraph: Paragraph) -> DocumentStructure.Block? {
    guard let structure else { return nil }
    return structure.block(at: paragraph.start)
  }

  /// Whether `paragraph` is the headline or another heading.
  func isHeading(_ paragraph: Paragraph) -> Bool {
    if case .heading? = block(of: paragraph)?.kind { return true }
    return isHeadline(paragraph)
  }

  /// The role of the words of `paragraph`.
  func role(of paragraph: Paragraph) -> Role {
    if isHeading(paragraph) { return .title }
    return switch block(of: paragraph)?.kind {
    case .caption: .margin
    case .quotation: .quoteBlock
    default: .text
    }
  }

  /// The columns that `paragraph` stands in from both sides of the page, as words that are set apart do.
  func indent(of paragraph: Paragraph) -> Int {
    let room = arrangement.article.size.columns
    guard room >= 30 else { return 0 }
    return switch block(of: paragraph)?.kind {
    case .quotation: 4
    case .code: 2
    default: 0
    }
  }

  /// The columns by which the lines of `paragraph` behind the first stand further in: an item of a list goes on
  /// below its own words, not below its sign or number, and so does one that somebody has typed as running text.
  func hang(of paragraph: Paragraph) -> Int {
    guard !paragraph.continuesLine else { return 0 }
    let scalars = text.scalars(in: paragraph.content).lazy.map(\.value)
    return switch block(of: paragraph)?.kind {
    case .item: ItemSign(scalars).columns
    case nil: ItemSign(typed: scalars).columns
    default: 0
    }
  }

  /// The column of the screen at which the lines of `paragraph` begin on the left.
  func column(of paragraph: Paragraph) -> Int {
    arrangement.article.column + indent(of: paragraph)
  }

  /// Whether no blank row parts `paragraph` from `next`: items of one list, rows of one table, lines of one
  /// program.
  func isTight(_ paragraph: Paragraph, before next: Paragraph) -> Bool {
    switch (block(of: paragraph)?.kind, block(of: next)?.kind) {
    case (.item, .item), (.row, .row), (.code, .code): true
    default: false
    }
  }

  /// Shows the headings, to go to one of them.
  mutating func openContents() {
    guard let list = Chooser(headingsOf: self) else {
      notice = Notice(.noContents)
      return
    }
    modes.push(list)
  }

  /// Shows the links, to open one or to copy its address.
  mutating func openLinks() {
    guard let list = Chooser(linksOf: self) else {
      notice = Notice(.noLinks)
      return
    }
    modes.push(list)
  }

  /// Asks for where `link` leads to be opened.
  mutating func open(_ link: DocumentStructure.Link) -> [Effect] {
    guard let address = structure?.address(of: link) else {
      notice = Notice(.linkLeadsNowhere, .text(String(link.target.prefix(300))), isError: true)
      return []
    }
    return [.openLink(address)]
  }

  /// Brings the line at `offset` to the top, with a place to go back to.
  mutating func goToLine(at offset: TextOffset) {
    if article.filter != nil { liftFilter() }
    remember()
    article.top = min(row(showing: offset), lowestTop)
  }

  /// Asks for all of the page instead of the article, or the other way round.
  mutating func toggleWholePage() -> [Effect] {
    // Other formats than pages do not tell how much of them an article is.
    guard let structure, structure.share != nil, !structure.warnings.contains(.noArticle) else {
      notice = Notice(.noMoreToShow)
      return []
    }
    return [.read(whole: !structure.isWhole)]
  }
}
