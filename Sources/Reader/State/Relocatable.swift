import Annotations
import ArabicText
import Interface

/// Something that stands at places of a text and knows where it stands when the text changes.
///
/// Whatever the reader holds of a document is one of these, or says in
/// ``DocumentState/init(relocating:to:by:)`` what becomes of it.
protocol Relocatable {
  /// The same in the new version of the text; `nil` where its words are gone.
  func relocated(by change: TextChange) -> Self?
}

extension TextSpan: Relocatable {
  /// Where the words stand now; of several copies, and where all around them is new, only the place that
  /// an annotation on them would be placed at for certain.
  func relocated(by change: TextChange) -> TextSpan? {
    let found = change.span(self)
    if let found, change.onlyAppends || change.isOnlyCopy(found) { return found }
    guard let placement = change.placement(of: self), placement.isCertain,
      found.map({ $0 == placement.span }) ?? true
    else { return nil }
    return placement.span
  }
}

extension TextChange {
  /// What is to be told of the words at `span` that were not taken along: that they are gone, or, where
  /// they stand somewhere, that what is around them is another.
  func fate(of span: TextSpan?) -> PhraseKey {
    span.flatMap { placement(of: $0)?.span } == nil ? .passageGone : .passageInDoubt
  }

  /// Where an annotation on the words at `span` would be placed now; `nil` where none can be made there.
  ///
  /// - Complexity: O(*n*) in the length of both versions.
  func placement(of span: TextSpan) -> Placement? {
    AnchoredText(old, contentHash: "1").anchor(of: span).map {
      AnchoredText(new, contentHash: "2").placement(of: $0)
    }
  }
}

extension Array where Element: Relocatable {
  /// Those whose words are still there.
  func relocated(by change: TextChange) -> Self { compactMap { $0.relocated(by: change) } }
}
