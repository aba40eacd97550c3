import ArabicText
import EntityModel

/// A name of the user's list that is found in a text.
struct UserNameMatch {
  var words: Range<Int>
  /// Where it begins, behind the clitics of the first word.
  var start: TextOffset
  var entry: UserNames.Entry
  /// Whether a name of these words that is found to be something else keeps its kind.
  var leavesFound = false

  /// The name to take where the analysis found `choice` at the same word.
  func over(_ choice: NameCandidate?, in text: ParagraphWords) -> NameCandidate? {
    if let choice, holds(choice, in: text) { return choice }
    guard let kind = entry.kind else { return leavesFound ? placed(choice) : nil }
    if leavesFound, let other = placed(choice), other.kind != kind { return other }
    var found = NameCandidate(words: words, start: start, kind: kind, confidence: 1, rule: .own)
    if let choice, choice.kind == kind {
      found.agreement = choice.agreement
      found.classWord = choice.classWord
    }
    found.canonical = entry.canonical
    return found
  }

  /// Whether `choice` is a longer name: a single word of the list may be part of any; several are a
  /// whole name, which goes on only with what can be part of one.
  private func holds(_ choice: NameCandidate, in text: ParagraphWords) -> Bool {
    guard choice.words.upperBound > words.upperBound else { return false }
    guard words.count > 1 else { return true }
    guard let next = text.plain(words.upperBound) else { return true }
    return next.hasArticle || !next.classes.isDisjoint(with: [.link, .kunya, .abd])
      || next.kinds.isCertainPart && next.kinds.contains(.surname)
  }

  /// `choice` where it is of the same words, beginning where the list says that the name begins.
  private func placed(_ choice: NameCandidate?) -> NameCandidate? {
    guard var choice, choice.words == words else { return nil }
    choice.start = start
    return choice
  }

  /// What is left of `choice`, which begins before this name, where this one is no part of it: it goes on
  /// behind it, or begins behind a clitic, which no later word of a name has.
  func cutting(_ choice: NameCandidate, in text: ParagraphWords) -> NameCandidate? {
    let isPart =
      words.upperBound <= choice.words.upperBound
      && start == text.words[words.lowerBound].span.lower
    guard words.count > 1, !isPart else { return nil }
    var cut = choice
    cut.words = choice.words.lowerBound..<words.lowerBound
    cut.resume = cut.words.upperBound
    return cut
  }
}
