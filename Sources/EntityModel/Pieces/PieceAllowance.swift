/// How many pieces may still be read of a text, so that damaged text costs no more than a few times what
/// ordinary text of its length does.
///
/// Ordinary Arabic has one piece in seven or eight bytes; signs without end, letters that stand alone
/// and data in letters have one in each. The allowance grows with every byte that is passed and is used
/// up by every piece that is read (a token bucket): a line of signs or a long word takes of what was
/// saved, and behind the damage ordinary words find enough again.
struct PieceAllowance {
  /// The most pieces for each eight bytes of text, in the long run.
  static let piecesInEightBytes = 2
  /// What may be saved, and is there at the beginning, in pieces.
  static let capacity = 96

  /// What is left, in eighths of a piece.
  private var eighths = 8 * capacity

  /// Takes note of `bytes` of text.
  mutating func pass(bytes: Int) {
    let added = min(max(0, bytes), 8 * Self.capacity) * Self.piecesInEightBytes
    eighths = min(eighths + added, 8 * Self.capacity)
  }

  /// Uses up `pieces`, or says that there are not so many.
  mutating func spend(_ pieces: Int) -> Bool {
    guard eighths >= 8 * pieces else { return false }
    eighths -= 8 * pieces
    return true
  }
}
