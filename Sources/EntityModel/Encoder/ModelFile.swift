/// The parts of a tagger's file, checked and found, not copied.
///
/// The layout is written down in `Training/model_file.py`, which makes it: a header of 96 bytes, then
/// arrays, each beginning at a multiple of 64 bytes, little-endian.
struct ModelFile: @unchecked Sendable {
  // Unchecked: the bytes are never written to and live as long as `owner`.
  let bytes: UnsafeRawBufferPointer
  private let owner: ModelBytes
  let shape: ModelShape
  /// Where the arrays begin, in the file's order.
  private(set) var starts: [Section: Int] = [:]

  static let headerLength = 96
  static let version: UInt32 = 1

  /// The arrays of the part before the layers and of the part after them.
  enum Section: Hashable {
    case pieceOffsets, pieceScores, pieceLetters
    case normalisedFrom, normalisedOffsets, normalisedTo
    case embeddings, embeddingScales, positions, guidelines, embeddingNorm
    case layer(Int, LayerPart)
    case tagWeights, tagBias, cliticWeights, cliticBias
  }

  /// The arrays of one layer.
  enum LayerPart: CaseIterable, Hashable {
    case attentionIn, attentionOut, attentionNorm, widen, narrow, outputNorm
  }

  /// Checks the header and finds the arrays of `owner`.
  ///
  /// - Parameters:
  ///   - owner: The bytes of the file.
  ///   - verifying: Whether the checksum is computed: not for bytes compiled into the program.
  /// - Throws: ``ModelError`` where they are no undamaged tagger of version 1.
  init(_ owner: ModelBytes, verifying: Bool) throws(ModelError) {
    bytes = owner.bytes
    self.owner = owner
    guard bytes.count >= Self.headerLength, bytes.prefix(8).elementsEqual("RAWITAGR".utf8) else {
      throw .wrongMagic
    }
    let version = bytes.number32(at: 8)
    guard version == Self.version else { throw .unsupportedVersion(version) }
    shape = try ModelShape(header: bytes)
    let length = Int(clamping: bytes.number64(at: 64))
    guard length == bytes.count - Self.headerLength else {
      throw .wrongLength(expected: length, found: bytes.count - Self.headerLength)
    }
    try findSections()
    if verifying, checksum() != bytes.number64(at: 72) { throw .wrongChecksum }
  }

  /// The array of `section` as values of `Element`.
  func array<Element: BitwiseCopyable>(
    _ section: Section, of type: Element.Type = Element.self
  ) -> UnsafePointer<Element> {
    pointer(at: starts[section] ?? Self.headerLength)
  }

  /// The values of `Element` from `position` on.
  func pointer<Element: BitwiseCopyable>(at position: Int) -> UnsafePointer<Element> {
    guard let base = bytes.baseAddress else { preconditionFailure("a checked file has bytes") }
    return (base + position).assumingMemoryBound(to: Element.self)
  }

  private mutating func findSections() throws(ModelError) {
    var position = Self.headerLength
    func aligned(_ value: Int) -> Int { (value + 63) & ~63 }
    for (section, length) in shape.sections {
      starts[section] = aligned(position)
      position = aligned(position) + length
    }
    guard position == bytes.count else {
      throw .wrongLength(
        expected: position - Self.headerLength, found: bytes.count - Self.headerLength)
    }
  }

  /// FNV-1a over all after the header, eight bytes a step; the file is padded to a multiple of eight.
  private func checksum() -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in stride(from: Self.headerLength, to: bytes.count - 7, by: 8) {
      value = (value ^ bytes.number64(at: position)) &* 0x100_0000_01B3
    }
    return value
  }
}
