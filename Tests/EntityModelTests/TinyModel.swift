import TestSupport

@testable import EntityModel

/// The file of a tagger that fits on a page: random weights, pieces that are single letters and two words.
struct TinyModel {
  static let width = 16
  static let innerWidth = 32
  static let positions = 64
  var layers = 2
  var pieces: [String] =
    ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁قال", "دمشق", "▁دمشق"]
    + "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى.،".map(String.init)
  /// Scalars with other forms: the lam-alef ligature.
  var forms: [(UInt32, [UInt32])] = [(0xFEFB, [0x644, 0x627])]

  /// The bytes of the file; the same seed gives the same bytes.
  func bytes(seed: UInt64 = 7) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    var payload: [UInt8] = []
    func begin() {
      while (WeightFile.headerLength + payload.count) % 64 != 0 { payload.append(0) }
    }
    func number(_ value: UInt32) {
      payload += withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
    func float(_ value: Float) { number(value.bitPattern) }
    func floats(_ count: Int) {
      begin()
      for _ in 0..<count { float(Float.random(in: -0.5...0.5, using: &random)) }
    }
    func norm() {
      begin()
      for _ in 0..<Self.width { float(1) }
      for _ in 0..<Self.width { float(0) }
    }
    func product(_ input: Int, _ output: Int) {
      begin()
      var sums: [Int32] = []
      for _ in 0..<output {
        let row = (0..<input).map { _ in Int8.random(in: -63...63, using: &random) }
        payload += row.map { UInt8(bitPattern: $0) }
        sums.append(-128 * row.reduce(0) { $0 + Int32($1) })
      }
      for _ in 0..<output { float(0.004) }
      for _ in 0..<output { float(Float.random(in: -0.1...0.1, using: &random)) }
      for sum in sums { number(UInt32(bitPattern: sum)) }
    }
    let letters = pieces.map { Array($0.utf8) }
    begin()
    for length in letters.indices { number(UInt32(letters[..<length].joined().count)) }
    number(UInt32(letters.joined().count))
    begin()
    for piece in letters { float(-10 + Float(piece.count)) }
    begin()
    payload += letters.joined()
    begin()
    for (scalar, _) in forms { number(scalar) }
    begin()
    for index in 0...forms.count { number(UInt32(forms[..<index].flatMap(\.1).count)) }
    begin()
    for scalar in forms.flatMap(\.1) { number(scalar) }
    begin()
    for _ in 0..<pieces.count * Self.width {
      payload.append(UInt8(bitPattern: Int8.random(in: -127...127, using: &random)))
    }
    begin()
    for _ in pieces { float(0.01) }
    floats(Self.positions * Self.width)
    floats(2 * Self.width)
    norm()
    for _ in 0..<layers {
      product(Self.width, 3 * Self.width)
      product(Self.width, Self.width)
      norm()
      product(Self.width, Self.innerWidth)
      product(Self.innerWidth, Self.width)
      norm()
    }
    let tags = EntityTag.all.count
    floats(tags * 2 * Self.width)
    floats(tags)
    floats(4 * 2 * Self.width)
    floats(4)
    while payload.count % 8 != 0 { payload.append(0) }
    return header(for: payload) + payload
  }

  private func header(for payload: [UInt8]) -> [UInt8] {
    var header = Array("RAWITAGR".utf8)
    func number(_ value: Int) {
      header += withUnsafeBytes(of: UInt32(value).littleEndian) { Array($0) }
    }
    let numbers = [
      1, Self.width, layers, 2, Self.innerWidth, pieces.count, Self.positions, 2,
      EntityTag.all.count, 4, forms.count, forms.flatMap(\.1).count,
      pieces.reduce(0) { $0 + $1.utf8.count },
    ]
    for value in numbers { number(value) }
    while header.count < 64 { header.append(0) }
    header += withUnsafeBytes(of: UInt64(payload.count).littleEndian) { Array($0) }
    header += withUnsafeBytes(of: Self.checksum(payload).littleEndian) { Array($0) }
    while header.count < WeightFile.headerLength { header.append(0) }
    return header
  }

  private static func checksum(_ payload: [UInt8]) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for start in stride(from: 0, to: payload.count, by: 8) {
      let word = payload[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      value = (value ^ word) &* 0x100_0000_01B3
    }
    return value
  }
}
