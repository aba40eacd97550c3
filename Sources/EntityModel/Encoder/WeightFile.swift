/// A file of weights, checked and its arrays found, not copied: a header of 96 bytes, then arrays, each
/// beginning at a multiple of 64 bytes, little-endian.
///
/// The layouts are written down in `Training/model_file.py`, which makes them.
struct WeightFile: @unchecked Sendable {
  // Unchecked: the bytes are never written to and live as long as `owner`.
  let bytes: UnsafeRawBufferPointer
  private let owner: ModelBytes
  /// Where the arrays begin.
  private var starts: [ModelFile.Section: Int] = [:]

  static let headerLength = 96
  /// The version of both kinds of file.
  static let version: UInt32 = 1

  /// Checks how the file begins; ``find(_:verifying:)`` finds its arrays.
  ///
  /// - Throws: ``ModelError/wrongMagic`` where it does not begin with `magic`, eight letters,
  ///   ``ModelError/unsupportedVersion(_:)``.
  init(_ owner: ModelBytes, magic: String) throws(ModelError) {
    guard Self.begins(owner.bytes, magic) else { throw .wrongMagic }
    bytes = owner.bytes
    self.owner = owner
    let version = bytes.number32(at: 8)
    guard version == Self.version else { throw .unsupportedVersion(version) }
  }

  /// Whether `bytes` are long enough for a header and begin with `magic`.
  static func begins(_ bytes: UnsafeRawBufferPointer, _ magic: String) -> Bool {
    bytes.count >= headerLength && bytes.prefix(8).elementsEqual(magic.utf8)
  }

  /// Finds the arrays.
  ///
  /// - Parameters:
  ///   - sections: The arrays in the file's order with their lengths in bytes.
  ///   - verifying: Whether the checksum is computed: not for bytes compiled into the program.
  /// - Throws: ``ModelError/wrongLength(expected:found:)``, ``ModelError/wrongChecksum``.
  mutating func find(
    _ sections: [(ModelFile.Section, Int)], verifying: Bool
  ) throws(ModelError) {
    let found = bytes.count - Self.headerLength
    let length = Int(clamping: bytes.number64(at: 64))
    guard length == found else { throw .wrongLength(expected: length, found: found) }
    var position = Self.headerLength
    func aligned(_ value: Int) -> Int { (value + 63) & ~63 }
    for (section, length) in sections {
      starts[section] = aligned(position)
      position = aligned(position) + length
    }
    // Padded to a multiple of eight for the checksum.
    position = (position + 7) & ~7
    guard position == bytes.count else {
      throw .wrongLength(expected: position - Self.headerLength, found: found)
    }
    if verifying, computedChecksum() != checksum { throw .wrongChecksum }
  }

  /// The checksum that the file tells of itself: what tells its weights from others.
  var checksum: UInt64 { bytes.number64(at: 72) }

  /// The array of `section` as values of `Element`.
  func array<Element: BitwiseCopyable>(
    _ section: ModelFile.Section, of type: Element.Type = Element.self
  ) -> UnsafePointer<Element> {
    guard let base = bytes.baseAddress else { preconditionFailure("a checked file has bytes") }
    return (base + (starts[section] ?? Self.headerLength)).assumingMemoryBound(to: Element.self)
  }

  /// FNV-1a over all after the header, eight bytes a step.
  private func computedChecksum() -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in stride(from: Self.headerLength, to: bytes.count - 7, by: 8) {
      value = (value ^ bytes.number64(at: position)) &* 0x100_0000_01B3
    }
    return value
  }
}
