import Interface

/// What is known of the article beside its text, over the whole screen.
struct Facts: ScrolledPage {
  var scroll = RowScroll()

  func told(in state: ReaderState) -> [ToldText] {
    let facts = DocumentFacts(of: state.article.document).rows.map { $0.string(in: state.language) }
    return [ToldText(text: state.string(.headingFacts), role: .paneHeading)]
      + facts.map { ToldText(text: $0, role: .help) }
  }
}
