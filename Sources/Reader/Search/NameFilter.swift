import ArabicAnalysis
import ArabicText

/// What a list of names is made shorter by: every word that was typed, however it is spelled, and a name that other
/// papers spell otherwise in all its spellings.
struct NameFilter: Hashable, Sendable {
  /// More words than any name has.
  private static let mostWords = 16

  /// The words of each spelling.
  private let spellings: [[FoldedPattern]]

  /// The filter by `query`, which may be empty.
  init(_ query: String) {
    let others = HamzaSeats.others(of: query) + NameSpellings.others(of: Folding.search.fold(query))
    spellings = ([query] + others).map { spelling in
      spelling.split(separator: " ", maxSplits: Self.mostWords)
        .compactMap { FoldedPattern(String($0)) }
    }
  }

  /// Whether nothing was typed that could be missing.
  var isEmpty: Bool { spellings[0].isEmpty }

  /// Whether it looks for one spelling alone, so that more letters hold for nothing new.
  var narrows: Bool { spellings.count == 1 }

  /// Whether all words of a spelling stand in `texts`, each in one of them.
  ///
  /// - Complexity: O(*n*) in the texts, for each word.
  func holds(for texts: [DecodedText]) -> Bool {
    isEmpty
      || spellings.contains { words in
        words.allSatisfy { word in
          texts.contains { !word.matches(in: $0, span: $0.span).isEmpty }
        }
      }
  }
}
