/// A JSON value (RFC 8259) whose object members keep their order.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number without a fraction or an exponent.
  case integer(Int64)
  /// Any other number.
  case decimal(Double)
  /// A number that neither of these writes as it was written: `12345678901234567890`, `1.50`, `-0`.
  ///
  /// Identifiers are such numbers; to round one would make it that of another.
  case verbatim(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value.
  package struct Member: Hashable, Sendable {
    /// The name.
    package var name: String
    /// The value.
    package var value: JSON

    /// The member `name`.
    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// The value of the member `name`, the last of that name, or `nil` where there is none or this is no
  /// object.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The string, or `nil` for another kind of value.
  package var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The whole number, or `nil` for another kind of value; 3.0 is one.
  package var integer: Int? {
    switch self {
    case .integer(let value): Int(exactly: value)
    case .decimal(let value): Int(exactly: value)
    case .verbatim(let text): Double(text).flatMap { Int(exactly: $0) }
    default: nil
    }
  }

  /// The elements, or `nil` for another kind of value.
  package var array: [JSON]? { if case .array(let values) = self { values } else { nil } }

  /// The truth value, or `nil` for another kind of value.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array, or the value itself as the only one; nothing for `null`.
  ///
  /// JSON-LD leaves the brackets out where there is one element.
  package var elements: [JSON] {
    switch self {
    case .null: []
    case .array(let values): values
    default: [self]
    }
  }

  /// An object of those of `members` that have a value.
  package static func object(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// An array of strings.
  package static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }
}
