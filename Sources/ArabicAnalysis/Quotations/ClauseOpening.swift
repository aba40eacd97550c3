import EntityModel

/// What a complementiser stands for where it is found.
enum ClauseOpening {
  /// No complementiser.
  case none
  /// It opens what is reported: قال إن, أفاد بأن.
  case content
  /// It belongs to a conjunction, a modal verb or a noun: بعد أن, يمكن أن. The search goes on behind it.
  case adjunct
  /// It belongs to an impersonal frame: يبدو أن. What follows is no report.
  case impersonal
}

extension MarkedParagraph {
  /// What the word at `index` opens.
  ///
  /// كان is no أن behind ك, and لأن gives a reason: of the proclitics only ف and ب may stand before it.
  func clauseOpening(at index: Int) -> ClauseOpening {
    guard index < count, let reading = words.reading(index, of: .complementiser),
      !reading.clitics.contains(.preposition),
      reading.clitics.isEmpty || reading.clitics.contains(.fa)
    else { return .none }
    guard index > 0, words.sign(index - 1) == 0, isSameSentence(index - 1, index) else {
      return .content
    }
    // على الرغم من أن, فضلا عن أن.
    if index > 1, words.isPlain(index - 1, .function),
      words.reading(index - 2, of: .subordinator) != nil,
      !words.isPlain(index - 2, .function)
    {
      return .adjunct
    }
    // The stem is looked at behind و and ف as well: وبعد أن, فيجب أن.
    for before in words.readings(of: index - 1) where !before.clitics.contains(.preposition) {
      guard before.clitics.isEmpty || before.clitics == .conjunction || before.clitics.contains(.fa)
      else { continue }
      if before.classes.contains(.subordinator) { return .adjunct }
      if before.classes.contains(.impersonal), !before.classes.contains(.cue) { return .impersonal }
    }
    return .content
  }

  /// Whether the word before `index` negates it.
  func isNegated(_ index: Int) -> Bool {
    guard index > 0, let last = words.plain(index - 1) else { return false }
    if last.classes.contains(.negation) { return true }
    return words.readings(of: index - 1).contains {
      $0.clitics == .conjunction && $0.classes.contains(.negation)
    }
  }
}
