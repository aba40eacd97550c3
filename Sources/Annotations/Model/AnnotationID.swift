/// The name of an annotation, which no other has: a random UUID (RFC 9562, version 4) in lower case.
///
/// What comes from other tools may keep a name of another form.
package struct AnnotationID: Hashable, Comparable, Sendable, RawRepresentable {
  /// The name.
  package let rawValue: String

  /// The greatest length of a name that comes from outside, in UTF-8 bytes.
  package static let longest = 2048

  /// The annotation named `rawValue`.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The annotation that another tool calls `name`, or `nil` where that is empty or longer than
  /// ``longest``.
  package init?(checking name: String) {
    guard !name.isEmpty, name.utf8.count <= Self.longest else { return nil }
    rawValue = name
  }

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

  /// Whether both are the same bytes, as the store compares them: to Swift's strings, names that differ
  /// in their normal form would be the same.
  package static func == (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var name = rawValue
    name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders by name, so that order is the same everywhere; it says nothing else.
  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
