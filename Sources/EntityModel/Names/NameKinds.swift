/// What a word or a sequence of words is known to name.
@usableFromInline package struct NameKinds: OptionSet, Hashable, Sendable {
  /// The kinds as bits.
  @usableFromInline package let rawValue: UInt32

  /// A set of the given bits.
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A whole person's name: two words or more.
  @usableFromInline package static let person = NameKinds(rawValue: 1 << 0)
  /// A given name.
  @usableFromInline package static let given = NameKinds(rawValue: 1 << 1)
  /// A surname, or a later part of a name.
  @usableFromInline package static let surname = NameKinds(rawValue: 1 << 2)
  /// A place.
  @usableFromInline package static let place = NameKinds(rawValue: 1 << 3)
  /// An organisation.
  @usableFromInline package static let organisation = NameKinds(rawValue: 1 << 4)
  /// The beginning of a longer entry.
  @usableFromInline package static let continues = NameKinds(rawValue: 1 << 5)
  /// A common word of the news.
  @usableFromInline package static let common = NameKinds(rawValue: 1 << 6)
  /// A place only where the context says so: the word has another use.
  @usableFromInline package static let doubtfulPlace = NameKinds(rawValue: 1 << 7)
  /// An organisation only where the context says so.
  @usableFromInline package static let doubtfulOrganisation = NameKinds(rawValue: 1 << 8)
  /// A name part that is as often another word.
  @usableFromInline package static let doubtfulPart = NameKinds(rawValue: 1 << 9)
  /// A name part that is mostly another word.
  @usableFromInline package static let rarePart = NameKinds(rawValue: 1 << 10)
  /// A given name of women.
  @usableFromInline package static let female = NameKinds(rawValue: 1 << 11)

  /// Whether it is a given name or a surname, however doubtful.
  @inlinable package var isPart: Bool { !isDisjoint(with: [.given, .surname]) }

  /// Whether it is a name part that is hardly anything else.
  @inlinable package var isCertainPart: Bool {
    isPart && isDisjoint(with: [.doubtfulPart, .rarePart])
  }
}

/// One entry of a ``NameList``.
package struct NameEntry: Hashable, Sendable {
  /// What it names.
  @usableFromInline package var kinds: NameKinds
  /// Where its English name begins in the pool of the list, which names of one entity share.
  ///
  /// 0 means that it has none.
  @usableFromInline package var gloss: UInt32
}
