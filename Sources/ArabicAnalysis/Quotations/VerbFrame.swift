import ArabicText

/// What a reporting word is followed by.
struct VerbFrame {
  /// What opens the content.
  enum Opening: String {
    case clause, colon, mark, said
  }

  var opening: Opening
  /// The word or sign that opens it.
  var index: Int
}

/// Looks behind a reporting word for what it reports.
struct VerbFrameFinder {
  let context: ReportContext
  let decision: MarkDecision

  private static let reach = 45

  /// The frame of `cue`, or `nil` where it reports nothing; and where the search ended.
  func frame(of cue: FoundCue) -> (frame: VerbFrame?, end: Int) {
    let finder = CueFinder(context: context)
    var index = cue.index + 1
    while index < context.count, index - cue.index < Self.reach,
      context.isSameSentence(cue.index, index)
    {
      if let mark = context.mark(openingAt: index) {
        if opens(mark, cue) { return (VerbFrame(opening: .mark, index: index), index) }
        index = max(mark.outer.upperBound, index + 1)
        continue
      }
      let sign = context.words.sign(index)
      if sign == 0x3A { return (VerbFrame(opening: .colon, index: index), index) }
      if SentenceSigns.isTerminator(sign) { return (nil, index) }
      if sign == 0, context.mention(at: index) == nil {
        if let reading = context.words.reading(index, of: .complementiser),
          reading.clitics == [] || reading.clitics.contains(.preposition)
            || reading.clitics.contains(.fa)
        {
          return (
            accepts(cue, clauseAt: index) ? VerbFrame(opening: .clause, index: index) : nil, index
          )
        }
        if context.words.isPlain(index, .said) {
          return (VerbFrame(opening: .said, index: index), index)
        }
        if let other = finder.cue(at: index), ends(cue, at: other) { return (nil, index) }
      }
      index += 1
    }
    return (nil, index)
  }

  /// Whether another reporting word takes over what follows.
  private func ends(_ cue: FoundCue, at other: FoundCue) -> Bool {
    if other.form.slot.isParticiple { return true }
    if other.form.strength == .weak, !other.isCoordinated {
      // "in a statement in which it came that": the nearer verb has its clause at once.
      return (other.index + 1...other.index + 2).contains {
        context.words.isPlain($0, .complementiser)
      }
    }
    return other.isCoordinated || other.form.strength == .strong
  }

  /// Whether the marked text is what the cue reports.
  private func opens(_ mark: MarkedText, _ cue: FoundCue) -> Bool {
    if decision.trigger(before: mark) != nil, context.length(mark.words) < 9 { return false }
    if decision.isName(mark) { return false }
    let length = context.length(mark.words)
    if cue.isPredicate { return length > 1 }
    if cue.form.frame.contains(.mark) || cue.form.strength == .strong { return length > 2 }
    return length > 4 && cue.form.strength != .weak
  }

  /// Homographs ("between", "across") report only where the clause follows at once.
  private func accepts(_ cue: FoundCue, clauseAt index: Int) -> Bool {
    guard cue.form.frame.contains(.clause) || cue.form.frame.contains(.preposition) else {
      return cue.form.strength != .weak
    }
    let distance = index - cue.index
    if cue.form.share < 0.3, cue.form.strength != .strong { return distance <= 12 }
    if cue.form.lemma == "بين" || cue.form.lemma == "عبر" { return distance <= 5 }
    return true
  }
}
