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
  func relocated(by change: TextChange) -> TextSpan? { change.span(self) }
}

extension Array where Element: Relocatable {
  /// Those whose words are still there.
  func relocated(by change: TextChange) -> Self { compactMap { $0.relocated(by: change) } }
}
