import ArabicText
import Synchronization
import TextLayout

/// Remembers the directions of the paragraphs of one text that were asked for last.
///
/// They depend on the text alone, so that remembering them never changes what anyone sees.
final class ParagraphDirections: Sendable {
  /// What decides the direction of a paragraph that does not by a letter of its own.
  struct Direction: Sendable {
    /// That of the line which it is a later piece of.
    var ofLine: TextLayout.Direction?
    /// That of the paragraphs before.
    var inherited: TextLayout.Direction
  }

  private static let capacity = 4096

  private let known = Mutex<[TextOffset: Direction]>([:])

  /// The direction of `paragraph`, remembered or made by `make`.
  func direction(of paragraph: Paragraph, make: () -> Direction) -> Direction {
    if let found = known.withLock({ $0[paragraph.start] }) { return found }
    let made = make()
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
      known[paragraph.start] = made
    }
    return made
  }
}
