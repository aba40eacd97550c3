import ArabicText
import EntityModel

// Nouns with the pronoun of their owner whose first letters are no clitics: والدتها, وكيله, وزيرها.
extension Lexicon {
  /// Whether a folded word is a listed noun and the pronoun of its owner.
  ///
  /// - Complexity: O(1): a few endings are looked up.
  func isOwnedNoun(_ letters: [UInt32]) -> Bool {
    OwnedNouns.pronouns.contains { pronoun in
      guard letters.count > pronoun.count + 2, letters.suffix(pronoun.count).elementsEqual(pronoun)
      else { return false }
      return isNoun(Array(letters.dropLast(pronoun.count)))
    }
  }

  /// Whether letters are a listed noun as it stands before a pronoun: والدت, والدا, ورثت.
  private func isNoun(_ stem: [UInt32]) -> Bool {
    guard let last = stem.last else { return false }
    if isListed(stem) { return true }
    if last == Letters.taa { return isListed(stem.dropLast() + [OwnedNouns.taaMarbuta]) }
    return last == Letters.alef || last == Letters.yaa ? isListed(stem.dropLast()) : false
  }

  private func isListed(_ letters: some Sequence<UInt32>) -> Bool {
    classes[NameKey(folded: letters)]?.isDisjoint(with: OwnedNouns.classes) == false
  }
}

private enum OwnedNouns {
  /// What may speak and be somebody's.
  static let classes: WordClasses = [
    .kin, .relation, .title, .unnamedSource, .document, .organisationClass, .organisationHead,
  ]
  static let taaMarbuta: UInt32 = 0x629
  /// هما, هم, ها, نا, ه, ي.
  static let pronouns: [[UInt32]] = [
    [0x647, 0x645, 0x627], [0x647, 0x645], [0x647, 0x627], [0x646, 0x627], [0x647],
  ]
}
