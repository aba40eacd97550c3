import ArabicText
import EntityModel

// Words that the lists have only because news wrote them behind a clitic.
extension NameStem {
  /// كرشيد, كأنور, لأنس: whether the lists have the word as a surname, a place or a given name of which they are not sure
  /// alone.
  func isWeak(_ reading: Reading) -> Bool {
    !reading.kinds.contains(.given) || !reading.kinds.isCertainPart
  }

  /// Whether the word as it stands is a shadow of what is left of it without clitics.
  func isShadow(at index: Int) -> Bool {
    words.plain(index).map { isShadow($0, at: index) } ?? false
  }

  /// لمحمد، برشيد الخالدي: whether a stem is a given name of the lists only because news had it behind a clitic, or a
  /// surname or a place before another part of a name, and what is left without the clitic is a better one.
  func isShadow(_ stem: Reading, at index: Int) -> Bool {
    guard !stem.isWholeName, stem.classes.isEmpty, !stem.kinds.isEmpty else { return false }
    let mined: NameKinds = [.given, .female, .continues, .doubtfulPart, .rarePart]
    let isMined = stem.kinds.isPart && stem.kinds.isSubset(of: mined)
    let isPaired = isPart(index + 1)
    let isOther =
      isPaired
      && (stem.kinds.isPart
        ? stem.kinds.isDisjoint(with: [.given, .common, .place])
        : stem.kinds.contains(.place)
          && stem.kinds.isDisjoint(with: [.common, .organisation, .person]))
    guard isMined || isOther else { return false }
    // بنور الدين: "al-Din" is part of a given name.
    let isDoubtful =
      isPaired && isWeak(stem)
      || isPaired && words.isPlain(index + 1, .notAlias)
    return words.readings(of: index).contains {
      $0.start > stem.start && !$0.clitics.contains(.future)
        && ($0.isWholeName
          || $0.kinds.contains(.given) && ($0.kinds.isCertainPart || isDoubtful))
    }
  }
}
