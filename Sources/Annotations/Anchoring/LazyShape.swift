import ArabicText
import Synchronization

/// The sample of a text, taken when it is first asked for and shared by all copies.
final class LazySample: Sendable {
  private let kept = Mutex<TextSample?>(nil)

  func sample(of text: DecodedText) -> TextSample {
    kept.withLock { kept in
      if let kept { return kept }
      let sample = TextSample(text)
      kept = sample
      return sample
    }
  }
}
