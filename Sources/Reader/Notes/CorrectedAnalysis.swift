import Annotations
import ArabicAnalysis
import ArabicText

extension Analysis {
  /// The analysis as a person has corrected it.
  ///
  /// Corrections are applied in the order in which they were made; one whose place is not certain, or
  /// that is only proposed, is not. One that speaks of what is no longer there changes nothing.
  ///
  /// - Complexity: O(*c* · *n*) in the corrections and the mentions; those that add a name everywhere
  ///   search the text.
  package func corrected(by annotations: [PlacedAnnotation], in text: DecodedText) -> Analysis {
    var result = CorrectedAnalysis(analysis: self, text: text)
    let inOrder = annotations.sorted {
      ($0.annotation.created, $0.id) < ($1.annotation.created, $1.id)
    }
    for placed in inOrder where placed.placement.isCertain && !placed.annotation.isProposal {
      guard let correction = placed.annotation.correction, let span = placed.span else { continue }
      result.apply(correction, at: span, placed.annotation.scope)
    }
    return result.finished
  }
}

private struct CorrectedAnalysis {
  var analysis: Analysis
  let text: DecodedText

  mutating func apply(_ correction: Correction, at span: TextSpan, _ scope: Correction.Scope) {
    let found = place(at: span)
    switch correction {
    case .speaker(let name, let source): setSpeaker(name, at: span, source, scope)
    case .add(let subject): add(subject, at: span, scope)
    case .confirm:
      guard let found else { return }
      for index in analysis.entities[found.entity].mentions.indices {
        analysis.entities[found.entity].mentions[index].confidence = 1
      }
    case .retype(_, let kind):
      guard let found, let kind = EntityKind(rawValue: kind) else { return }
      if scope == .everywhere {
        analysis.entities[found.entity].kind = kind
      } else {
        moveOut(found, toEntityCalled: text.string(in: span), kind)
      }
    case .rename(_, let name):
      if let found { analysis.entities[found.entity].canonical = name }
    case .merge(_, let into):
      guard let found, let target = entity(into), target != found.entity else { return }
      merge(found.entity, into: target)
    case .split(_, let name):
      if let found { moveOut(found, toEntityCalled: name, analysis.entities[found.entity].kind) }
    case .reject:
      guard let found else { return }
      if scope == .everywhere {
        analysis.entities[found.entity].mentions = []
      } else {
        analysis.entities[found.entity].mentions.remove(at: found.mention)
      }
    }
  }

  /// The analysis in the order that is promised of it, without entities that nothing mentions.
  var finished: Analysis {
    var result = analysis
    for index in result.entities.indices {
      result.entities[index].mentions.sort { $0.span < $1.span }
    }
    result.entities.removeAll { $0.mentions.isEmpty }
    result.entities.sort { one, other in
      guard let first = one.mentions.first?.span, let second = other.mentions.first?.span else {
        return false
      }
      return first < second
    }
    let known = Set(result.entities.map(\.id))
    for index in result.quotations.indices {
      if let speaker = result.quotations[index].speaker, !known.contains(speaker) {
        result.quotations[index].speaker = nil
      }
    }
    return result
  }

  private func place(at span: TextSpan) -> (entity: Int, mention: Int)? {
    for (index, entity) in analysis.entities.enumerated() {
      if let mention = entity.mentions.firstIndex(where: { $0.span == span }) {
        return (index, mention)
      }
    }
    return nil
  }

  private func entity(_ subject: Correction.Subject) -> Int? {
    analysis.entities.firstIndex {
      $0.canonical == subject.name && $0.kind.rawValue == subject.kind && !$0.mentions.isEmpty
    } ?? analysis.entities.firstIndex { $0.canonical == subject.name && !$0.mentions.isEmpty }
  }

  private mutating func merge(_ index: Int, into target: Int) {
    let gone = analysis.entities[index]
    analysis.entities[target].mentions += gone.mentions
    analysis.entities[index].mentions = []
    for quotation in analysis.quotations.indices
    where analysis.quotations[quotation].speaker == gone.id {
      analysis.quotations[quotation].speaker = analysis.entities[target].id
    }
  }

  /// Takes a mention out of its entity and gives it to another, a new one if need be.
  private mutating func moveOut(
    _ found: (entity: Int, mention: Int), toEntityCalled name: String, _ kind: EntityKind
  ) {
    let mention = analysis.entities[found.entity].mentions.remove(at: found.mention)
    give(mention, toEntityCalled: name, kind)
  }

  private mutating func give(_ mention: Mention, toEntityCalled name: String, _ kind: EntityKind) {
    let subject = Correction.Subject(name: name, kind: kind.rawValue)
    if let target = entity(subject), analysis.entities[target].kind == kind {
      analysis.entities[target].mentions.append(mention)
    } else {
      let id = EntityID(rawValue: "person-\(analysis.entities.count)")
      analysis.entities.append(Entity(id: id, kind: kind, canonical: name, mentions: [mention]))
    }
  }

  private mutating func add(
    _ subject: Correction.Subject, at span: TextSpan, _ scope: Correction.Scope
  ) {
    guard let kind = EntityKind(rawValue: subject.kind) else { return }
    var spans = [span]
    if scope == .everywhere, let pattern = FoldedPattern(text.string(in: span), folding: []) {
      let others = pattern.matches(in: text, span: text.span).filter {
        $0 != span && text.isWhole($0) && !isTaken($0)
      }
      spans += others
    }
    // What overlapped the passage that the person marked was not right.
    for index in analysis.entities.indices {
      analysis.entities[index].mentions.removeAll { $0.span.overlaps(span) }
    }
    for span in spans {
      give(
        Mention(span: span, confidence: 1, rule: .given), toEntityCalled: subject.name, kind)
    }
  }

  private func isTaken(_ span: TextSpan) -> Bool {
    analysis.entities.contains { $0.mentions.contains { $0.span.overlaps(span) } }
  }

  private mutating func setSpeaker(
    _ name: String?, at span: TextSpan, _ source: String?, _ scope: Correction.Scope
  ) {
    let quotations = analysis.quotations
    guard
      let index = quotations.firstIndex(where: { $0.content.contains { $0 == span } })
        ?? quotations.firstIndex(where: { $0.content.contains { $0.overlaps(span) } })
    else { return }
    if let name, !analysis.entities.contains(where: { $0.canonical == name }),
      let first = FoldedPattern(name, folding: [])?.matches(in: text, span: text.span)
        .first(where: { text.isWhole($0) && !isTaken($0) })
    {
      // A name of the text that the analysis has missed.
      give(Mention(span: first, confidence: 1, rule: .given), toEntityCalled: name, .person)
    }
    var same = [index]
    if scope == .everywhere, let source { same += analysis.quotations(saidBy: source, in: text) }
    for index in same { analysis.attribute(index, to: name) }
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
