import Screen

/// What one role changes in the look of what it lies over.
public struct RoleStyle: Hashable, Sendable {
  /// A change of the attributes of what is below.
  public struct AttributeChange: Hashable, Sendable {
    /// Whether the attributes from below are dropped first; `"plain"` in theme files.
    public var clears: Bool
    /// The attributes that are added.
    public var adds: Style.Attributes

    /// A change; without arguments, none.
    public init(clears: Bool = false, adds: Style.Attributes = []) {
      self.clears = clears
      self.adds = adds
    }

    /// What becomes of `attributes`.
    public func applied(to attributes: Style.Attributes) -> Style.Attributes {
      (clears ? [] : attributes).union(adds)
    }
  }

  /// The colour of the letters; nil keeps the one from below.
  public var foreground: Color?
  /// The colour behind them; nil keeps the one from below.
  public var background: Color?
  /// What becomes of the attributes.
  public var attributes: AttributeChange
  /// What becomes of them where no colours are shown; nil for the same as ``attributes``.
  public var monochrome: AttributeChange?

  /// A change of look; without arguments, none.
  public init(
    foreground: Color? = nil, background: Color? = nil,
    attributes: AttributeChange = AttributeChange(), monochrome: AttributeChange? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.monochrome = monochrome
  }

  /// The same meaning without colours: the ``monochrome`` attributes alone.
  public var withoutColors: RoleStyle {
    RoleStyle(attributes: monochrome ?? attributes)
  }

  /// How what looks like `style` looks under this role.
  public func applied(to style: Style) -> Style {
    Style(
      foreground: foreground ?? style.foreground,
      background: background ?? style.background,
      attributes: attributes.applied(to: style.attributes))
  }
}
