import Annotations
import Interface

extension Correction {
  /// What it says, in a few words.
  package var phrase: Phrase {
    func words(_ text: String) -> Phrase.Argument { .text(text.onOneLine) }
    switch self {
    case .retype(let subject, let kind):
      return Phrase(
        .correctionRetype, words(subject.name), .phrase(Phrase(subject.kind.name)),
        .phrase(Phrase(kind.name)))
    case .rename(let subject, let name):
      return Phrase(.correctionRename, words(subject.name), words(name))
    case .merge(let subject, let into):
      return Phrase(.correctionMerge, words(subject.name), words(into.name))
    case .split(let subject, let name):
      return Phrase(.correctionSplit, words(subject.name), words(name))
    case .reject(let subject): return Phrase(.correctionReject, words(subject.name))
    case .add(let subject):
      return Phrase(.correctionAdd, words(subject.name), .phrase(Phrase(subject.kind.name)))
    case .confirm(let subject):
      return Phrase(.correctionConfirm, words(subject.name), .phrase(Phrase(subject.kind.name)))
    case .speaker(let name?, _): return Phrase(.correctionSpeaker, words(name))
    case .speaker(nil, _): return Phrase(.correctionNoSpeaker)
    case .unknown: return Phrase(.correctionUnknown)
    }
  }

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
    case .confirm(let subject):
      Phrase(.changeNothing, .text(subject.name), .phrase(Phrase(subject.kind.name)))
    case .speaker(let name, let source):
      change(
        source ?? Self.beginning(of: words), name.map { .text($0) } ?? .phrase(Phrase(.nobodyNamed))
      )
    case .unknown: change(words, .text("?"))
    }
  }
}

extension Correction {
  /// Whether it can only be of the place where it is made: a mention that is somebody else's, a quotation without
  /// words for who says it.
  var isOfOnePlace: Bool {
    switch self {
    case .split, .speaker(_, nil): true
    default: false
    }
  }

  /// How many words of a quotation stand for it.
  private static let fewWords = 3

  /// The first of `words`, so that what they become has room beside them.
  private static func beginning(of words: String) -> String {
    let all = words.split(whereSeparator: \.isWhitespace)
    return all.prefix(fewWords).joined(separator: " ") + (all.count > fewWords ? "…" : "")
  }
}

extension Annotation {
  /// What its correction says, in a few words: of one mention that is no name, the words that it stands on,
  /// which may be another's than the name.
  package var correctionPhrase: Phrase? {
    if case .reject = correction, !scope.isWide, !anchor.exact.isEmpty {
      return Phrase(.correctionReject, .text(anchor.exact.onOneLine))
    }
    return correction?.phrase
  }
}
