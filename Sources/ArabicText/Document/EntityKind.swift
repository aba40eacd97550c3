/// What an entity is.
public enum EntityKind: String, Hashable, Sendable, CaseIterable, Codable {
  /// A person.
  case person = "PER"
  /// An organisation: party, newspaper, ministry, armed group, club, company, international body.
  case organisation = "ORG"
  /// A place, also where it acts as a state.
  case place = "LOC"
  /// A document that speaks: a statement, a report. Has nominal mentions only.
  case document = "DOC"
  /// A source without a name: "a security source". Has nominal mentions only.
  case unnamed = "ANON"

  /// Whether this is a person, an organisation or a place: what the pane lists.
  public var isNamed: Bool {
    switch self {
    case .person, .organisation, .place: true
    case .document, .unnamed: false
    }
  }
}
