import Platform

/// A member of an item that holds something else than the reader of its kind takes: it was passed over.
package struct ImportUnread: Hashable, Sendable {
  /// What should stand in the member.
  package enum Expected: Hashable, Sendable, CaseIterable {
    /// A string.
    case text
    /// A list of strings.
    case texts
    /// An object.
    case members
    /// `true` or `false`.
    case flag
    /// A time of RFC 3339 in the years 1 to 9999.
    case time
    /// A name of 1 to 2048 bytes.
    case name
    /// One of the words that the format has for it.
    case word
    /// A tag of a scheme that is known.
    case tag
  }

  /// The item.
  package var spot: ImportSpot
  /// The member.
  package var member: String
  /// What should stand there.
  package var expected: Expected
}

/// The members of an object, each read as what it should be.
///
/// What is there and is something else is kept in ``unread``, to be told; `null` is nothing.
struct ImportFields {
  /// The object.
  let json: JSON
  /// What could not be read.
  private(set) var unread: [Unread] = []

  /// A member and what should stand there.
  struct Unread: Hashable {
    var member: String
    var expected: ImportUnread.Expected
  }

  init(_ json: JSON) { self.json = json }

  /// The string `name`.
  mutating func string(_ name: String) -> String? { read(name, as: .text, \.string) }

  /// The truth value `name`.
  mutating func flag(_ name: String) -> Bool? { read(name, as: .flag, \.bool) }

  /// The time `name`.
  mutating func time(_ name: String) -> Timestamp? {
    read(name, as: .time) { $0.string.flatMap(Timestamp.init(iso:)) }
  }

  /// The word `name`, as one of those of `Word`.
  mutating func word<Word: RawRepresentable<String>>(
    _ name: String, _ type: Word.Type = Word.self
  ) -> Word? {
    read(name, as: .word) { $0.string.flatMap(Word.init(rawValue:)) }
  }

  /// The strings of the list `name`, or the one that it is.
  mutating func strings(_ name: String) -> [String] {
    let values = present(name)?.elements ?? []
    let strings = values.compactMap(\.string)
    if strings.count < values.count { miss(name, .texts) }
    return strings
  }

  /// The object `name`, or one without members.
  mutating func members(_ name: String) -> JSON {
    read(name, as: .members) { if case .object = $0 { $0 } else { nil } }
      ?? JSON.object([JSON.Member]())
  }

  /// What `take` makes of the member `name`; a member of which it makes nothing is unread.
  mutating func read<Value>(
    _ name: String, as expected: ImportUnread.Expected, _ take: (JSON) -> Value?
  ) -> Value? {
    guard let member = present(name) else { return nil }
    let value = take(member)
    if value == nil { miss(name, expected) }
    return value
  }

  /// Counts `name` among what could not be read.
  mutating func miss(_ name: String, _ expected: ImportUnread.Expected) {
    unread.append(Unread(member: name, expected: expected))
  }

  /// Adds what could not be read of a part of the object.
  mutating func add(_ more: [Unread]) { unread += more }

  private func present(_ name: String) -> JSON? { json[name].flatMap { $0 == .null ? nil : $0 } }
}

extension ImportFile {
  /// Tells what could not be read of the item at `spot`.
  mutating func tell(_ fields: [ImportFields.Unread], at spot: ImportSpot) {
    unread += fields.map { ImportUnread(spot: spot, member: $0.member, expected: $0.expected) }
  }
}
