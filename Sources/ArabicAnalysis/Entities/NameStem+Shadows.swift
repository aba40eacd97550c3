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
    if hidesHamza(stem, at: index) { return true }
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

  /// كأنور, بآية: whether أ, إ or آ stands behind the first letter of a stem, as only behind clitics, and what is left is
  /// a name.
  func hidesHamza(_ stem: Reading, at index: Int) -> Bool {
    guard !stem.isWholeName, !stem.kinds.contains(.common), stem.classes.isEmpty else {
      return false
    }
    return words.readings(of: index).contains {
      $0.start > stem.start && words.text.scalar(before: $0.start)?.offset == stem.start
        && !$0.clitics.contains(.future) && !$0.kinds.isEmpty
        && words.text.scalar(at: $0.start).map { Self.hamzas.contains($0.value) } == true
    }
  }

  /// بنادر السامرائي: whether the lists have a stem as a place alone, what is left of it without a clitic is a given name,
  /// and another part of a name follows.
  func isPlaceAlone(_ stem: Reading, at index: Int) -> Bool {
    let places: NameKinds = [.place, .doubtfulPlace, .organisation, .doubtfulOrganisation]
    guard !stem.isWholeName, stem.classes.isEmpty, !stem.kinds.isDisjoint(with: places),
      stem.kinds.isDisjoint(with: [.given, .surname, .person, .common]), isPart(index + 1)
    else { return false }
    return words.readings(of: index).contains {
      $0.start > stem.start && !$0.clitics.contains(.future) && $0.kinds.contains(.given)
        && !$0.kinds.contains(.rarePart)
    }
  }
}
