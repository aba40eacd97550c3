import ArabicAnalysis
import Annotations
import ArabicText
import Corrections
import Platform

/// What a correction is of: a name, words that are none yet, or who says a quotation.
struct CorrectionTarget: Hashable, Sendable {
  /// The words; of a quotation, the piece that it begins with.
  let span: TextSpan
  /// The entity that is mentioned there, where one is.
  let subject: Optional<Correction.Subject>
  /// How the words are written alone, where they are no name yet.
  var bareName: String?
  /// Whether it is a quotation.
  let isQuotation: Bool
  /// The phrase that tells who says the quotation, where there is one.
  let source: Optional<Source>

  /// A phrase of the text for who speaks.
  struct Source: Hashable, Sendable {
    let span: TextSpan
    let words: String
  }
}

extension CorrectionTarget: Relocatable {
  func relocated(by change: TextChange) -> CorrectionTarget? {
    guard let span = span.relocated(by: change) else { return nil }
    var moved: Source?
    if let source {
      guard let place = source.span.relocated(by: change) else { return nil }
      moved = Source(span: place, words: source.words)
    }
    return CorrectionTarget(
      span: span, subject: subject, bareName: bareName, isQuotation: isQuotation, source: moved)
  }
}

extension CorrectionTarget {
  /// What makes it a name of the kind `kind`: one that is of that kind already is confirmed.
  func correction(to kind: EntityKind, in text: DecodedText) -> Correction {
    guard let subject else {
      let name = TerminalControls.cleanName(bareName ?? text.string(in: span))
      return .add(Correction.Subject(name: name, kind: kind))
    }
    return subject.kind == kind
      ? .confirm(subject: subject) : .retype(subject: subject, kind: kind)
  }

  /// The correction that was asked for, of what the target is now; `nil` where there is no name any more that
  /// it would be of.
  func renewed(_ correction: Correction, in text: DecodedText) -> Correction? {
    switch correction {
    case .retype(_, let kind): self.correction(to: kind, in: text)
    case .add(let subject), .confirm(let subject): self.correction(to: subject.kind, in: text)
    case .rename(_, let name): subject.map { .rename(subject: $0, name: name) }
    case .merge(_, let into): subject.map { .merge(subject: $0, into: into) }
    case .split(_, let name): subject.map { .split(subject: $0, name: name) }
    case .reject: subject.map { .reject(subject: $0) }
    case .speaker, .unknown: correction
    }
  }
}

extension ReaderState {
  /// The target as the analysis has it now.
  func renewed(_ target: CorrectionTarget) -> CorrectionTarget {
    target.isQuotation
      ? target
      : CorrectionTarget(
        span: target.span, subject: subject(at: target.span), bareName: target.bareName,
        isQuotation: false, source: nil)
  }

  /// The entity of which just the words at `span` are a mention.
  private func subject(at span: TextSpan) -> Correction.Subject? {
    article.results.places(in: span).first { $0.span == span }
      .map { Correction.Subject(article.results.entity(of: $0)) }
  }

  /// What a correction of what is selected would be of.
  var correctionTarget: CorrectionTarget? {
    guard let selection = article.selection, let span = annotationSpan else { return nil }
    if case .quotation(let first) = selection,
      let quotation = article.results.quotation(at: first)
    {
      return CorrectionTarget(
        span: first, subject: nil, isQuotation: true,
        source: quotation.source.map { .init(span: $0, words: text.string(in: $0)) })
    }
    // A passage of just the bounds of a name is that name; of any other the words count.
    if let subject = subject(at: span) {
      return CorrectionTarget(span: span, subject: subject, isQuotation: false, source: nil)
    }
    let words = Selecting.words(of: text, in: span)
    guard let first = words.first, let last = words.last else { return nil }
    let named = first.union(last)
    if let subject = subject(at: named) {
      return CorrectionTarget(span: named, subject: subject, isQuotation: false, source: nil)
    }
    let bare = BareName(of: named, in: text)
    return CorrectionTarget(
      span: bare.span, subject: subject(at: bare.span), bareName: bare.name, isQuotation: false,
      source: nil)
  }
}
