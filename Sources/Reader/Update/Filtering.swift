import ArabicText

extension ReaderState {
  /// Shows only the paragraphs that hold what was typed, or again all.
  mutating func acceptFilter(_ prompt: Prompt) -> [Effect] {
    guard !prompt.text.isEmpty else {
      isFiltering = false
      keepingPlace { $0.filter = nil }
      return [.cancelFilter]
    }
    guard let pattern = Self.pattern(prompt.text) else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    // What was shown stays until the new paragraphs are found.
    let shown = filter?.paragraphs
    filter = FilterState(pattern: pattern, text: prompt.text, paragraphs: shown)
    isFiltering = true
    return [.filter(FilterRequest(pattern: pattern))]
  }

  /// Takes in which paragraphs are to be shown; an answer that is no longer wanted changes nothing.
  mutating func take(_ paragraphs: [Paragraph], of request: FilterRequest) {
    guard let filter, filter.pattern == request.pattern, isFiltering else { return }
    isFiltering = false
    if paragraphs.isEmpty {
      keepingPlace { $0.filter = nil }
      notice = Notice(.notFound, .text(filter.text), isError: true)
    } else {
      keepingPlace { $0.filter?.paragraphs = paragraphs }
      // From here on the place is what is seen now.
      anchor = nil
    }
  }

  /// Shows all paragraphs again, because one is asked for that was not shown.
  mutating func liftFilter() {
    isFiltering = false
    keepingPlace { $0.filter = nil }
    notice = Notice(.filterLifted)
  }
}
