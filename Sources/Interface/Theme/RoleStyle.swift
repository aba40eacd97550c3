import Screen

/// What one role changes in the look of what it lies over.
package struct RoleStyle: Hashable, Sendable {
  /// A change of the attributes of what is below.
  package struct AttributeChange: Hashable, Sendable {
    /// Whether the attributes from below are dropped first; `"plain"` in theme files.
    package var clears: Bool
    /// The attributes that are added.
    package var adds: Style.Attributes

    /// A change; without arguments, none.
    package init(clears: Bool = false, adds: Style.Attributes = []) {
      self.clears = clears
      self.adds = adds
    }

    /// What becomes of `attributes`.
    package func applied(to attributes: Style.Attributes) -> Style.Attributes {
      (clears ? [] : attributes).union(adds)
    }
  }

  /// The colour of the letters; nil keeps the one from below.
  package var foreground: Color?
  /// The colour behind them; nil keeps the one from below.
  package var background: Color?
  /// What becomes of the attributes.
  package var attributes: AttributeChange
  /// What becomes of them where no colours are shown; nil for the same as ``attributes``.
  package var monochrome: AttributeChange?

  /// A change of look; without arguments, none.
  package init(
    foreground: Color? = nil, background: Color? = nil,
    attributes: AttributeChange = AttributeChange(), monochrome: AttributeChange? = nil
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
    self.monochrome = monochrome
  }

  /// The same meaning without colours: the ``monochrome`` attributes alone.
  package var withoutColors: RoleStyle {
    RoleStyle(attributes: monochrome ?? attributes)
  }

  /// How what looks like `style` looks under this role.
  ///
  /// Letters of a colour of their own are not faint from below: red or blue that is faint as well cannot be
  /// read on black, as a name in words that stand in marks.
  package func applied(to style: Style) -> Style {
    let below = foreground == nil ? style.attributes : style.attributes.subtracting(.dim)
    return Style(
      foreground: foreground ?? style.foreground,
      background: background ?? style.background,
      attributes: attributes.applied(to: below))
  }
}
