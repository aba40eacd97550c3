/// What is drawn in one cell: a base and up to six marks.
///
/// The flag of a country's part has as many. A terminal gets what ncurses keeps (`CCHARW_MAX`).
///
/// Scalars, not a string: lines are made of cells by the million, and cells without references are
/// made, copied and freed three times as fast.
package struct Glyph: Hashable, Sendable {
  /// How many marks one cell holds.
  static let mostMarks = 6

  /// The base.
  package private(set) var base: Unicode.Scalar
  private var marks: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0, 0)

  /// The base alone.
  package init(_ base: Unicode.Scalar) { self.base = base }

  /// The base `scalar`; U+FFFD where it is none.
  init(_ scalar: UInt32) { base = Unicode.Scalar(scalar) ?? "\u{FFFD}" }

  /// Draws `mark` on the base too; a seventh one is left out.
  package mutating func add(_ mark: Unicode.Scalar) {
    withUnsafeMutableBytes(of: &marks) { bytes in
      let marks = bytes.assumingMemoryBound(to: UInt32.self)
      if let free = marks.firstIndex(of: 0) { marks[free] = mark.value }
    }
  }

  /// The base and the marks as text.
  package var text: String {
    if marks.0 == 0 { return String(base) }
    var view = String.UnicodeScalarView()
    view.append(base)
    for mark in all where mark != 0 {
      if let scalar = Unicode.Scalar(mark) { view.append(scalar) }
    }
    return String(view)
  }

  private var all: [UInt32] { [marks.0, marks.1, marks.2, marks.3, marks.4, marks.5] }

  /// Whether two draw the same.
  package static func == (one: Self, other: Self) -> Bool {
    one.base == other.base && one.marks == other.marks
  }

  /// Hashes the base and the marks.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    if marks.0 != 0 { hasher.combine(all) }
  }
}
