import ArabicText
import Screen

extension ReaderState {
  /// Takes a key while a line is being typed.
  mutating func type(_ key: Key) -> [Effect] {
    switch key {
    case .escape, .control("g"), .control("c"):
      prompt = nil
    case .enter:
      let text = prompt?.text ?? ""
      prompt = nil
      return startSearch(text)
    case .backspace:
      // The last scalar, not the last character: a mark is taken off before its letter.
      if prompt?.text.isEmpty ?? true { prompt = nil }
      _ = prompt?.text.unicodeScalars.popLast()
    case .control("u"):
      prompt?.text = ""
    case .character(let character):
      prompt?.text.append(character)
    default:
      break
    }
    return []
  }

  private mutating func startSearch(_ text: String) -> [Effect] {
    if text.isEmpty { return searchAgain(.forward) }
    guard let pattern = FoldedPattern(text) else {
      notice = Notice("nothing to search for: only marks were typed", isError: true)
      return []
    }
    search = SearchState(pattern: pattern, text: text, isRunning: false)
    return request(.forward, from: visibleSpan.lower)
  }

  /// Goes to the next or previous hit of the last search.
  mutating func searchAgain(_ step: Step) -> [Effect] {
    guard search != nil else {
      notice = Notice("nothing was searched for yet; / begins")
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
    let request = SearchRequest(pattern: pattern, start: start, isBackward: step == .backward)
    return [.search(request)]
  }

  /// Takes the end of a search in; one that is no longer wanted changes nothing.
  mutating func endSearch(_ request: SearchRequest, at hit: TextSpan?) {
    guard search?.pattern == request.pattern, search?.isRunning == true else { return }
    search?.isRunning = false
    guard let hit else {
      notice = Notice("not found: \(search?.text ?? "")", isError: true)
      return
    }
    selection = .match(hit)
    show(hit)
    let wentRound = request.isBackward ? hit.lower >= request.start : hit.lower < request.start
    if wentRound {
      notice = Notice(request.isBackward ? "from the end again" : "from the start again")
    }
  }
}
