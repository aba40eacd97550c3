/// What the tagger says of one word: outside of names, or the first or a later word of one (IOB2).
enum EntityTag: Hashable, Sendable {
  case outside
  case begin(NameType)
  case inside(NameType)

  /// The tags in the order of the model's outputs.
  static let all: [EntityTag] =
    [.outside] + NameType.allCases.flatMap { [.begin($0), .inside($0)] }

  /// Whether this tag may follow `last`, or begin a run where that is `nil`.
  func mayFollow(_ last: EntityTag?) -> Bool {
    guard case .inside(let type) = self else { return true }
    return last == .begin(type) || last == .inside(type)
  }
}

/// The kinds of names that the tagger tells apart.
package enum NameType: String, CaseIterable, Hashable, Sendable {
  case person = "PER"
  case organisation = "ORG"
  case place = "LOC"
  /// Other names, which only ANERcorp labels: peoples, events, products.
  case other = "MISC"
}
