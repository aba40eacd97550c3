import Glibc

/// How long the tests on random input run.
///
/// Each takes a fixed number of cases, so that it says the same each time. `RAWI_FUZZ=100 swift test
/// --filter Fuzz` takes a hundred times as many.
package enum Fuzz {
  /// The seeds of the cases, `count` of them unless more are asked for.
  package static func seeds(_ count: Int) -> Range<Int> {
    let factor = getenv("RAWI_FUZZ").flatMap { Int(String(cString: $0)) } ?? 1
    return 0..<count * max(1, factor)
  }
}

extension SeededGenerator {
  /// `bytes` with a few of them changed, taken out, doubled or put elsewhere.
  package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &self) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &self)
      let length = min(Int.random(in: 1...12, using: &self), bytes.count - place)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.removeSubrange(place..<place + length)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: place)
      case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
      default:
        let signs = Array("\"'\\[]{}=,#.\n\r\t-_0aZ\u{64E}".utf8)
        bytes.insert(signs.randomElement(using: &self) ?? 0, at: place)
      }
    }
    return bytes
  }
}
