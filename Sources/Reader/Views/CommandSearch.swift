import ArabicText
import Interface

/// Looks for commands by what is known of them, however it is spelled.
struct CommandSearch {
  /// More words than any command has.
  private static let mostWords = 32

  private let words: [FoldedPattern]
  private let isTooLong: Bool

  /// A search for what holds every word of `query`; nothing typed finds all.
  init(_ query: String) {
    let typed = query.split(separator: " ", maxSplits: Self.mostWords)
    isTooLong = typed.count > Self.mostWords
    words = isTooLong ? [] : typed.compactMap { FoldedPattern(String($0)) }
  }

  /// Whether the title of `command` in either language, its name or its keys hold all words.
  ///
  /// - Complexity: O(*n*) in their letters, for each word.
  func finds(_ command: Command, in keymap: Keymap) -> Bool {
    guard !isTooLong else { return false }
    guard !words.isEmpty else { return true }
    let keys = keymap.keys(of: command).map { $0.label(in: .english) }
    let all = [command.title(in: .english), command.title(in: .arabic), command.rawValue] + keys
    let text = DecodedText(all.joined(separator: "\n"))
    return words.allSatisfy { !$0.matches(in: text, span: text.span).isEmpty }
  }
}
