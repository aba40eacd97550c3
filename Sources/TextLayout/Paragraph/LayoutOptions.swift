import ArabicText

/// What decides how a paragraph becomes lines.
public struct LayoutOptions: Hashable, Sendable {
  /// The columns of a line, at least 1.
  public var width: Int
  /// The direction of the paragraph, or `nil` for that of its first strong scalar.
  public var direction: Direction?
  /// The direction of a paragraph that has no strong scalar.
  public var fallback: Direction
  /// How letters are drawn.
  public var lettering: Lettering
  /// The distance of tab stops in columns, at least 1.
  public var tabStop: Int
  /// Whether full lines are stretched to the width, by kashidas and by wider spaces; the last line of
  /// a paragraph never is.
  public var justifies: Bool

  /// Options for lines of `width` columns.
  public init(
    width: Int, direction: Direction? = nil, fallback: Direction = .rightToLeft,
    lettering: Lettering = Lettering(), tabStop: Int = 4,
    justifies: Bool = false
  ) {
    self.width = max(1, width)
    self.direction = direction
    self.fallback = fallback
    self.lettering = lettering
    self.tabStop = max(1, tabStop)
    self.justifies = justifies
  }
}
