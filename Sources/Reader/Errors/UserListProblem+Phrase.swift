import Corrections
import Interface
import Platform

extension UserListProblem {
  /// The most lines that are told one by one.
  private static let most = 5

  /// What is wrong and what to do, in one sentence that fits the status line: of lines, the first.
  package var phrase: Phrase {
    switch self {
    case .unread(let error): return Phrase(.listUnread, .phrase(error.phrase))
    case .unusable(let lines):
      guard var first = lines.first else { return Phrase(.listLinesUnused, .number(0)) }
      first.path = FilePath.name(of: first.path)
      guard lines.count > 1 else { return first.phrase }
      return Phrase(.listLinesUnused, .phrase(first.phrase), .number(lines.count))
    }
  }

  /// The same with the lines one by one, but for those that are too many.
  package var phrases: [Phrase] {
    guard case .unusable(let lines) = self else { return [phrase] }
    let told = lines.prefix(Self.most).map(\.phrase)
    guard lines.count > Self.most else { return told }
    return told + [Phrase(.listMoreLinesUnused, .number(lines.count - Self.most))]
  }
}

extension UserListProblem.Line {
  /// What is wrong with the line and what to do.
  package var phrase: Phrase {
    switch reason {
    case .noKind: Phrase(.namesWithoutKind, .path(path), .number(number))
    case .unknownKind(let kind):
      Phrase(.namesUnknownKind, .path(path), .number(number), .path(kind))
    case .noSpeaker: Phrase(.speakersWithoutName, .path(path), .number(number))
    }
  }
}
