import Annotations
import ArabicText

/// Something that stands at places of a text and knows where it stands when the text changes.
///
/// Whatever the reader holds of a document is one of these, or says in
/// ``DocumentState/init(relocating:to:by:)`` what becomes of it.
protocol Relocatable {
  /// The same in the new version of the text; `nil` where its words are gone.
  func relocated(by change: TextChange) -> Self?
}

extension TextSpan: Relocatable {
  /// Where the words stand now; of several copies only the one that an annotation on them would be placed
  /// at for certain.
  func relocated(by change: TextChange) -> TextSpan? {
    guard let found = change.span(self) else { return nil }
    if change.onlyAppends || change.isOnlyCopy(found) { return found }
    guard let anchor = AnchoredText(change.old, contentHash: "1").anchor(of: self) else {
      return nil
    }
    let placement = AnchoredText(change.new, contentHash: "2").placement(of: anchor)
    return placement.isCertain && placement.span == found ? found : nil
  }
}

extension Array where Element: Relocatable {
  /// Those whose words are still there.
  func relocated(by change: TextChange) -> Self { compactMap { $0.relocated(by: change) } }
}
