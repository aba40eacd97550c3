import CNCurses
import Screen

/// The last gate before the terminal: what of a cell's text may be sent.
///
/// Nothing that a document holds may steer the terminal or move its columns, so this stands here
/// whatever the layers above have done already.
enum CellText {
  /// As much as one cell of ncurses holds (CCHARW_MAX); more would be dropped in silence.
  static let longest = 5

  /// Stands for what cannot be shown.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// A base that takes `columns` columns, then marks that take none, at most ``longest`` scalars.
  ///
  /// A base that is a control (C0, DEL, C1), a line separator, a format character (bidi controls,
  /// joiners, and the number signs of which terminals disagree) or of another width than `columns`
  /// becomes U+FFFD, one column wide. Among the marks, all of these are left out, and so are
  /// variation selectors, which change the width in some terminals. An empty text is a space.
  ///
  /// - Parameters:
  ///   - text: what the cell holds.
  ///   - columns: the columns that it takes, 1 or 2.
  ///   - keepsSequences: whether what makes one picture of several stays, in a file that has no columns:
  ///     joiners, U+FE0F and tags, behind a picture.
  ///   - width: the columns of a scalar as ncurses counts them, negative for none.
  /// - Returns: at least one scalar.
  static func sanitised(
    _ text: String, columns: Int, keepsSequences: Bool = false,
    width: (Unicode.Scalar) -> Int = cellWidth
  ) -> [Unicode.Scalar] {
    let scalars = text.unicodeScalars
    guard let base = scalars.first else { return [" "] }
    guard isSafe(base), width(base) == columns else { return [replacement] }
    var result = [base]
    // Of signs that are text by themselves only keys are pictures: 1, U+FE0F, U+20E3.
    let isPicture =
      keepsSequences && base.properties.isEmoji
      && (base.value >= 0x203C || scalars.contains("\u{20E3}"))
    for mark in scalars.dropFirst() where isPicture || result.count < longest {
      if isPicture, isOfSequence(mark) {
        result.append(mark)
      } else if isSafe(mark), !isVariationSelector(mark), width(mark) == 0 {
        result.append(mark)
      }
    }
    return result
  }

  /// The columns that the C library gives `scalar`, by which ncurses places it.
  static func cellWidth(_ scalar: Unicode.Scalar) -> Int {
    if isPrintingASCII(scalar) { return 1 }
    return Int(wcwidth(wchar_t(bitPattern: scalar.value)))
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    if isPrintingASCII(scalar) { return true }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }

  private static func isPrintingASCII(_ scalar: Unicode.Scalar) -> Bool {
    (0x20..<0x7F).contains(scalar.value)
  }

  private static func isOfSequence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200D, 0xFE0F, 0xE0020...0xE007F: true
    default: false
    }
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isVariationSelector
  }
}
