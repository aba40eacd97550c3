import Glibc
import Platform

/// Why a theme cannot be used, and where.
package struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// The file is not TOML.
    case syntax(TOMLError.Problem)
    /// A key that has no meaning where it stands.
    case unknownKey(String, allowed: [String])
    /// A role that does not exist.
    case unknownRole(String)
    /// A value of the wrong kind.
    case wrongKind(key: String, found: TOML.Kind, allowed: Phrase)
    /// A word that is none of those that the key takes.
    case unknownWord(String, key: String, allowed: [String])
    /// A word that is no attribute.
    case unknownAttribute(String, allowed: [String])
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
    /// There is no file at the path that was asked for.
    case missing
    /// The file is there and cannot be read.
    case unreadable(FileError.Reason)
  }

  /// The file's name; nil where the problem lies in no file.
  package var file: String?
  /// Where in the file.
  package var position: TOML.Position?
  /// What is wrong.
  package var problem: Problem

  /// `file:line:column: what is wrong; what is allowed`, in English.
  package var description: String { message(in: .english) }
}

extension ThemeError: UserFacingError {
  /// What is wrong and what is allowed, with file, line and column, in no language yet.
  package var phrase: Phrase {
    file.map { .inFile($0, position, problem.phrase) } ?? problem.phrase
  }

  /// 78.
  package var exitCode: Int32 { EX_CONFIG }
}

extension ThemeError.Problem {
  /// What is wrong and what is allowed, in no language yet.
  fileprivate var phrase: Phrase {
    switch self {
    case .syntax(let problem): problem.phrase
    case .unknownKey(let key, let allowed): Phrase(.themeUnknownKey, .safe(key), .list(allowed))
    case .unknownRole(let role):
      Phrase(.themeUnknownRole, .safe(role), .list(Role.allCases.map(\.rawValue)))
    case .wrongKind(let key, let found, let allowed):
      Phrase(.themeWrongKind, .safe(key), .phrase(found.phrase), .phrase(allowed))
    case .unknownAttribute(let word, let allowed):
      Phrase(.themeUnknownAttribute, .safe(word), .list(allowed))
    case .unknownWord(let word, let key, let allowed):
      Phrase(.themeUnknownWord, .safe(word), .word(key), .list(allowed))
    case .unknownColor(let color, []):
      Phrase(.themeUnknownColor, .safe(color), .list(TerminalColorNames.all))
    case .unknownColor(let color, let palette):
      Phrase(
        .themeUnknownPaletteColor, .safe(color), .list(TerminalColorNames.all),
        .list(palette.map(\.safeForMessages)))
    case .reservedColorName(let name): Phrase(.themeReservedColor, .safe(name))
    case .duplicateRole(let role, let first):
      Phrase(.themeDuplicateRole, .word(role), .number(first.line))
    case .inheritanceCycle(let names):
      Phrase(.themeCycle, .word(names.map(\.safeForMessages).joined(separator: " → ")))
    case .notFound(let name, let searched, let builtIn):
      Phrase(
        .themeNotFound, .safe(name), .list(builtIn), .list(searched.map(\.safeForMessages)))
    case .missing: Phrase(.themeUnreadable)
    case .unreadable(let reason): Phrase(.fileUnreadable, reason.argument)
    }
  }
}

extension Phrase.Argument {
  /// A word of a file, without what would steer the terminal.
  fileprivate static func safe(_ word: String) -> Self { .word(word.safeForMessages) }

  fileprivate static func list(_ words: [String]) -> Self { .word(words.joined(separator: ", ")) }
}
