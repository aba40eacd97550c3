import Screen

/// How each role looks.
///
/// A theme is read by a ``ThemeCatalog`` from a TOML file; ``ThemeSource`` describes the file.
package struct Theme: Hashable, Sendable {
  /// The background that a theme is made for.
  package enum Appearance: String, Hashable, Sendable, CaseIterable {
    case light, dark
    /// Either: the theme uses the terminal's own colours.
    case any
  }

  /// Its name: that of its file without `.toml`.
  package let name: String
  /// The background that it is made for.
  package let appearance: Appearance
  /// What the theme says itself; roles that it leaves out are not here.
  private(set) var styles: [Role: RoleStyle]

  /// A theme of the given looks; roles that are left out take their ``Role/fallback``.
  package init(name: String, appearance: Appearance = .any, styles: [Role: RoleStyle] = [:]) {
    self.name = name
    self.appearance = appearance
    self.styles = styles
  }

  /// The look of `role`: the theme's own, or that of the nearest role in the chain of
  /// ``Role/fallback`` that it has.
  ///
  /// A mark that would take the look of ``Role/text`` gets an empty one, so that what is below it
  /// shows; ``Role/selection`` gets `reverse` instead, because a reader must always see it.
  package subscript(role: Role) -> RoleStyle {
    if let style = styles[role] { return style }
    if role == .selection { return RoleStyle(attributes: .init(adds: .reverse)) }
    guard let fallback = role.fallback, fallback != .text || role.isGround else {
      return RoleStyle()
    }
    return self[fallback]
  }

  /// The look of a cell that has all of `roles`, the lowest first.
  ///
  /// The first role is the ground; where it is a mark, the ground is ``Role/text``. Each role
  /// sets the colours that it names and adds its attributes, so give them in the order in which
  /// they cover each other, for example
  /// `[.text, .quoteDirect, .person, .speaker, .search, .mention, .selection]`.
  /// A ground lies over the ground that it falls back to, so that a background given to
  /// ``Role/text`` is that of the whole screen but for the grounds with one of their own.
  ///
  /// - Complexity: O(*n*) in the roles.
  package func style(_ roles: [Role]) -> Style {
    let first = roles.first ?? .text
    let hasGround = first.isGround
    return roles.dropFirst(hasGround ? 1 : 0).reduce(ground(hasGround ? first : .text)) {
      style, role in self[role].applied(to: style)
    }
  }

  private func ground(_ role: Role) -> Style {
    let below = role.fallback.map(ground) ?? .plain
    return styles[role]?.applied(to: below) ?? below
  }

  /// The look of a cell that has all of `roles`, the lowest first.
  package func style(_ roles: Role...) -> Style {
    style(roles)
  }

  /// The theme for terminals without colours and for people who set `NO_COLOR`.
  package var withoutColors: Theme {
    var theme = self
    theme.styles = styles.mapValues(\.withoutColors)
    return theme
  }

  /// The roles that the theme, or one that it inherits from, names itself.
  package var ownRoles: Set<Role> { Set(styles.keys) }
}
