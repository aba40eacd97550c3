import Annotations
import ArabicAnalysis
import ArabicText

extension Analysis {
  /// The analysis as the corrections of its document want it: the last stage of ``AnalysisPipeline``.
  ///
  /// Corrections are applied in the order in which they were made; one whose place is not certain, or
  /// that is only proposed, is not. One that speaks of what is no longer there changes nothing.
  ///
  /// - Complexity: as for ``correcting(by:in:)``.
  package func corrected(by annotations: [PlacedAnnotation], in text: DecodedText) -> Analysis {
    correcting(by: annotations, in: text).analysis
  }

  /// The analysis as the corrections of its document want it, and those that change nothing, each with the
  /// name that the text has no more: that of what is corrected at its place, or of what it is merged with.
  ///
  /// - Complexity: O(*c* · *n*) in the corrections and the mentions; those that add a name everywhere
  ///   search the text.
  package func correcting(
    by annotations: [PlacedAnnotation], in text: DecodedText
  ) -> (analysis: Analysis, unmet: [(correction: PlacedAnnotation, name: String)]) {
    let corrections = annotations.filter {
      $0.annotation.correction != nil && $0.placement.isCertain && !$0.annotation.isProposal
    }
    guard !corrections.isEmpty else { return (self, []) }
    var unmet: [(correction: PlacedAnnotation, name: String)] = []
    var editor = AnalysisEditor(self, of: text)
    let inOrder = corrections.sorted {
      ($0.annotation.created, $0.id) < ($1.annotation.created, $1.id)
    }
    for placed in inOrder {
      guard let correction = placed.annotation.correction, let span = placed.span else { continue }
      // What was said of the same words before counts no more.
      unmet.removeAll { $0.correction.span == span }
      if let name = editor.nameMissed(by: correction, at: span) { unmet.append((placed, name)) }
      editor.apply(correction, at: span, placed.annotation.scope)
    }
    return (editor.finished, unmet)
  }
}

extension AnalysisEditor {
  /// The name without which `correction` changes nothing; `nil` where it is there, or none is needed.
  fileprivate func nameMissed(by correction: Correction, at span: TextSpan) -> String? {
    switch correction {
    case .retype(let subject, _), .rename(let subject, _), .split(let subject, _):
      place(at: span) == nil ? subject.name : nil
    case .merge(let subject, let into):
      place(at: span) == nil ? subject.name : bearer(of: into) == nil ? into.name : nil
    // What is gone need not be rejected, nor is it wrong that it was confirmed.
    case .confirm, .reject, .speaker, .add, .unknown: nil
    }
  }

  /// Applies `correction`, which stands at `span`.
  mutating func apply(_ correction: Correction, at span: TextSpan, _ scope: Correction.Scope) {
    switch correction {
    case .speaker(let name, let source):
      return attributeSpeech(at: span, source, to: name, scope)
    case .add(let subject): return addName(subject, at: span, scope)
    case .unknown: return
    case .confirm, .retype, .rename, .merge, .split, .reject: break
    }
    guard let place = place(at: span) else { return }
    let entity = entities[place.entity]
    switch correction {
    case .confirm(let subject):
      if entity.kind != subject.kind {
        return apply(.retype(subject: subject, kind: subject.kind), at: span, scope)
      }
      confirm(place, inAll: scope.isWide)
    case .retype(_, let kind) where scope.isWide:
      call(place.entity, entity.canonical, kind)
    case .retype(_, let kind):
      split(place, to: entity.written(entity.mentions[place.mention], in: text), kind)
    case .rename(_, let name): call(place.entity, name, entity.kind)
    case .merge(_, let into):
      if let target = bearer(of: into) { merge(place.entity, into: target) }
    case .split(_, let name):
      // Whoever has that name has the mention, too, of whatever kind they are.
      let known = self.entity(called: name, preferring: entity.kind)
      split(place, to: name, known.map { entities[$0].kind } ?? entity.kind)
    case .reject where scope.isWide: reject(place.entity)
    case .reject: reject(place)
    case .speaker, .add, .unknown: break
    }
  }

  /// Adds a name that was missed at `span`, and everywhere else where it stands alone.
  private mutating func addName(
    _ subject: Correction.Subject, at span: TextSpan, _ scope: Correction.Scope
  ) {
    var spans = [span]
    if scope.isWide {
      let others = places(of: text.string(in: span)) + text.places(ofName: subject.name)
      for place in others where !isTaken(place) && !spans.contains(where: place.overlaps) {
        spans.append(place)
      }
    }
    // What overlapped the passage that the user marked was not right.
    let wrong = rejectMentions { $1.span.overlaps(span) }
    for span in spans {
      let named = add(
        Mention(span: span, confidence: 1, rule: .given), to: subject.name, subject.kind)
      for item in wrong where item.mention.span.overlaps(span) {
        setSpeakers(by: item.mention.span, from: item.owner, to: named)
      }
    }
  }

  /// The places where `words` stand alone and nothing is mentioned.
  func places(of words: String) -> [TextSpan] {
    text.places(ofWords: words).filter { !isTaken($0) }
  }

  private mutating func attributeSpeech(
    at span: TextSpan, _ source: String?, to name: String?, _ scope: Correction.Scope
  ) {
    guard
      let index = quotations.firstIndex(where: { $0.content.contains { $0 == span } })
        ?? quotations.firstIndex(where: { $0.content.contains { $0.overlaps(span) } })
    else { return }
    var same = [index]
    if scope.isWide, let source {
      same += Analysis(quotations: quotations).quotations(saidBy: source, in: text)
    }
    for index in same { attribute(index, to: name) }
  }
}

extension Correction.Subject {
  /// `entity` as a correction names it.
  package init(_ entity: Entity) { self.init(name: entity.canonical, kind: entity.kind) }
}
