import ArabicText
import Testing

@testable import Annotations

extension AnchoredText {
  /// The anchor of a span that a test knows to be a passage of the text.
  func passage(_ span: TextSpan) -> Anchor {
    if let anchor = anchor(of: span) { return anchor }
    Issue.record("\(span) is no passage of the text")
    return Anchor(
      start: ScalarOffset(0), end: ScalarOffset(0), exact: "", prefix: "", suffix: "",
      contentHash: contentHash)
  }
}

/// An annotation is of words that are there: whoever asks.
@Suite struct PassageTests {
  private let text = AnchoredText(DecodedText("نص قصير"), contentHash: "a")

  @Test func `what lies outside the text or cuts a letter gets no anchor`() {
    #expect(text.anchor(of: TextSpan(utf8: 0..<4))?.exact == "نص")
    #expect(text.anchor(of: TextSpan(utf8: 0..<3)) == nil)
    #expect(text.anchor(of: TextSpan(utf8: 1..<4)) == nil)
    #expect(text.anchor(of: TextSpan(utf8: 0..<400)) == nil)
    #expect(text.anchor(of: TextSpan(utf8: 300..<400)) == nil)
  }
}
