/// The pieces that words are cut into, found by their bytes.
struct PieceVocabulary: Sendable {
  /// The identifier of a piece: its row among the embeddings.
  typealias Piece = Int32

  /// The pieces that stand before and behind a run, and for what no piece holds.
  static let begin: Piece = 0
  static let end: Piece = 2
  static let unknown: Piece = 3

  private let file: ModelFile
  private let offsets: UnsafeAddress<UInt32>
  private let letters: UnsafeAddress<UInt8>
  private let scores: UnsafeAddress<Float>
  /// Open addressing over the hash of a piece's bytes; -1 where nothing is.
  private let slots: [Piece]
  private let mask: Int
  /// The longest piece in bytes.
  let longest: Int
  /// What a letter costs that no piece holds: ten less than the rarest piece, as SentencePiece has it.
  let unknownScore: Float

  /// - Complexity: O(*n*) in the bytes of all pieces.
  init(_ file: ModelFile) {
    self.file = file
    offsets = UnsafeAddress(file.array(.pieceOffsets))
    letters = UnsafeAddress(file.array(.pieceLetters))
    scores = UnsafeAddress(file.array(.pieceScores))
    let count = file.shape.pieces
    var size = 1
    while size < 2 * count { size *= 2 }
    mask = size - 1
    var slots = [Piece](repeating: -1, count: size)
    var longest = 1
    var lowest: Float = 0
    for piece in 0..<count {
      let start = Int(offsets[piece])
      let end = min(Int(offsets[piece + 1]), file.shape.letters)
      lowest = min(lowest, scores[piece])
      guard piece > PieceVocabulary.unknown, start < end else { continue }
      longest = max(longest, end - start)
      var hash = PieceHash()
      for position in start..<end { hash.add(letters[position]) }
      var slot = hash.value & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Piece(piece)
    }
    self.slots = slots
    self.longest = longest
    unknownScore = lowest - 10
  }

  /// The piece with exactly `bytes`, whose hash is `hash`.
  func piece(_ bytes: ArraySlice<UInt8>, _ hash: PieceHash) -> Piece? {
    var slot = hash.value & mask
    while slots[slot] >= 0 {
      let candidate = slots[slot]
      let start = Int(offsets[Int(candidate)])
      let end = Int(offsets[Int(candidate) + 1])
      if end - start == bytes.count, equals(bytes, from: start) { return candidate }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The logarithm of a piece's probability.
  func score(_ piece: Piece) -> Float { scores[Int(piece)] }

  private func equals(_ bytes: ArraySlice<UInt8>, from start: Int) -> Bool {
    var position = start
    for byte in bytes {
      if letters[position] != byte { return false }
      position += 1
    }
    return true
  }
}

/// FNV-1a, byte by byte.
struct PieceHash {
  private var bits: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var value: Int { Int(truncatingIfNeeded: bits ^ (bits >> 32)) & Int.max }
}

/// An address inside a model's bytes, which never change and are kept alive by their ``ModelFile``.
struct UnsafeAddress<Element: BitwiseCopyable>: @unchecked Sendable {
  let pointer: UnsafePointer<Element>

  init(_ pointer: UnsafePointer<Element>) { self.pointer = pointer }

  subscript(index: Int) -> Element {
    @inline(__always) get { pointer[index] }
  }
}
