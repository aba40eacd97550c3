import Annotations
import ArabicText

extension DecodedText {
  /// How many words around a passage are shown at most, on each side.
  private static var mostWordsAround: Int { 4 }

  /// The words of `anchor` as they were and those that stand at `span` now, with as many of the words
  /// around them as it takes for the two to differ.
  ///
  /// - Returns: both, or `nil` where they are the same with all that is known to have stood around them.
  /// - Complexity: O(1): an anchor has no more than ``Anchor/contextLength`` scalars on each side.
  func change(from anchor: Anchor, to span: TextSpan) -> (old: String, new: String)? {
    let before = TextSpan(offset(span.lower, by: -Anchor.contextLength), span.lower)
    let after = TextSpan(span.upper, offset(span.upper, by: Anchor.contextLength))
    let old = Passage(anchor.exact, before: anchor.prefix, after: anchor.suffix)
    let new = Passage(
      string(in: span), before: string(in: before), after: string(in: after))
    for count in 0...Self.mostWordsAround {
      let shown = (old: old.shown(with: count), new: new.shown(with: count))
      if shown.old != shown.new { return shown }
    }
    return nil
  }

  private func offset(_ start: TextOffset, by scalars: Int) -> TextOffset {
    var offset = start
    for _ in 0..<abs(scalars) {
      let next = scalars < 0 ? scalar(before: offset)?.offset : scalar(at: offset)?.span.upper
      offset = next ?? offset
    }
    return offset
  }
}

/// A passage and what stands around it, in words.
private struct Passage {
  /// The passage, and of what stands around it the letters that its own first and last word go on with.
  private let whole: String
  private let before: [Substring]
  private let after: [Substring]

  init(_ passage: String, before: String, after: String) {
    let head = before.reversed().prefix { !$0.isWhitespace }.reversed()
    let tail = after.prefix { !$0.isWhitespace }
    whole = String(head) + passage + tail
    // Where the context ends it may cut a word.
    func isCut(_ context: String) -> Bool {
      context.unicodeScalars.count >= Anchor.contextLength
    }
    self.before = Array(
      before.dropLast(head.count).split(whereSeparator: \.isWhitespace)
        .dropFirst(isCut(before) ? 1 : 0))
    self.after = Array(
      after.dropFirst(tail.count).split(whereSeparator: \.isWhitespace)
        .dropLast(isCut(after) ? 1 : 0))
  }

  /// The passage between `count` words on each side.
  func shown(with count: Int) -> String {
    (before.suffix(count) + [Substring(whole)] + after.prefix(count)).joined(separator: " ")
  }
}
