import ArabicText

/// What decides how a paragraph becomes lines.
package struct LayoutOptions: Hashable, Sendable {
  /// The columns of a line, at least 1.
  package var width: Int
  /// The direction of the paragraph, or `nil` for that of its first strong scalar.
  package var direction: Direction?
  /// The direction of a paragraph that has no strong scalar.
  package var fallback: Direction
  /// How letters are drawn.
  package var lettering: Lettering
  /// The distance of tab stops in columns, at least 1.
  package var tabStop: Int
  /// Whether full lines are stretched to the width, by kashidas and by wider spaces; the last line of
  /// a paragraph never is.
  package var justifies: Bool
  /// Whether several blanks in a row are drawn as one.
  package var closesBlanks: Bool
  /// The columns by which the lines behind the first stand further in than it, as those of an item of a list
  /// do; fewer than half of a line, else none.
  package var hang: Int

  /// Options for lines of `width` columns.
  package init(
    width: Int, direction: Direction? = nil, fallback: Direction = .rightToLeft,
    lettering: Lettering = Lettering(), tabStop: Int = 4,
    justifies: Bool = false, closesBlanks: Bool = false, hang: Int = 0
  ) {
    self.width = max(1, width)
    self.direction = direction
    self.fallback = fallback
    self.lettering = lettering
    self.tabStop = max(1, tabStop)
    self.justifies = justifies
    self.closesBlanks = closesBlanks
    self.hang = hang > 0 && hang < self.width / 2 ? hang : 0
  }
}
