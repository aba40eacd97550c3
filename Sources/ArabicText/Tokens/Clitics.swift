/// A way to read a word as proclitics, an article and a stem.
package struct CliticSplit: Hashable, Sendable {
  /// The proclitics in order, folded: some of و ف ب ك ل س أ.
  package var proclitics: [Unicode.Scalar]
  /// Whether the stem begins with the article ال (which `لل` hides the alef of).
  package var hasArticle: Bool
  /// Where the part after the proclitics begins in the folded word, in scalars.
  ///
  /// The article is part of the stem. For `للشركة` this is 1: one ل is the preposition, the other stands for ال.
  package var stemStart: Int

  /// A reading of a word.
  package init(proclitics: [Unicode.Scalar], hasArticle: Bool, stemStart: Int) {
    self.proclitics = proclitics
    self.hasArticle = hasArticle
    self.stemStart = stemStart
  }
}

/// The proclitics of written Arabic: conjunctions و ف, prepositions ب ك ل, future س, interrogative أ.
///
/// Which reading is right needs a lexicon (`والي` is a governor, `وإلى` is "and to"); this gives all
/// that the spelling allows, the shortest prefix first, beginning with the word as it stands.
/// Source: the order conjunction + preposition/future + article of Arabic morphology as in the
/// tokenisation schemes of Habash, *Introduction to Arabic NLP* (2010), §4.
package enum Clitics {
  private static let conjunctions: Set<UInt32> = [0x648, 0x641]
  private static let prepositions: Set<UInt32> = [0x628, 0x643, 0x644]
  private static let future: UInt32 = 0x633
  private static let alef: UInt32 = 0x627
  private static let lam: UInt32 = 0x644

  /// All readings of a folded word (folded at least by `.hamza` and `.marks`).
  ///
  /// A stem keeps two scalars or more.
  package static func splits(ofFolded word: some Collection<UInt32>) -> [CliticSplit] {
    let scalars = Array(word)
    var splits = [reading(scalars, from: 0, proclitics: [])]
    var starts: [(start: Int, proclitics: [UInt32])] = [(0, [])]
    if let first = scalars.first, conjunctions.contains(first) { starts.append((1, [first])) }
    for (start, proclitics) in starts {
      if start > 0, scalars.count - start >= 2 {
        splits.append(reading(scalars, from: start, proclitics: proclitics))
      }
      guard start < scalars.count, scalars.count - start >= 3 else { continue }
      let next = scalars[start]
      if prepositions.contains(next) || next == future {
        splits.append(reading(scalars, from: start + 1, proclitics: proclitics + [next]))
      }
    }
    return splits
  }

  private static func reading(
    _ scalars: [UInt32], from start: Int, proclitics: [UInt32]
  ) -> CliticSplit {
    let rest = scalars[start...]
    let afterLam = proclitics.last == lam && rest.first == lam
    return CliticSplit(
      proclitics: proclitics.compactMap(Unicode.Scalar.init),
      hasArticle: rest.starts(with: [alef, lam]) && rest.count > 3 || afterLam,
      stemStart: start)
  }
}
