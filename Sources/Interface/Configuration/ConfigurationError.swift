import Glibc
import Platform
import Screen

/// Why a configuration file cannot be used, and where.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Problem: Hashable, Sendable {
    /// The file is not TOML.
    case syntax(TOMLError.Problem)
    /// The file is there and cannot be read.
    case unreadable(FileError.Reason)
    /// A name that is no setting.
    case unknownSetting(String)
    /// A setting of the wrong kind of value.
    case wrongKind(String, allowed: String)
    /// A value that the setting cannot have.
    case wrongValue(String, Setting)
    /// A name under `[keys]` that is no command.
    case unknownCommand(String)
    /// A command that is given twice, as a dotted and as a quoted name; first at the position.
    case commandTwice(Command, first: TOML.Position)
    /// A name that is no key to bind.
    case wrongKey(String, Key.NameProblem)
    /// A key that calls another command already, given at the position.
    case keyTaken(Key, by: Command, first: TOML.Position)
  }

  /// The file's name.
  package var file: String
  /// Where in the file; nil where the whole of it is meant.
  package var position: TOML.Position?
  /// What is wrong.
  package var problem: Problem

  /// A problem with `file`.
  package init(file: String, position: TOML.Position? = nil, problem: Problem) {
    (self.file, self.position, self.problem) = (file, position, problem)
  }
}

extension ConfigurationError: UserFacingError, CustomStringConvertible {
  /// `file:line:column: what is wrong; what is allowed`, in English.
  package var description: String { message(in: .english) }

  /// `file:line:column: what is wrong; what is allowed`, in no language yet.
  package var phrase: Phrase { .inFile(file, position, problem.phrase) }

  /// 78.
  package var exitCode: Int32 { EX_CONFIG }
}

extension ConfigurationError.Problem {
  private static let sections = ["[keys]", "[lookup]", "[links]", "[open]"]

  /// What is wrong and what to do, in no language yet.
  fileprivate var phrase: Phrase {
    switch self {
    case .syntax(let problem): problem.phrase
    case .unreadable(let reason): Phrase(.fileUnreadable, reason.argument)
    case .unknownSetting(let name):
      Phrase(
        .unknownSetting, .word(name.safeForMessages),
        .word((Setting.allCases.map(\.rawValue) + Self.sections).joined(separator: ", ")))
    case .wrongKind(let name, ""): Phrase(.wantsText, .word(name.safeForMessages))
    case .wrongKind(let name, let allowed):
      Phrase(.wrongKind, .word(name.safeForMessages), .word(allowed))
    case .wrongValue(let value, let setting):
      Phrase(
        .wrongValue, .word(value.safeForMessages), .word(setting.rawValue), .word(setting.allowed))
    case .unknownCommand(let name):
      Phrase(
        .unknownCommand, .word(name.safeForMessages),
        .word(Command.names(near: name).joined(separator: ", ")))
    case .commandTwice(let command, let first):
      Phrase(.commandTwice, .word(command.rawValue), .number(first.line))
    case .wrongKey(let name, let problem): problem.phrase(of: name)
    case .keyTaken(let key, let command, let first):
      Phrase(.keyTaken, .word(key.name), .word(command.rawValue), .number(first.line))
    }
  }
}

extension Key.NameProblem {
  /// What is wrong with `name` and what to do.
  fileprivate func phrase(of name: String) -> Phrase {
    let name = Phrase.Argument.word(name.safeForMessages)
    return switch self {
    case .unknown:
      Phrase(.unknownKeyName, name, .word(Key.namesOfKeys.joined(separator: ", ")))
    case .sameAs(let other): Phrase(.keySameAs, name, .word(other))
    case .digit: Phrase(.keyIsDigit, name)
    case .reserved: Phrase(.keyReserved, name)
    }
  }
}
