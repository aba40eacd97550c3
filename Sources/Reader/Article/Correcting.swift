import Annotations
import ArabicAnalysis
import ArabicText
import Corrections
import Interface
import Platform
import Screen

extension ReaderState {
  /// Asks what is to be corrected in what is selected.
  mutating func askForCorrection() {
    guard let target = correctionTarget else {
      notice = Notice(.selectPassageFirst, .call(of: .selectPassage, in: keymap))
      return
    }
    if target.isQuotation {
      let typed = takeUpName(.speaker, for: target) ?? ""
      modes.push(NamePicker(.speaker(target), in: self, query: typed))
    } else {
      ask(.correction(target))
    }
  }

  private mutating func ask(_ kind: Question.Kind) { modes.push(Question(kind)) }

  /// Corrects what the key says.
  mutating func chooseCorrection(of target: CorrectionTarget, by key: Key) -> [Effect] {
    let kinds: [Key: EntityKind] = ["p": .person, "o": .organisation, "l": .place]
    if let kind = kinds[key] {
      askForScope(of: target.correction(to: kind, in: text), target)
      return []
    }
    guard let subject = target.subject else {
      notice = Notice(.noNameHere)
      return []
    }
    switch key {
    case "r": ask(.name(.rename, target, takeUpName(.rename, for: target) ?? subject.name))
    case "m":
      let typed = takeUpName(.merge, for: target) ?? ""
      modes.push(NamePicker(.merge(target), in: self, query: typed))
    case "s":
      ask(.name(.split, target, takeUpName(.split, for: target) ?? written(at: target.span)))
    case "x": askForScope(of: .reject(subject: subject), target)
    case "k", "y": askForScope(of: .confirm(subject: subject), target)
    default: break
    }
    return []
  }

  /// Corrects by the name that was typed.
  mutating func correct(
    _ target: CorrectionTarget, _ purpose: Question.NamePurpose, name: String
  ) -> [Effect] {
    if purpose == .speaker { return correct(target, speaker: name.isEmpty ? nil : name) }
    guard let subject = target.subject, !name.isEmpty else { return [] }
    switch purpose {
    case .rename: askForScope(of: .rename(subject: subject, name: name), target)
    case .split: askForScope(of: .split(subject: subject, name: name), target)
    case .merge:
      let known = article.results.analysis.entities.first {
        $0.canonical == name && $0.kind.isNamed
      }
      if let known {
        askForScope(of: .merge(subject: subject, into: Correction.Subject(known)), target)
      } else {
        notice = Notice(.nameUnknown, .text(name), isError: true)
      }
    case .speaker: break
    }
    return []
  }

  /// Makes who is called `name` say a quotation, or nobody.
  private mutating func correct(_ target: CorrectionTarget, speaker name: String?) -> [Effect] {
    if let source = target.source {
      askForScope(of: .speaker(name: name, source: source.words), target)
      return []
    }
    let isKnown = name.map { name in
      article.results.analysis.entities.contains { $0.canonical == name }
        || !places(ofWords: name).isEmpty
    }
    guard isKnown ?? true else {
      notice = Notice(.nameUnknown, .text(name ?? ""), isError: true)
      return []
    }
    askForScope(of: .speaker(name: name), target)
    return []
  }

  private mutating func askForScope(of correction: Correction, _ target: CorrectionTarget) {
    ask(.scope(correction, target))
  }

  /// How many mentions or quotations a correction would be of now, before it is done.
  ///
  /// While the analysis of a text that has changed is not back, the places of its words count.
  ///
  /// - Complexity: O(*n*) in the quotations, or meanwhile in the length of the text.
  func count(of correction: Correction, _ target: CorrectionTarget) -> Int {
    if case .speaker(_, let source?) = correction {
      let found = article.results.analysis.quotations(saidBy: source, in: text).count
      return found > 0 ? found : places(ofWords: source).count
    }
    let entity = article.results.places(in: target.span).first { $0.span == target.span }?.entity
    if let entity {
      let known = article.results.analysis.entities[entity].mentions.count
      return isAnalysing
        ? max(known, places(ofWords: text.string(in: target.span)).count) : known
    }
    let named = target.bareName.map { text.places(ofName: $0, within: analysedSpan) } ?? []
    let others = Set(places(ofWords: text.string(in: target.span)) + named).filter { place in
      !place.overlaps(target.span) && article.results.places(in: place).isEmpty
    }
    return 1 + others.count
  }

  /// The places where these words stand as whole words.
  private func places(ofWords words: String) -> [TextSpan] {
    text.places(ofWords: words, within: analysedSpan)
  }

  /// The part of the text that corrections are applied to.
  private var analysedSpan: TextSpan {
    if case .finished(let span) = article.progress { return span }
    return text.span
  }

  /// Stores a correction.
  mutating func correct(
    _ target: CorrectionTarget, _ correction: Correction, _ scope: Correction.Scope
  ) -> [Effect] {
    correct(target.span, correction, scope)
  }

  /// Stores a correction of the words at `span`.
  mutating func correct(
    _ span: TextSpan, _ correction: Correction, _ scope: Correction.Scope
  ) -> [Effect] {
    var draft = AnnotationDraft()
    draft.correction = scope == .here ? correction.ofOneMention : correction
    draft.scope = scope
    let edits = removals(ofWhat: correction, at: span) + [.add(span, draft)]
    if case .confirm = correction { return request(edits, .accepted) }
    article.notes.unconfirmedNotes.append(
      UnsavedNote(correction, scope, of: span, words: text.string(in: span)))
    return request(edits, .corrected)
  }

  /// What a person has confirmed of the words at `span` and says again now, or otherwise.
  private func removals(ofWhat correction: Correction, at span: TextSpan) -> [NoteEdit] {
    switch correction {
    case .confirm, .retype, .reject:
      article.notes.items.filter { item in
        guard item.span == span, case .confirm = item.annotation.correction else { return false }
        return true
      }
      .map { .remove($0.id) }
    case .rename, .merge, .split, .add, .speaker, .unknown: []
    }
  }

  /// Applies the corrections to what the analysis has found.
  mutating func refreshCorrections() {
    let corrections = article.notes.items.filter { $0.annotation.correction != nil }
    guard !corrections.isEmpty || article.isCorrected else { return }
    article.isCorrected = !corrections.isEmpty
    let corrected = article.found.correcting(by: corrections, in: text)
    show(AnalysisIndex(corrected.analysis))
    if !isAnalysing { tell(ofUnmet: corrected.unmet) }
  }

  /// Says once of each correction that it changes nothing.
  private mutating func tell(ofUnmet unmet: [(correction: PlacedAnnotation, name: String)]) {
    let new = unmet.first { !article.unmetCorrections.contains($0.correction.id) }
    article.unmetCorrections = Set(unmet.map(\.correction.id))
    guard notice?.isError != true, let new, let correction = new.correction.annotation.correction
    else { return }
    notice = Notice(.correctionUnmet, .text(new.name.onOneLine), .phrase(correction.phrase))
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
