import ArabicText
import Screen

extension ReaderState {
  /// Opens the line in which a search is typed.
  mutating func openPrompt() {
    prompt = Prompt(origin: Jump(place, selection: selection), search: search)
  }

  /// Takes a key while a search is being typed; what is typed so far is searched for at once.
  mutating func type(_ key: Key) -> [Effect] {
    switch key {
    case .escape, .control("g"), .control("c"):
      return leavePrompt()
    case .enter:
      return acceptPrompt()
    case .backspace:
      guard let text = prompt?.text, !text.isEmpty else { return leavePrompt() }
      // The last scalar, not the last character: a mark is taken off before its letter.
      prompt?.text.unicodeScalars.removeLast()
    case .control("u"):
      prompt?.text = ""
    case .character(let character):
      prompt?.text.append(character)
    default:
      return []
    }
    return searchForPrompt()
  }

  /// Goes back to where the search was begun.
  private mutating func leavePrompt() -> [Effect] {
    guard let prompt else { return [] }
    search = prompt.search
    goBack(to: prompt.origin)
    selection = prompt.origin.selection
    self.prompt = nil
    return [.cancelSearch]
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
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

  private mutating func searchForPrompt() -> [Effect] {
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
  private static func pattern(_ text: String) -> FoldedPattern? {
    text.hasPrefix("\"")
      ? FoldedPattern(String(text.dropFirst()), folding: .controls) : FoldedPattern(text)
  }

  /// Goes to the next or previous hit of the last search.
  mutating func searchAgain(_ step: Step) -> [Effect] {
    guard search != nil else {
      notice = Notice(.nothingSearchedYet, .key(keymap.key(for: .search)))
      return []
    }
    let visible = visibleSpan
    if let selection, case .match(let span) = selection, span.overlaps(visible) {
      return request(step, from: step == .forward ? span.upper : span.lower)
    }
    return request(step, from: step == .forward ? visible.lower : visible.upper)
  }

  private mutating func request(_ step: Step, from start: TextOffset) -> [Effect] {
    guard let pattern = search?.pattern else { return [] }
    search?.isRunning = true
    search?.order = nil
    return [
      .search(SearchRequest(pattern: pattern, start: start, isBackward: step == .backward))
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
    return [.countHits(HitCount(pattern: request.pattern, hit: hit))]
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
