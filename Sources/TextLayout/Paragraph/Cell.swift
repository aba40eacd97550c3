import ArabicText

/// A column counted from the left edge of a line, from 0.
package struct Column: Hashable, Comparable, Sendable {
  /// The number of columns to the left.
  package var value: Int

  /// The column with `value` columns to its left.
  package init(_ value: Int) { self.value = value }

  /// Whether `left` is farther to the left.
  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  /// The column `columns` further to the right.
  package static func + (column: Self, columns: Int) -> Self { Column(column.value + columns) }
}

/// One drawn unit of a line: a base with its marks, or a lam-alef.
package struct Cell: Hashable, Sendable {
  /// What a cell stands for.
  package enum Kind: UInt8, Hashable, Sendable {
    /// A letter, digit or sign of the text.
    case text
    /// White space.
    case space
    /// A stand-in for a control character or another scalar that is not drawn as it is.
    case substitute
    /// Drawn without a source of its own, as the sign that closes the number of an ayah.
    case decoration
    /// A tatweel that stretches a word to justify the line; its span is the empty one between two
    /// letters.
    case kashida
  }

  /// What is drawn in the cell.
  package var glyph: Glyph
  /// The columns that it takes: 1 or 2; more for a tab; 0 for white space at the end of a line.
  package var columns: Int
  /// Its left edge within the line.
  package var column: Column
  /// The text that it shows, a cluster or more; empty for a decoration.
  package var span: TextSpan
  /// The embedding level (UAX #9): odd for right to left.
  package var level: UInt8
  /// What it stands for.
  package var kind: Kind

  /// What to draw: one scalar and at most six marks, in presentation forms, never a control.
  ///
  /// Made anew each time it is asked for, as most of what is laid out is never drawn.
  package var text: String { glyph.text }
}
