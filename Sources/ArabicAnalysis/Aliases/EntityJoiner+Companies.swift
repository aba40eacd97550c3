import ArabicText
import EntityModel

// Companies that are called by the word before what they are for: تالون of تالون للطيران.
extension EntityJoiner {
  /// Makes one organisation of names of one word and the one name that goes on behind that word with what it is for.
  ///
  /// - Complexity: O(*n*) in the organisations.
  mutating func joinPurposes(in text: DecodedText) {
    var wholes: [NameKey: [Int]] = [:]
    for number in clusters.indices where isWhole(number) {
      let words = text.string(in: clusters[number].canonical).split(separator: " ", maxSplits: 2)
      guard words.count > 1, words[1].hasPrefix("لل"), let first = clusters[number].parts.first
      else { continue }
      wholes[first, default: []].append(number)
    }
    for number in clusters.indices where !wholes.isEmpty && isWhole(number) {
      guard clusters[number].parts.count == 1, let name = clusters[number].parts.first,
        let owners = wholes[name], owners.count == 1, owners[0] != number
      else { continue }
      merge(number, into: owners[0])
    }
  }

  private func isWhole(_ number: Int) -> Bool {
    clusters[number].kind == .organisation && clusters[number].ownName == nil
      && !clusters[number].mentions.isEmpty
  }
}
