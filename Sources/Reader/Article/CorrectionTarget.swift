import ArabicAnalysis
import Annotations
import ArabicText
import Corrections

/// What a correction is of: a name, words that are none yet, or who says a quotation.
struct CorrectionTarget: Hashable, Sendable {
  /// The words; of a quotation, the piece that it begins with.
  let span: TextSpan
  /// The entity that is mentioned there, where one is.
  let subject: Optional<Correction.Subject>
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
    return CorrectionTarget(span: span, subject: subject, isQuotation: isQuotation, source: moved)
  }
}

extension ReaderState {
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
    // A passage of just the bounds of a name is that name.
    let place = article.results.places(in: span).first { $0.span == span }
    return CorrectionTarget(
      span: span, subject: place.map { Correction.Subject(article.results.entity(of: $0)) },
      isQuotation: false, source: nil)
  }
}
