import Annotations
import ArabicAnalysis
import ArabicText
import Screen

extension ReaderState {
  /// Asks what is to be corrected in what is selected.
  mutating func askForCorrection() {
    guard annotationSpan != nil else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    notes.selecting = nil
    if case .quotation = selection {
      notes.question = .name(.speaker, "")
    } else {
      notes.question = .correction
    }
  }

  /// The entity whose mention is selected, also as a passage of just its bounds.
  var entityToCorrect: Int? {
    if let selectedEntity { return selectedEntity }
    guard let span = annotationSpan else { return nil }
    return marks.places(in: span).first { $0.span == span }?.entity
  }

  private var subject: Correction.Subject? {
    entityToCorrect.map { index in
      let entity = marks.analysis.entities[index]
      return Correction.Subject(name: entity.canonical, kind: entity.kind.rawValue)
    }
  }

  /// Takes the key that tells what is to be corrected.
  mutating func chooseCorrection(_ key: Key) -> [Effect] {
    let kinds: [Key: EntityKind] = ["p": .person, "o": .organisation, "l": .place]
    if let kind = kinds[key] { return correct(kind: kind) }
    guard let subject else {
      notice = Notice(.noNameHere)
      return []
    }
    switch key {
    case "r": notes.question = .name(.rename, subject.name)
    case "m": notes.question = .name(.merge, "")
    case "s": notes.question = .name(.split, annotationSpan.map(document.text.string(in:)) ?? "")
    case "x": return askForScope(.reject(subject: subject))
    case "k", "y": return correct(.confirm(subject: subject), .everywhere)
    default: break
    }
    return []
  }

  private mutating func correct(kind: EntityKind) -> [Effect] {
    guard let span = annotationSpan else { return [] }
    if let subject {
      guard subject.kind != kind.rawValue else {
        return correct(.confirm(subject: subject), .everywhere)
      }
      return askForScope(.retype(subject: subject, kind: kind.rawValue))
    }
    let name = document.text.string(in: span).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return askForScope(.add(Correction.Subject(name: name, kind: kind.rawValue)))
  }

  /// Takes the name that was typed.
  mutating func correct(_ purpose: NoteQuestion.NamePurpose, name: String) -> [Effect] {
    if purpose == .speaker { return correct(speaker: name.isEmpty ? nil : name) }
    guard let subject, !name.isEmpty else { return [] }
    switch purpose {
    case .rename: return askForScope(.rename(subject: subject, name: name))
    case .split: return correct(.split(subject: subject, name: name), .here)
    case .merge:
      let target = marks.analysis.entities.first { $0.canonical == name && $0.kind.isNamed }
      guard let target else {
        notice = Notice(.nameUnknown, .text(name), isError: true)
        return []
      }
      let into = Correction.Subject(name: target.canonical, kind: target.kind.rawValue)
      return askForScope(.merge(subject: subject, into: into))
    case .speaker: return []
    }
  }

  /// Takes the name of who says the quotation that is selected, or that nobody does who has one.
  private mutating func correct(speaker name: String?) -> [Effect] {
    guard case .quotation(let span) = selection, let quotation = marks.quotation(at: span) else {
      return []
    }
    guard let source = quotation.source else {
      let isKnown = name.map { name in
        marks.analysis.entities.contains { $0.canonical == name }
          || !places(ofWords: name).isEmpty
      }
      guard isKnown ?? true else {
        notice = Notice(.nameUnknown, .text(name ?? ""), isError: true)
        return []
      }
      return correct(.speaker(name: name), .here)
    }
    let phrase = document.text.string(in: source)
    let count = marks.analysis.quotations(saidBy: phrase, in: document.text).count
    notes.question = .scope(.speaker(name: name, source: phrase), count: count)
    return []
  }

  /// Shows how many mentions a correction would be of, before it is done.
  private mutating func askForScope(_ correction: Correction) -> [Effect] {
    let count: Int
    if let entityToCorrect {
      count = marks.analysis.entities[entityToCorrect].mentions.count
    } else {
      count = annotationSpan.map { occurrences(of: $0).count } ?? 1
    }
    notes.question = .scope(correction, count: count)
    return []
  }

  /// The places where the words of `span` stand as whole words.
  func occurrences(of span: TextSpan) -> [TextSpan] {
    places(ofWords: document.text.string(in: span))
  }

  private func places(ofWords words: String) -> [TextSpan] {
    (FoldedPattern(words, folding: [])?.matches(in: document.text, span: analysedSpan) ?? [])
      .filter { document.text.isWhole($0) }
  }

  /// The part of the text that corrections are applied to.
  private var analysedSpan: TextSpan {
    if case .finished(let span) = progress { return span }
    return document.text.span
  }

  /// Notes the correction of what is selected.
  mutating func correct(_ correction: Correction, _ scope: Correction.Scope) -> [Effect] {
    guard let selection else { return [] }
    // A quotation is told by the piece that it begins with.
    let span = if case .quotation(let first) = selection { first } else { selection.span }
    var draft = NoteDraft()
    (draft.correction, draft.scope) = (scope == .here ? correction.ofOneMention : correction, scope)
    return request([.add(span, draft)], .corrected)
  }

  /// Applies the corrections to what the analysis has found.
  mutating func refreshCorrections() {
    let corrections = notes.items.filter { $0.annotation.correction != nil }
    guard !corrections.isEmpty || isCorrected else { return }
    isCorrected = !corrections.isEmpty
    let old = marks
    marks = Marks(found.corrected(by: corrections, in: document.text))
    follow(marks, from: old)
  }
}

extension Correction {
  /// What it comes to for one mention alone: another name there is a mention of another entity.
  fileprivate var ofOneMention: Correction {
    switch self {
    case .rename(let subject, let name): .split(subject: subject, name: name)
    case .merge(let subject, let into): .split(subject: subject, name: into.name)
    default: self
    }
  }
}

extension DecodedText {
  /// Whether no letter stands directly before or after `span`.
  func isWhole(_ span: TextSpan) -> Bool {
    let before = scalar(before: span.lower).map { ScalarProperties($0.value).isLetter } ?? false
    let after = scalar(at: span.upper).map { ScalarProperties($0.value).isLetter } ?? false
    return !before && !after
  }
}
