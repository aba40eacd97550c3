import ArabicText
import Synchronization

/// The sample and the outline of a text, taken when they are first asked for and shared by all copies.
final class LazyShape: Sendable {
  private let kept = Mutex<(sample: TextSample, outline: TextOutline)?>(nil)

  func of(_ text: DecodedText) -> (sample: TextSample, outline: TextOutline) {
    kept.withLock { kept in
      if let kept { return kept }
      let shape = (TextSample(text), TextOutline(text))
      kept = shape
      return shape
    }
  }
}
