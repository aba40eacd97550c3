import ArabicText
import Synchronization

/// The form in which a text is searched, made when it is first asked for and shared by all copies.
final class LazyComparableText: Sendable {
  /// The longest text of which the form is made, in bytes.
  private static let longest = 64 << 20
  private let kept = Mutex<ComparableText?>(nil)

  func form(of text: DecodedText, work: SearchWork) -> ComparableText {
    kept.withLock { kept in
      if let kept { return kept }
      let isShort = text.utf8Count <= Self.longest
      let form =
        isShort ? ComparableText(text, work: work) : ComparableText(verbatim: text, work: work)
      kept = form
      return form
    }
  }
}
