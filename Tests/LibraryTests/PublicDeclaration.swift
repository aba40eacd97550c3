/// A declaration that programs of others see.
struct PublicDeclaration: Comparable, CustomStringConvertible {
  /// The type that it belongs to, or is, with those around it: `Quotation.Cue`.
  var owner: String
  /// What is written of it, without attributes and `public`.
  var signature: String
  /// Whether it declares a type.
  var isType: Bool

  /// Whether it says only that a type conforms to a protocol, which is public if the type is.
  var isConformance: Bool { signature.hasPrefix("extension ") && signature.contains(":") }

  /// Whether it is a case of an enumeration, or several.
  var isCase: Bool { signature.hasPrefix("case ") }

  var description: String { "\(owner)  \(signature)" }

  static func < (one: Self, other: Self) -> Bool {
    // A type before what belongs to it.
    (one.owner, one.isType ? 0 : 1, one.signature)
      < (other.owner, other.isType ? 0 : 1, other.signature)
  }
}
