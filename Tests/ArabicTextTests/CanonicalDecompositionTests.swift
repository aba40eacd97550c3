import ArabicText
import Foundation
import Testing

@Suite struct CanonicalDecompositionTests {
  @Test func `every scalar but Hangul is taken apart as Foundation does it`() {
    // What is older than the tables is the same in every version of Unicode (stability policy).
    for value in UInt32(0)..<0x30000 where !(0xAC00..<0xD7A4).contains(value) {
      guard let scalar = Unicode.Scalar(value),
        scalar.properties.age.map({ $0.major <= 15 }) ?? false
      else { continue }
      var parts: [UInt32] = []
      CanonicalDecomposition.forEach(of: value) { parts.append($0) }
      let whole = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      if parts != whole { Issue.record("U+\(String(value, radix: 16)): \(parts), not \(whole)") }
      #expect(CanonicalDecomposition.decomposes(value) == (parts != [value]))
    }
  }
}
