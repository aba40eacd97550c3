import Annotations
import ArabicText

extension Question.Kind: Relocatable {
  func relocated(by change: TextChange) -> Question.Kind? {
    switch self {
    case .filter: self
    case .gone(let name, let text):
      name.target(in: change.new).map { .name(name.purpose, $0, text) } ?? self
    case .correction(let target): target.relocated(by: change).map { .correction($0) }
    case .name(let purpose, let target, let text):
      target.relocated(by: change).map { .name(purpose, $0, text) }
        ?? .gone(LostName(purpose, target, of: change.old), text)
    case .scope(let correction, let target):
      target.relocated(by: change).map { .scope(correction, $0) }
        ?? correction.typed.map { .gone(LostName($0, target, of: change.old), $1) }
    }
  }

  /// The words that it is of.
  var span: TextSpan? {
    switch self {
    case .correction(let target), .name(_, let target, _), .scope(_, let target): target.span
    case .filter, .gone: nil
    }
  }
}

extension Correction {
  /// The name that was typed for it, and what that was asked for.
  var typed: (Question.NamePurpose, String)? {
    switch self {
    case .rename(_, let name): (.rename, name)
    case .merge(_, let into): (.merge, into.name)
    case .speaker(let name?, _): (.speaker, name)
    default: nil
    }
  }
}
