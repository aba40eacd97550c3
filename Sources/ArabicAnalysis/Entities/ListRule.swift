import ArabicText
import EntityModel

/// Names of the lists: the longest entry that begins at a word.
struct ListRule {
  let words: ParagraphWords

  private var stem: NameStem { NameStem(words: words) }

  /// An entry found in the text.
  struct Match {
    var words: Range<Int>
    var reading: Reading
    var kinds: NameKinds
  }

  /// The longest entry at `index` that names a person, a place or an organisation by itself, whichever
  /// reading of the word it needs; of two as long, the one with fewer clitics.
  func longest(at index: Int) -> Match? {
    var best: Match?
    let sure = words.nameReadings(of: index).count
    for (number, reading) in words.readings(of: index).enumerated() {
      guard let match = longest(at: index, from: reading),
        number < sure || match.words.count > 1,
        match.words.count > 1 || reading.clitics.isEmpty || !words.isMarkedAlone(index),
        !match.kinds.contains(.person) || reading.clitics.isEmpty
          || stem.reading(at: index, .person, tagged: reading.start) == reading
      else { continue }
      if match.words.count > best?.words.count ?? 0 { best = match }
    }
    return best
  }

  private func longest(at index: Int, from reading: Reading) -> Match? {
    var best: Match?
    var key = reading.name
    var kinds = reading.kinds
    var end = index + 1
    while true {
      if !kinds.isDisjoint(with: [.person, .place, .organisation, .doubtfulOrganisation]) {
        best = Match(words: index..<end, reading: reading, kinds: kinds)
      }
      guard kinds.contains(.continues), end < words.count, let next = words.plain(end) else {
        break
      }
      key = key.appending(next.name)
      guard let entry = words.names[key] else { break }
      kinds = entry.kinds
      end += 1
    }
    return best
  }
}
