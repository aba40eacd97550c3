import ArabicText
import EntityModel

// Unknown places beside known ones.
extension PlaceRule {
  /// حرستا وعربين وزملكا: unknown words that "and" joins to a place.
  func coordinated(at index: Int, after last: FoundMention?) -> NameCandidate? {
    guard let last, last.kind == .place, index > 0,
      words.words[index - 1].span.upper == last.span.upper,
      let reading = words.readings(of: index).first(where: { $0.clitics == .conjunction }),
      words.plain(index)?.classes.isEmpty == true,
      words.plain(index)?.kinds.contains(.common) == false,
      isUnknown(index, reading)
    else { return nil }
    var end = index + 1
    if reading.classes.contains(.toponym), let next = words.plain(end), !next.hasArticle,
      next.kinds.isDisjoint(with: .common), next.classes.isEmpty, words.words[end].kind == .arabic
    {
      end += 1
    }
    return NameCandidate(
      words: index..<end, start: reading.start, kind: .place,
      confidence: words.parameters.names.confidence.coordinatedPlace,
      rule: .placeCoordinated)
  }

  private func isUnknown(_ index: Int, _ reading: Reading) -> Bool {
    if reading.classes.contains(.toponym) { return true }
    return reading.classes.isEmpty && reading.kinds.isDisjoint(with: [.common, .given, .surname])
      && words.words[index].shape.isDisjoint(with: [.short, .inflected, .tanwin, .nisba])
      && !reading.hasArticle && !isVerb(reading)
  }

  /// Whether a word behind "and" begins like a verb of the present or the future.
  private func isVerb(_ reading: Reading) -> Bool {
    guard let first = words.text.scalar(at: reading.start)?.value else { return true }
    return [Letters.yaa, Letters.taa, 0x633].contains(first)
  }
}
