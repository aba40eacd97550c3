/// What a word or a sequence of words is known to name.
public struct NameKinds: OptionSet, Hashable, Sendable {
  /// The kinds as bits.
  public let rawValue: UInt32

  /// A set of the given bits.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A whole person's name: two words or more.
  public static let person = NameKinds(rawValue: 1 << 0)
  /// A given name.
  public static let given = NameKinds(rawValue: 1 << 1)
  /// A surname, or a later part of a name.
  public static let surname = NameKinds(rawValue: 1 << 2)
  /// A place.
  public static let place = NameKinds(rawValue: 1 << 3)
  /// An organisation.
  public static let organisation = NameKinds(rawValue: 1 << 4)
  /// The beginning of a longer entry.
  public static let continues = NameKinds(rawValue: 1 << 5)
  /// A common word of the news.
  public static let common = NameKinds(rawValue: 1 << 6)
  /// A place only where the context says so: the word has another use.
  public static let doubtfulPlace = NameKinds(rawValue: 1 << 7)
  /// An organisation only where the context says so.
  public static let doubtfulOrganisation = NameKinds(rawValue: 1 << 8)
  /// A name part that is as often another word.
  public static let doubtfulPart = NameKinds(rawValue: 1 << 9)
  /// A name part that is mostly another word.
  public static let rarePart = NameKinds(rawValue: 1 << 10)
  /// A given name of women.
  public static let female = NameKinds(rawValue: 1 << 11)

  /// Whether it is a given name or a surname, however doubtful.
  @inlinable public var isPart: Bool { !isDisjoint(with: [.given, .surname]) }

  /// Whether it is a name part that is hardly anything else.
  @inlinable public var isCertainPart: Bool {
    isPart && isDisjoint(with: [.doubtfulPart, .rarePart])
  }
}

/// One entry of a ``NameList``.
public struct NameEntry: Hashable, Sendable {
  /// What it names.
  public var kinds: NameKinds
  /// Where its English name begins in the pool of the list, which names of one entity share.
  ///
  /// 0 means that it has none.
  public var gloss: UInt32
}
