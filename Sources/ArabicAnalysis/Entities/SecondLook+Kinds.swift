import ArabicText
import EntityModel

// What the lists hold of the kind of a name that was looked at twice.
extension SecondLook {
  /// The type of what the tagger has for a place or an organisation where the lists have it for nothing but the
  /// other, a surname (ولبيسكوف), or a given name and a surname (لبديع القربي).
  func type(of found: TaggedName, _ cut: Reading) -> NameType {
    let places: NameKinds = [.place, .doubtfulPlace]
    let bodies: NameKinds = [.organisation, .doubtfulOrganisation]
    guard found.type != .person, cut.kinds.isDisjoint(with: places) else { return found.type }
    if found.words.count == 1, cut.clitics.letterCount > 1, !cut.kinds.contains(.common) {
      if cut.kinds.contains(.organisation) { return cut.kinds.isPart ? found.type : .organisation }
      return cut.kinds.isCertainPart && cut.kinds.isDisjoint(with: bodies) ? .person : found.type
    }
    guard found.words.count == 2, found.type == .place, cut.kinds.contains(.given),
      cut.kinds.isDisjoint(with: bodies), let next = words.plain(found.words.lowerBound + 1),
      next.kinds.isPart, next.kinds.isDisjoint(with: places.union(bodies))
    else { return found.type }
    return .person
  }

  /// What the lists call names of a type.
  static func kinds(of type: NameType) -> NameKinds? {
    switch type {
    case .person: [.given, .surname, .person]
    case .place: [.place, .doubtfulPlace]
    case .organisation: [.organisation, .doubtfulOrganisation]
    case .other: nil
    }
  }

  /// Whether the lists have what is left for a name, and for none of the type of a name of this word alone.
  func isOtherKind(_ name: TaggedName, _ cut: Reading) -> Bool {
    let all: NameKinds = [.given, .surname, .person, .place, .organisation]
    guard name.words.count == 1, let own = Self.kinds(of: name.type) else { return false }
    return cut.kinds.isDisjoint(with: own) && !cut.kinds.isDisjoint(with: all)
  }
}
