import Screen

/// A theme file as it was written: checked, but colours not yet looked up in a palette.
///
/// ```toml
/// appearance = "dark"                 # or "light", "any"
/// inherits = "dark"                   # a theme whose palette and roles this one changes
///
/// [palette]
/// amber = "#e6b450"                   # names for use below
///
/// [roles]
/// person = "amber"                    # the foreground alone
/// place = { foreground = "#8fd4a8", attributes = ["underline"] }
/// quote.direct = { foreground = "bright-magenta", monochrome = ["italic"] }
/// "search.current" = { foreground = "black", background = "amber" }
/// ```
///
/// A theme for light and for dark backgrounds says what differs in tables of their names, over what
/// both have in common; there, too, `inherits`, `palette` and `roles` may stand:
///
/// ```toml
/// [light]
/// inherits = "paper"
/// [dark]
/// inherits = "night"
/// [dark.roles]
/// person = "#e6b450"
/// ```
///
/// The keys of a role are `foreground`, `background`, `attributes` and `monochrome`, which takes the
/// place of `attributes` where no colours are shown. Attributes are `bold`, `dim`, `italic`,
/// `underline`, `reverse`, and `plain`, which drops those of what is below. A role that is given
/// again replaces the inherited one wholly; a palette name that is given again changes the colour
/// of the inherited roles that use it.
struct ThemeSource {
  /// A colour by its name, and where it is named.
  struct NamedColor {
    var file: String
    var position: TOML.Position
    var name: String
  }

  /// A role whose colours are still names.
  struct RoleSource {
    var foreground: NamedColor?
    var background: NamedColor?
    var attributes = RoleStyle.AttributeChange()
    var monochrome: RoleStyle.AttributeChange?
  }

  let file: String
  var appearance: Theme.Appearance?
  var inherits: (name: String, position: TOML.Position)?
  /// What is said for light and for dark backgrounds alone.
  private var variants: [Theme.Appearance: ThemeSource] = [:]
  private var palette: [String: Color] = [:]
  private var roles: [Role: RoleSource] = [:]
  private var rolePositions: [Role: TOML.Position] = [:]

  init(_ bytes: [UInt8], file: String) throws(ThemeError) {
    let table: TOML.Table
    do {
      table = try TOML.read(bytes, file: file)
    } catch {
      throw ThemeError(file: file, position: error.position, problem: .syntax(error.problem))
    }
    try self.init(table, file: file, isVariant: false)
  }

  private init(_ table: TOML.Table, file: String, isVariant: Bool) throws(ThemeError) {
    self.file = file
    for entry in table.entries {
      switch (entry.key.name, isVariant) {
      case ("inherits", _): inherits = (try string(entry), entry.value.position)
      case ("palette", _): try readPalette(entry)
      case ("roles", _): try readRoles(self.table(entry), under: "")
      case ("appearance", false): appearance = try word(entry)
      case ("light", false): variants[.light] = try variant(entry)
      case ("dark", false): variants[.dark] = try variant(entry)
      default:
        let own = ["appearance", "inherits", "palette", "roles", "light", "dark"]
        throw unknownKey(
          entry.key, allowed: isVariant ? ["inherits", "palette", "roles"] : own)
      }
    }
  }

  private func variant(_ entry: TOML.Table.Entry) throws(ThemeError) -> ThemeSource {
    try ThemeSource(try table(entry), file: file, isVariant: true)
  }

  /// What the file says for a background: its variant, where it has one, over the rest.
  func source(on background: Theme.Appearance) -> ThemeSource {
    guard var variant = variants[background] else { return self }
    variant.appearance = background
    variant.inherits = variant.inherits ?? inherits
    return variant.over(self)
  }

  /// What this file says, over what `parent` says.
  func over(_ parent: ThemeSource) -> ThemeSource {
    var result = self
    result.appearance = appearance ?? parent.appearance
    result.palette = parent.palette.merging(palette) { _, own in own }
    result.roles = parent.roles.merging(roles) { _, own in own }
    return result
  }

  /// The theme, with all colours looked up.
  func theme(named name: String) throws(ThemeError) -> Theme {
    var styles: [Role: RoleStyle] = [:]
    // In the order of roles, so that of several unknown colours the same is reported each time.
    for role in Role.allCases {
      guard let source = roles[role] else { continue }
      styles[role] = RoleStyle(
        foreground: try color(source.foreground), background: try color(source.background),
        attributes: source.attributes, monochrome: source.monochrome)
    }
    return Theme(name: name, appearance: appearance ?? .any, styles: styles)
  }

  private func color(_ named: NamedColor?) throws(ThemeError) -> Color? {
    guard let named else { return nil }
    if let color = palette[named.name] ?? Color(themeName: named.name) { return color }
    throw ThemeError(
      file: named.file, position: named.position,
      problem: .unknownColor(named.name, palette: palette.keys.sorted()))
  }

  // MARK: Sections

  private mutating func readPalette(_ section: TOML.Table.Entry) throws(ThemeError) {
    for entry in try table(section).entries {
      let name = entry.key.name
      guard Color(themeName: name) == nil else {
        throw error(.reservedColorName(name), at: entry.key.position)
      }
      let value = try string(entry)
      guard let color = Color(themeName: value) else {
        throw error(.unknownColor(value, palette: []), at: entry.value.position)
      }
      palette[name] = color
    }
  }

  /// Reads roles whose names begin with `prefix`: dotted names are tables in tables.
  private mutating func readRoles(
    _ table: TOML.Table, under prefix: String
  ) throws(ThemeError) {
    for entry in table.entries {
      let name = prefix + entry.key.name
      guard case .table(let content) = entry.value.content else {
        try add(RoleSource(foreground: try namedColor(entry)), name: name, key: entry.key)
        continue
      }
      let subroles = Role.allCases.map(\.rawValue).filter { $0.hasPrefix(name + ".") }
      var source = RoleSource()
      var parts: [TOML.Table.Entry] = []
      for part in content.entries {
        switch part.key.name {
        case "foreground": source.foreground = try namedColor(part)
        case "background": source.background = try namedColor(part)
        case "attributes": source.attributes = try attributes(part)
        case "monochrome": source.monochrome = try attributes(part)
        default: parts.append(part)
        }
      }
      // A table that holds nothing but subroles, as `quote`, need not be a role itself.
      if subroles.isEmpty || parts.isEmpty || parts.count < content.entries.count {
        try add(source, name: name, key: entry.key)
      }
      for part in parts where Role(rawValue: name) != nil {
        let subrole = name + "." + part.key.name
        guard subroles.contains(where: { $0 == subrole || $0.hasPrefix(subrole + ".") }) else {
          throw unknownKey(part.key, allowed: Self.roleKeys)
        }
      }
      try readRoles(TOML.Table(entries: parts), under: name + ".")
    }
  }

  private static let roleKeys = ["foreground", "background", "attributes", "monochrome"]

  private mutating func add(
    _ source: RoleSource, name: String, key: TOML.Key
  ) throws(ThemeError) {
    guard let role = Role(rawValue: name) else {
      throw error(.unknownRole(name), at: key.position)
    }
    if let first = rolePositions[role] {
      throw error(.duplicateRole(name, first: first), at: key.position)
    }
    roles[role] = source
    rolePositions[role] = key.position
  }
}
