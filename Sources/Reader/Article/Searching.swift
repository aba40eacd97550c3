import ArabicAnalysis
import ArabicText
import Interface

extension ReaderState {
  /// Goes back to where the search was begun.
  mutating func leaveSearch(_ prompt: Prompt) -> [Effect] {
    article.search = prompt.search
    article.search?.isRunning = false
    goBack(to: prompt.origin)
    article.selection = prompt.origin.selection
    return [.cancelSearch]
  }

  /// Keeps what the search has found.
  mutating func acceptSearch(_ prompt: Prompt) -> [Effect] {
    if prompt.text.isEmpty {
      article.search = prompt.search
      return searchAgain(.forward)
    }
    guard let search = article.search else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    if place != prompt.origin.place, article.jumps.last != prompt.origin {
      article.jumps.append(prompt.origin)
    }
    if search.hasFailed { tellOfFailure() }
    return []
  }

  /// Searches for what is typed so far.
  mutating func search(for prompt: Prompt) -> [Effect] {
    goBack(to: prompt.origin)
    guard let pattern = pattern(prompt.text) else {
      article.search = nil
      article.selection = prompt.origin.selection
      return [.cancelSearch]
    }
    article.search = SearchState(pattern: pattern, text: prompt.text)
    return request(.forward, from: prompt.origin.place)
  }

  /// What is looked for: folded, or to the letter after a leading quotation mark.
  func pattern(_ text: String) -> SearchPattern? {
    text.hasPrefix("\"")
      ? FoldedPattern(String(text.dropFirst()), folding: .controls).map(SearchPattern.letters)
      : .folded(text, others: spellings(of: text))
  }

  /// `name` in the spellings that names of the article have with the same consonants.
  private func spellings(of name: String) -> [String] {
    let folded = Folding.search.fold(name)
    let wanted = folded.split(separator: " ").compactMap { word in
      NameSkeleton(word).map { (skeleton: $0, word: word) }
    }
    guard !wanted.isEmpty else { return [] }
    var found: [String] = []
    for entity in article.results.analysis.entities where entity.kind.isNamed {
      // The first mentions have the spellings that a paper uses.
      for mention in entity.mentions.prefix(Self.mostMentions) {
        for word in Folding.search.fold(text.string(in: mention.span)).split(separator: " ") {
          guard let skeleton = NameSkeleton(word) else { continue }
          for (other, asked) in wanted where other == skeleton && asked != word {
            let spelling = folded.replacing(asked, with: word)
            if !found.contains(spelling) { found.append(spelling) }
          }
        }
      }
    }
    return found
  }

  private static let mostMentions = 20

  /// Looks for the next place of the name, or the words, that are selected.
  mutating func searchForName() -> [Effect] {
    guard let span = article.selection?.span else {
      notice = Notice(
        .selectFirst, .call(of: .nextEntity, in: keymap), .call(of: .nextQuotation, in: keymap))
      return []
    }
    let name = article.search?.matching != nil && isHit(span) ? article.search?.text : nil
    return search(forName: name ?? written(at: span), from: span.upper)
  }

  private func isHit(_ span: TextSpan) -> Bool { article.selection == .match(span) }

  private mutating func search(forName name: String, from start: TextOffset) -> [Effect] {
    guard let pattern = preferences.matching.pattern(for: name, others: spellings(of: name)) else {
      notice = Notice(.onlyMarksTyped, isError: true)
      return []
    }
    article.search = SearchState(pattern: pattern, text: name, matching: preferences.matching)
    return request(.forward, from: start)
  }

  /// Looks for names more freely, or again exactly; a name that is looked for is looked for anew.
  mutating func cycleMatching() -> [Effect] {
    preferences.matching = preferences.matching.next
    notice = Notice(.matchingIs, .phrase(Phrase(preferences.matching.name)))
    guard let search = article.search, search.matching != nil else { return [] }
    return self.search(
      forName: search.text, from: article.selection?.span.lower ?? visibleSpan.lower)
  }

  /// Goes to the next or previous hit of the last search, also of one that was ended.
  mutating func searchAgain(_ step: Step, _ times: Int? = nil) -> [Effect] {
    article.search = article.search ?? article.endedSearch
    guard article.search != nil else {
      notice = Notice(.nothingSearchedYet, .call(of: .search, in: keymap))
      return []
    }
    let visible = visibleSpan
    if case .match(let span) = article.selection, span.overlaps(visible) {
      return request(step, times, from: step == .forward ? span.upper : span.lower)
    }
    if let caret = caretOnScreen {
      return request(step, times, from: step == .forward ? cluster(at: caret).upper : caret)
    }
    return request(step, times, from: step == .forward ? visible.lower : visible.upper)
  }

  private mutating func request(
    _ step: Step, _ times: Int? = nil, from start: TextOffset
  ) -> [Effect] {
    guard let pattern = article.search?.pattern else { return [] }
    article.search?.isRunning = true
    article.search?.order = nil
    return [
      .search(
        SearchRequest(
          pattern: pattern, filter: article.filter?.pattern, start: start,
          isBackward: step == .backward,
          times: times ?? 1))
    ]
  }

  /// Takes over what a search has found; one that is no longer wanted changes nothing.
  mutating func endSearch(_ request: SearchRequest, at hit: TextSpan?) -> [Effect] {
    guard article.search?.pattern == request.pattern, article.search?.isRunning == true else {
      return []
    }
    article.search?.isRunning = false
    article.search?.hasFailed = hit == nil
    guard let hit else {
      if !modes.contains(Prompt.self) { tellOfFailure() }
      return []
    }
    article.selection = .match(hit)
    if modes.contains(Prompt.self) { reveal(hit) } else { show(hit) }
    let wentRound = request.isBackward ? hit.lower >= request.start : hit.lower < request.start
    if wentRound {
      notice = Notice(request.isBackward ? .fromEndAgain : .fromStartAgain)
    }
    return [.countHits(HitCount(pattern: request.pattern, filter: request.filter, hit: hit))]
  }

  private mutating func tellOfFailure() {
    notice = Notice(.notFound, .text(article.search?.text ?? ""), isError: true)
  }

  /// Takes over which of how many hits the selected one is.
  mutating func handle(_ order: HitOrder, of count: HitCount) {
    guard article.search?.pattern == count.pattern, article.selection == .match(count.hit) else {
      return
    }
    article.search?.order = order
  }
}
