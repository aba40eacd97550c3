import ArabicText
import Interface

extension ReaderState {
  /// Asks the library; from an article, over the list of articles.
  mutating func ask(_ question: LibraryQuestion) -> [Effect] {
    isRoom ? show(question, from: nil) : [.openLibrary(question)]
  }

  /// Asks who speaks of whom: in the articles that are listed, where these are not all.
  mutating func askWhoSpeaks(_ line: String = "") -> [Effect] {
    let listed = line.isEmpty ? modes.first(Room.self)?.filtered : nil
    return ask(.speakers(line, of: listed))
  }

  /// Shows the page of a question that was asked in the article of number `origin`, or in the list.
  mutating func show(_ question: LibraryQuestion, from origin: Int?) -> [Effect] {
    modes.push(LibraryPage(question, from: origin))
    return [.ask(question)]
  }

  /// Goes to what `row` of the answer to `page` leads to.
  mutating func follow(_ row: LibraryRow, of page: LibraryQuestion? = nil) -> [Effect] {
    switch row.target {
    case .article(let id, let passage): [.openFound(id, passage)]
    case .question(let question): ask(question.inside(page))
    case nil: []
    }
  }

  /// Takes over what the library has answered to `question`.
  mutating func take(_ answer: LibraryAnswer, to question: LibraryQuestion) {
    switch answer {
    case .name(let record):
      let state = self
      modes.modify(Card.self) { $0.take(record, to: question, in: state) }
    case .names(let names): modes.modify(SameNamesPicker.self) { $0.take(names) }
    case .refused(let reason):
      if modes.first(LibraryPage.self)?.question == question { modes.closeLast(LibraryPage.self) }
      notify(Notice(reason, isError: true))
    case .found, .speakers:
      guard modes.first(LibraryPage.self)?.question == question else { return }
      modes.modify(LibraryPage.self) { $0.take(answer) }
    }
  }

  /// Does what `command` does in an answer of the library; `nil` where none is shown.
  mutating func performInLibrary(_ command: Command, times: Int?) -> [Effect]? {
    guard var page = modes.first(LibraryPage.self) else { return nil }
    let effects = page.perform(command, times: times, in: &self)
    modes.modify(LibraryPage.self) { if $0.question == page.question { $0 = page } }
    return effects
  }

  /// Selects what a library has found in this article and shows it.
  ///
  /// - Complexity: O(*n*) in the text.
  mutating func select(_ passage: FoundPassage) {
    guard let span = place(of: passage) else {
      notify(Notice(.libraryChanged, isError: true))
      return
    }
    article.selection = .match(span)
    show(span)
  }

  /// Where `passage` stands: at its place, or where the same words are in a text that has changed since.
  private func place(of passage: FoundPassage) -> TextSpan? {
    let counter = ScalarCounter(text)
    let bounds = [passage.range.lowerBound, passage.range.upperBound].compactMap {
      counter.textOffset(of: ScalarOffset($0))
    }
    let wanted = Folding.search.fold(passage.found)
    if bounds.count == 2, bounds[0] < bounds[1] {
      let span = TextSpan(bounds[0], bounds[1])
      if Self.words(text.string(in: span)) == Self.words(passage.found) { return span }
    }
    return wanted.isEmpty
      ? nil : FoldedPattern(passage.found)?.matches(in: text, span: text.span).first
  }

  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
