import ArabicText

/// A base with all that is drawn in its cell, in logical order, before lines are made.
///
/// Sixteen bytes, as a paragraph has one for nearly every scalar.
struct Cluster {
  enum Kind: UInt8 {
    case text, space, tab, substitute, decoration, lineBreak
    /// A later part of an emoji sequence, which stays with the part before it.
    case continuation
  }

  /// Scalars of the paragraph, by index: the base, its marks, a ligated alef, hidden scalars between;
  /// none for a decoration.
  private(set) var start: UInt32
  private var end: UInt32
  /// The scalar to draw; marks are taken from the paragraph.
  var glyph: UInt32
  var level: UInt8
  /// 1 or 2; 0 for a line break.
  var columns: UInt8
  var kind: Kind
  var mayBreakAfter: Bool

  init(
    _ scalars: Range<Int>, _ kind: Kind, glyph: UInt32, columns: Int, level: UInt8,
    mayBreakAfter: Bool
  ) {
    start = UInt32(truncatingIfNeeded: scalars.lowerBound)
    end = UInt32(truncatingIfNeeded: scalars.upperBound)
    self.glyph = glyph
    self.level = level
    self.columns = UInt8(truncatingIfNeeded: columns)
    self.kind = kind
    self.mayBreakAfter = mayBreakAfter
  }

  /// The scalars of the paragraph, by index.
  var scalars: Range<Int> { Int(start)..<Int(end) }

  /// Takes the scalars up to `end` in, which are drawn in this cell.
  mutating func extend(to end: Int) { self.end = UInt32(truncatingIfNeeded: end) }
}
