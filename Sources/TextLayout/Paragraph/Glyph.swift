/// What a terminal draws in one cell: a base and up to four marks, which is as much as ncurses keeps
/// (`CCHARW_MAX`).
///
/// Scalars, not a string: lines are made of cells by the million, and cells without references are
/// made, copied and freed three times as fast.
package struct Glyph: Hashable, Sendable {
  /// How many marks one cell holds.
  static let mostMarks = 4

  /// The base.
  package private(set) var base: Unicode.Scalar
  private var marks: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)

  /// The base alone.
  package init(_ base: Unicode.Scalar) { self.base = base }

  /// The base `scalar`; U+FFFD where it is none.
  init(_ scalar: UInt32) { base = Unicode.Scalar(scalar) ?? "\u{FFFD}" }

  /// Draws `mark` on the base too; a fifth one is left out.
  package mutating func add(_ mark: Unicode.Scalar) {
    if marks.0 == 0 {
      marks.0 = mark.value
    } else if marks.1 == 0 {
      marks.1 = mark.value
    } else if marks.2 == 0 {
      marks.2 = mark.value
    } else if marks.3 == 0 {
      marks.3 = mark.value
    }
  }

  /// The base and the marks as text.
  package var text: String {
    if marks.0 == 0 { return String(base) }
    var view = String.UnicodeScalarView()
    view.append(base)
    for mark in [marks.0, marks.1, marks.2, marks.3] where mark != 0 {
      if let scalar = Unicode.Scalar(mark) { view.append(scalar) }
    }
    return String(view)
  }

  /// Whether two draw the same.
  package static func == (one: Self, other: Self) -> Bool {
    one.base == other.base && one.marks == other.marks
  }

  /// Hashes the base and the marks.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(base)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(marks.2)
    hasher.combine(marks.3)
  }
}
