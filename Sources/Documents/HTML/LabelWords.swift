/// What the words of a short line at the edge of an article say: a label, which tells who wrote it, when, on what or
/// what can be done with it, and nothing beyond that; or something that an article may say.
struct LabelWords {
  /// What a line is by its words alone.
  enum Sense: Hashable, Sendable {
    case label
    /// It says more than a label does.
    case text
    /// Too short to tell, as a name and a place are.
    case unsure
  }

  /// The most words that a name has, that stand beside a time, and of a line that may be a label: judgements.
  private static let (mostOfName, mostBesideTime, mostOfLabel) = (5, 3, 14)
  /// From how many words on a line that is no label says something.
  static let leastOfText = 6

  private let words: [Substring]
  private let pageWords = PageWords.builtIn
  /// What stands before the first colon, or behind English words before the first comma (`Author, …`); or nothing.
  private let opening: [Substring]
  private let hasSigns: Bool

  private init(_ text: String) {
    let kept = PageWords.bare(text)
    func split(_ text: Substring) -> [Substring] {
      text.split { !$0.isLetter && !$0.isNumber && $0 != "\u{200C}" }
    }
    words = split(kept[...])
    let comma = kept.firstIndex(of: ",").flatMap { kept[..<$0].allSatisfy(\.isASCII) ? $0 : nil }
    opening = (kept.firstIndex(of: ":") ?? comma).map { split(kept[..<$0]) } ?? []
    hasSigns = kept.contains { "-–—|·•/".contains($0) }
  }

  /// What `text`, a line, says.
  ///
  /// - Complexity: O(*n*).
  static func sense(of text: String) -> Sense {
    if text.contains("://"), text.split(separator: " ").count <= mostOfName { return .label }
    return Signature.name(in: text) == nil ? LabelWords(text).sense : .label
  }

  private var sense: Sense {
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return .label }
    guard words.count <= Self.mostOfLabel else { return .text }
    if startsSubjects { return .label }
    let rest = rest
    if rest.isEmpty { return isOnlyBeside ? .unsure : .label }
    if rest.contains(where: isOfSentence) { return .text }
    if rest.count <= Self.mostOfName, bylineLength > 0, isPlainByline(rest) { return .label }
    if tellsTime, rest.count <= Self.mostBesideTime {
      // A sentence says in which month something was; a name stands beside a time.
      return hasSigns || startsTime || !words.contains("في") && rest.count < Self.mostBesideTime
        ? .label : .unsure
    }
    if rest.count * 3 <= words.count, isButtons { return .label }
    return words.count >= Self.leastOfText ? .text : .unsure
  }

  /// Whether the line begins with what stands before the subjects of an article.
  private var startsSubjects: Bool {
    let length = length(of: .subjects, at: 0)
    return length > 0 && (length > 1 || opening.count == length || words.count == length)
  }

  /// How many words at the beginning say that a name follows.
  private var bylineLength: Int { length(of: .bylines, at: 0) }

  /// Whether what stands behind a word such as `كتب` or `تحرير`, which may be a verb or a noun too, is a name: behind a
  /// colon, or short and without an article, which the names of people begin without; behind `المحرر` one word.
  private func isPlainByline(_ rest: [Substring]) -> Bool {
    opening.count == bylineLength || rest.count == 1 && words[0].hasPrefix("ال")
      || rest.count <= Self.mostBesideTime && words.count <= rest.count + 2
        && rest.first?.hasPrefix("ال") == false
  }

  private var startsTime: Bool { length(of: .time, at: 0) > 0 || tellsTime && words[0] == "تاريخ" }

  /// Whether a number and a word of times stand in it, or a date in numbers.
  private var tellsTime: Bool {
    let numbers = words.count { $0.contains(where: \.isNumber) }
    guard numbers > 0 else { return false }
    return numbers >= 3 || words.indices.contains { length(of: .time, at: $0) > 0 }
  }

  /// Whether the first word is that of a button, as in a row of them.
  private var isButtons: Bool { length(of: .buttons, at: 0) > 0 }

  /// Whether nothing is left but words that say nothing alone.
  private var isOnlyBeside: Bool { words.allSatisfy { pageWords.has($0, .beside) } }

  private func isOfSentence(_ word: Substring) -> Bool {
    if pageWords.has(word, .sentence) { return true }
    guard let first = word.first, "وف".contains(first) else { return false }
    return pageWords.has(word.dropFirst(), .sentence) || pageWords.has(word.dropFirst(), .beside)
  }

  private static let ofLabels: [PageWords.Meaning] = [
    .buttons, .bylines, .subjects, .counts, .time, .beside,
  ]

  /// The words that no label has of its own.
  private var rest: [Substring] {
    var rest: [Substring] = []
    var index = 0
    while index < words.count {
      let length = Self.ofLabels.map { self.length(of: $0, at: index) }.max() ?? 0
      if length == 0, !words[index].contains(where: \.isNumber) { rest.append(words[index]) }
      index += max(1, length)
    }
    return rest
  }

  /// How many words from `index` on are one of those that mean `meaning`.
  private func length(of meaning: PageWords.Meaning, at index: Int) -> Int {
    guard words.indices.contains(index) else { return 0 }
    for count in stride(from: min(3, words.count - index), through: 1, by: -1)
    where pageWords.has(words[index..<index + count].joined(separator: " ")[...], meaning) {
      return count
    }
    return 0
  }
}
