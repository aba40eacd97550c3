import ArabicText

/// What decides how a paragraph becomes lines.
public struct LayoutOptions: Hashable, Sendable {
  /// The columns of a line, at least 1.
  public var width: Int
  /// The direction of the paragraph, or `nil` for that of its first strong scalar.
  public var direction: Direction?
  /// The direction of a paragraph that has no strong scalar.
  public var fallback: Direction
  /// Whether cells stand in visual order with shaped letters. Without, they stand in logical order
  /// with the letters of the text, for a terminal that does its own reordering.
  public var isVisual: Bool
  /// The distance of tab stops in columns, at least 1.
  public var tabStop: Int

  /// Options for lines of `width` columns.
  public init(
    width: Int, direction: Direction? = nil, fallback: Direction = .rightToLeft,
    isVisual: Bool = true, tabStop: Int = 4
  ) {
    self.width = max(1, width)
    self.direction = direction
    self.fallback = fallback
    self.isVisual = isVisual
    self.tabStop = max(1, tabStop)
  }
}
