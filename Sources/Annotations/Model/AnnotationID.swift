/// The name of an annotation, which no other has: a random UUID (RFC 9562, version 4) in lower case.
///
/// What comes from other tools may keep a name of another form.
package struct AnnotationID: Hashable, Comparable, Sendable, RawRepresentable {
  /// The name.
  package let rawValue: String

  /// The annotation named `rawValue`.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// A new name.
  package init() {
    var generator = SystemRandomNumberGenerator()
    self.init(using: &generator)
  }

  /// A new name made of the numbers of `generator`.
  package init(using generator: inout some RandomNumberGenerator) {
    var digits = Array(Self.hexadecimal(generator.next()) + Self.hexadecimal(generator.next()))
    digits[12] = "4"
    digits[16] = "89ab".randomElement(using: &generator) ?? "8"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    rawValue = groups.map { String(digits[$0]) }.joined(separator: "-")
  }

  /// Orders by name, so that order is the same everywhere; it says nothing else.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
