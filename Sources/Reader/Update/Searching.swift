import ArabicText
import Interface
import Screen

extension ReaderState {
  /// Goes back to where the search was begun.
  mutating func leaveSearch(_ prompt: Prompt) -> [Effect] {
    search = prompt.search
    goBack(to: prompt.origin)
    selection = prompt.origin.selection
    return [.cancelSearch]
  }

  /// Keeps what the search has found.
  mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
    if prompt.text.isEmpty {
      search = prompt.search
      return searchAgain(.forward)
    }
    guard let search else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    if place != prompt.origin.place, jumps.last != prompt.origin { jumps.append(prompt.origin) }
    if search.hasFailed { tellOfFailure() }
    return []
  }

  /// Searches for what is typed so far.
  mutating func searchForPrompt() -> [Effect] {
    guard let prompt else { return [] }
    goBack(to: prompt.origin)
    guard let pattern = Self.pattern(prompt.text) else {
      search = nil
      selection = prompt.origin.selection
      return [.cancelSearch]
    }
    search = SearchState(pattern: pattern, text: prompt.text)
    return request(.forward, from: prompt.origin.place)
  }

  /// What is looked for: folded, or to the letter after a leading quotation mark.
  static func pattern(_ text: String) -> SearchPattern? {
    let pattern =
      text.hasPrefix("\"")
      ? FoldedPattern(String(text.dropFirst()), folding: .controls) : FoldedPattern(text)
    return pattern.map(SearchPattern.letters)
  }

  /// Looks for the next place of the name, or the words, that are selected.
  mutating func searchForName() -> [Effect] {
    guard let span = selection?.span else {
      notice = Notice(.selectFirst)
      return []
    }
    let name = search?.matching != nil && isHit(span) ? search?.text : nil
    return search(forName: name ?? document.text.string(in: span), from: span.upper)
  }

  private func isHit(_ span: TextSpan) -> Bool { selection == .match(span) }

  private mutating func search(forName name: String, from start: TextOffset) -> [Effect] {
    guard let pattern = matching.pattern(for: name) else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    search = SearchState(pattern: pattern, text: name, matching: matching)
    return request(.forward, from: start)
  }

  /// Looks for names more freely, or again exactly; a name that is looked for is looked for anew.
  mutating func cycleMatching() -> [Effect] {
    matching = matching.next
    notice = Notice(.matchingIs, .phrase(Phrase(matching.name)))
    guard let search, search.matching != nil else { return [] }
    return self.search(forName: search.text, from: selection?.span.lower ?? visibleSpan.lower)
  }

  /// Goes to the next or previous hit of the last search.
  mutating func searchAgain(_ step: Step, _ times: Int? = nil) -> [Effect] {
    guard search != nil else {
      notice = Notice(.nothingSearchedYet, .call(of: .search, in: keymap))
      return []
    }
    let visible = visibleSpan
    if let selection, case .match(let span) = selection, span.overlaps(visible) {
      return request(step, times, from: step == .forward ? span.upper : span.lower)
    }
    return request(step, times, from: step == .forward ? visible.lower : visible.upper)
  }

  private mutating func request(
    _ step: Step, _ times: Int? = nil, from start: TextOffset
  ) -> [Effect] {
    guard let pattern = search?.pattern else { return [] }
    search?.isRunning = true
    search?.order = nil
    return [
      .search(
        SearchRequest(
          pattern: pattern, filter: filter?.pattern, start: start, isBackward: step == .backward,
          times: times ?? 1))
    ]
  }

  /// Takes the end of a search in; one that is no longer wanted changes nothing.
  mutating func endSearch(_ request: SearchRequest, at hit: TextSpan?) -> [Effect] {
    guard search?.pattern == request.pattern, search?.isRunning == true else { return [] }
    search?.isRunning = false
    search?.hasFailed = hit == nil
    guard let hit else {
      if prompt == nil { tellOfFailure() }
      return []
    }
    selection = .match(hit)
    if prompt == nil { show(hit) } else { reveal(hit) }
    let wentRound = request.isBackward ? hit.lower >= request.start : hit.lower < request.start
    if wentRound {
      notice = Notice(request.isBackward ? .fromEndAgain : .fromStartAgain)
    }
    return [.countHits(HitCount(pattern: request.pattern, filter: request.filter, hit: hit))]
  }

  private mutating func tellOfFailure() {
    notice = Notice(.notFound, .text(search?.text ?? ""), isError: true)
  }

  /// Takes in which of how many hits the selected one is.
  mutating func take(_ order: HitOrder, of count: HitCount) {
    guard search?.pattern == count.pattern, selection == .match(count.hit) else { return }
    search?.order = order
  }
}
