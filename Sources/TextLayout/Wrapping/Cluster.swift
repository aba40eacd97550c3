import ArabicText

/// A base with all that is drawn in its cell, in logical order, before lines are made.
struct Cluster {
  enum Kind: UInt8 {
    case text, space, tab, substitute, decoration, lineBreak
  }

  /// Scalars of the paragraph, by index: the base, its marks, a ligated alef, hidden scalars between.
  var scalars: Range<Int>
  var span: TextSpan
  var level: UInt8
  var bidi: BidiClass
  /// 1 or 2; 0 for a line break.
  var columns: Int
  var kind: Kind
  /// The scalar to draw; marks are taken from the paragraph.
  var glyph: UInt32
  var mayBreakAfter: Bool
}
