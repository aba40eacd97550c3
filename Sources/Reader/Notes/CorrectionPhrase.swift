import Annotations
import Interface

extension Correction {
  /// What it changes into what, in full: `البرهان → عبد الفتاح البرهان`.
  ///
  /// - Parameter words: what the passage says that it stands on.
  /// - Returns: that, as a part of a sentence.
  func phrase(of words: String) -> Phrase {
    func change(_ old: String, _ new: Phrase.Argument) -> Phrase {
      Phrase(.changeOfTo, .text(old), new)
    }
    return switch self {
    case .retype(let subject, let kind):
      Phrase(
        .changeOfKind, .text(subject.name), .phrase(Phrase(subject.kind.name)),
        .phrase(Phrase(kind.name)))
    case .rename(let subject, let name), .split(let subject, let name):
      change(subject.name, .text(name))
    case .merge(let subject, let into): change(subject.name, .text(into.name))
    case .reject(let subject): change(subject.name, .phrase(Phrase(.noNameAtAll)))
    case .add(let subject): change(subject.name, .phrase(Phrase(subject.kind.name)))
    case .confirm(let subject): change(subject.name, .phrase(Phrase(subject.kind.name)))
    case .speaker(let name, let source):
      change(source ?? words, name.map { .text($0) } ?? .phrase(Phrase(.nobodyNamed)))
    case .unknown: change(words, .text("?"))
    }
  }
}
