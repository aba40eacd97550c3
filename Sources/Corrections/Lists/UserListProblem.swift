import Annotations
import ArabicAnalysis

/// Why a list that the user keeps, or lines of lists, say nothing.
package enum UserListProblem: Hashable, Sendable {
  /// A list cannot be read.
  case unread(StoreError)
  /// These lines cannot be used; the others are. There is one at least.
  case unusable([Line])

  /// A line that cannot be used.
  package struct Line: Hashable, Sendable {
    /// The path of the list.
    package var path: String
    /// The line, from 1.
    package var number: Int
    /// Why.
    package var reason: Reason

    /// The line `number` of the list at `path`, which cannot be used for `reason`.
    package init(path: String, number: Int, reason: Reason) {
      (self.path, self.number, self.reason) = (path, number, reason)
    }
  }

  /// Why a line cannot be used.
  package enum Reason: Hashable, Sendable {
    /// A name without a kind, or a kind without a name.
    case noKind
    /// What stands there for a kind is none.
    case unknownKind(String)
    /// A phrase without who speaks by it, or the other way round.
    case noSpeaker
  }
}

extension UserListProblem.Line {
  /// The line that `error` is of, in the list at `path`.
  init(_ error: UserNamesError, in path: String) {
    self.init(
      path: path, number: error.line,
      reason: error.kind.isEmpty ? .noKind : .unknownKind(error.kind))
  }
}
