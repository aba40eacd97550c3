import Screen

extension ReaderState {
  /// Opens the line at the bottom of the screen.
  mutating func openPrompt(_ purpose: Prompt.Purpose) {
    prompt = Prompt(
      purpose: purpose, origin: Jump(place, selection: selection), search: search,
      theme: appearance.theme)
  }

  /// Takes a key while a line is typed.
  mutating func type(_ key: Key) -> [Effect] {
    guard let prompt else { return [] }
    switch key {
    case .escape, .control("g"): return leavePrompt()
    case .enter: return acceptPrompt()
    case .up, .control("p"): return recall(.backward)
    case .down, .control("n"): return recall(.forward)
    case .tab where prompt.purpose == .command: return complete(.forward)
    case .backTab where prompt.purpose == .command: return complete(.backward)
    case .backspace where prompt.text.isEmpty: return leavePrompt()
    case ":" where prompt.purpose == .command && prompt.text.isEmpty:
      openPalette()
      return []
    default:
      guard self.prompt?.edit(key) == true else { return [] }
      self.prompt?.completion = nil
      self.prompt?.recall = nil
      return promptChanged()
    }
  }

  /// Acts upon what is typed so far.
  private mutating func promptChanged() -> [Effect] {
    switch prompt?.purpose {
    case .search: searchForPrompt()
    case .command: previewTheme()
    case .filter, nil: []
    }
  }

  private mutating func leavePrompt() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    switch prompt.purpose {
    case .search: return leaveSearch(prompt)
    case .command:
      if let theme = prompt.theme { appearance.theme = theme }
      return []
    case .filter: return []
    }
  }

  private mutating func acceptPrompt() -> [Effect] {
    guard let prompt else { return [] }
    self.prompt = nil
    var effects: [Effect] = []
    if !prompt.text.isEmpty {
      let entry = History.Entry(prompt.purpose, prompt.text)
      history.add(entry)
      effects.append(.keepHistory(entry))
    }
    switch prompt.purpose {
    case .search: return effects + acceptSearch(prompt)
    case .filter: return effects + acceptFilter(prompt)
    case .command:
      if let theme = prompt.theme { appearance.theme = theme }
      return effects + run(line: prompt.text)
    }
  }

  /// Shows an earlier line that begins with what was typed, or a later one.
  private mutating func recall(_ step: Step) -> [Effect] {
    guard let prompt else { return [] }
    let draft = prompt.recall?.draft ?? prompt.text
    let lines = history.lines(for: prompt.purpose, beginningWith: draft)
    let index = (prompt.recall?.index ?? -1) + (step == .backward ? 1 : -1)
    guard index < lines.count, index >= -1 else { return [] }
    self.prompt?.recall = index < 0 ? nil : Recall(index: index, draft: draft)
    self.prompt?.text = index < 0 ? draft : lines[index]
    self.prompt?.completion = nil
    return promptChanged()
  }

  /// Puts the next thing that the word at the end may become in its place.
  private mutating func complete(_ step: Step) -> [Effect] {
    guard let prompt else { return [] }
    guard var completion = prompt.completion ?? self.completion(of: prompt.text) else { return [] }
    completion.step(step)
    self.prompt?.text = completion.text
    // A single candidate is taken for good, so that the next Tab completes what follows it.
    self.prompt?.completion = completion.candidates.count > 1 ? completion : nil
    self.prompt?.recall = nil
    return promptChanged()
  }
}
