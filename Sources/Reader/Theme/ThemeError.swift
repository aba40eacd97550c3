/// Why a theme cannot be used, and where.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The file is not TOML, or outside the subset that is read.
    case syntax(TOMLError.Problem)
    /// A key that has no meaning where it stands.
    case unknownKey(String, allowed: [String])
    /// A role that does not exist.
    case unknownRole(String)
    /// A value of the wrong kind.
    case wrongKind(key: String, found: String, allowed: String)
    /// A word that is none of those that the key takes.
    case unknownWord(String, key: String, allowed: [String])
    /// A colour that is neither `#rrggbb` nor a name of the terminal or of the palette.
    case unknownColor(String, palette: [String])
    /// A palette name that the terminal's colours have.
    case reservedColorName(String)
    /// A role that is given twice, as a dotted and as a quoted name; first at the position.
    case duplicateRole(String, first: TOML.Position)
    /// Themes that inherit from each other, in order, the first again at the end.
    case inheritanceCycle([String])
    /// No theme of that name; the places that were searched and the names of the built-in ones.
    case notFound(String, searched: [String], builtIn: [String])
    /// The file that was asked for by its path does not exist or cannot be read.
    case unreadable
  }

  /// The file's name; nil where the problem lies in no file.
  public var file: String?
  /// Where in the file.
  public var position: TOML.Position?
  /// What is wrong.
  public var problem: Problem

  /// `file:line:column: what is wrong; what is allowed`.
  public var description: String {
    guard let file else { return problem.description }
    guard let position else { return "\(file.safeForMessages): \(problem)" }
    return TOMLError.message(file: file, position: position, problem.description)
  }
}

extension ThemeError.Problem: CustomStringConvertible {
  /// What is wrong and what is allowed, in words.
  public var description: String {
    switch self {
    case .syntax(let problem):
      problem.description
    case .unknownKey(let key, let allowed):
      "unknown key \"\(key.safeForMessages)\"; allowed: \(allowed.joined(separator: ", "))"
    case .unknownRole(let role):
      "unknown role \"\(role.safeForMessages)\"; "
        + "allowed: \(Role.allCases.map(\.rawValue).joined(separator: ", "))"
    case .wrongKind(let key, let found, let allowed):
      "\"\(key.safeForMessages)\" is \(found); allowed: \(allowed)"
    case .unknownWord(let word, let key, let allowed):
      "\"\(word.safeForMessages)\" is no \(key); allowed: \(allowed.joined(separator: ", "))"
    case .unknownColor(let color, let palette):
      "\"\(color.safeForMessages)\" is no colour; allowed: #rrggbb, default, "
        + TerminalColorNames.all.joined(separator: ", ")
        + (palette.isEmpty
          ? "" : "; from the palette: " + palette.map(\.safeForMessages).joined(separator: ", "))
    case .reservedColorName(let name):
      "\"\(name.safeForMessages)\" is a colour of the terminal; allowed: any other name"
    case .duplicateRole(let role, let first):
      "\"\(role)\" was given before, on line \(first.line); allowed: each role once"
    case .inheritanceCycle(let names):
      "themes inherit from each other: "
        + names.map(\.safeForMessages).joined(separator: " → ")
        + "; allowed: a chain that ends"
    case .notFound(let name, let searched, let builtIn):
      "no theme \"\(name.safeForMessages)\"; built in: \(builtIn.joined(separator: ", "))"
        + "; searched: " + searched.map(\.safeForMessages).joined(separator: ", ")
    case .unreadable:
      "the theme file does not exist or cannot be read; allowed: the path of a TOML file"
    }
  }
}
