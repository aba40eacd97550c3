extension SeededGenerator {
  /// Arabic letters, marks, signs, digits, Latin, emoji, controls and line breaks.
  private static let scalars: [ClosedRange<UInt32>] = [
    0x621...0x64A, 0x621...0x64A, 0x64B...0x652, 0x20...0x20, 0x20...0x7E, 0x660...0x669,
    0x200B...0x200F, 0x2018...0x201F, 0xAB...0xAB, 0xBB...0xBB, 0x60C...0x60C, 0x61F...0x61F,
    0x0A...0x0A, 0x0D...0x0D, 0xFEF5...0xFEFC, 0x1F600...0x1F640, 0x300...0x310, 0x202A...0x202E,
  ]

  /// A string of `count` scalars.
  package mutating func text(_ count: Int) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      let range = Self.scalars[Int.random(in: 0..<Self.scalars.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { view.append(scalar) }
    }
    return String(view)
  }

  /// Bytes that are often ill-formed UTF-8.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    let leads: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC2, 0xD8, 0xD9, 0xE0, 0xA0, 0xED, 0xF0, 0x90, 0xF4, 0xFF, 0xEF, 0xBD,
    ]
    return (0..<count).map { _ in leads[Int.random(in: 0..<leads.count, using: &self)] }
  }
}
