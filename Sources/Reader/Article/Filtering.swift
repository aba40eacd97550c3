import ArabicText
import Interface

extension ReaderState {
  /// Shows only the paragraphs that hold `typed`, or again all where nothing was typed.
  mutating func acceptFilter(_ typed: String) -> [Effect] {
    guard !typed.isEmpty else {
      keepingPlace { $0.article.filter = nil }
      return [.cancelFilter]
    }
    guard let pattern = pattern(typed) else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    // What was shown stays until the new paragraphs are found.
    article.filter = FilterState(
      pattern: pattern, text: typed, paragraphs: article.filter?.paragraphs, isRunning: true)
    return [.filter(FilterRequest(pattern: pattern))]
  }

  /// Takes over which paragraphs are to be shown; an answer that is no longer wanted changes nothing.
  mutating func handle(_ paragraphs: [Paragraph], of request: FilterRequest) {
    guard let filter = article.filter, filter.pattern == request.pattern, filter.isRunning else {
      return
    }
    if paragraphs.isEmpty {
      keepingPlace { $0.article.filter = nil }
      notice = Notice(.notFound, .text(filter.text), isError: true)
    } else {
      keepingPlace { state in
        state.article.filter?.paragraphs = paragraphs
        state.article.filter?.isRunning = false
      }
      // From here on the place is what is seen now.
      article.anchor = nil
    }
  }

  /// Shows all paragraphs again, because one is asked for that was not shown.
  mutating func liftFilter() {
    keepingPlace { $0.article.filter = nil }
    notice = Notice(.filterLifted)
  }
}
