import ArabicText

/// Which scalars stand with the one before them for one picture (UAX #29, GB11 to GB13; UTS #51).
///
/// The parts of a sequence keep cells of their own, as terminals count columns by scalar; they stay in
/// logical order in text of either direction and are never parted by the end of a line.
enum EmojiSequence {
  static let joiner: UInt32 = 0x200D

  /// Whether the visible scalar at `index` goes on with the picture before it: a skin tone, what follows
  /// a joiner, the second letter of a flag.
  ///
  /// - Complexity: O(1), but for a row of flags, which is gone through.
  static func continues(_ scalars: UnsafeBufferPointer<ShapedScalar>, at index: Int) -> Bool {
    let value = scalars[index].value
    // No picture that a sequence goes on with stands below the arrows.
    guard index > 0, value >= 0x2190 else { return false }
    if isRegional(value) {
      var before = 0
      while before < index, isRegional(scalars[index - before - 1].value) { before += 1 }
      return before % 2 == 1
    }
    let previous = scalars[index - 1].value
    if isSkinTone(value) { return previous == style || isPicture(previous) }
    guard previous == joiner, index > 1, isPicture(value) else { return false }
    let base = scalars[index - 2].value
    return base == style || isSkinTone(base) || isPicture(base)
  }

  /// Whether the hidden scalar at `index` belongs to the picture before it: a joiner between two, a letter
  /// of a tag sequence, as the flag of England has, or the sign that asks for a picture, of a key, too.
  static func includes(_ scalars: UnsafeBufferPointer<ShapedScalar>, at index: Int) -> Bool {
    guard index > 0 else { return false }
    let (value, previous) = (scalars[index].value, scalars[index - 1].value)
    if value == style {
      let isKey = index + 1 < scalars.count && scalars[index + 1].value == keycap
      return isPicture(previous) || isKey && isKeyBase(previous)
    }
    if isTag(value) { return isTag(previous) || previous == style || isPicture(previous) }
    return value == joiner && index + 1 < scalars.count && continues(scalars, at: index + 1)
  }

  /// Whether `scalar` is drawn with a picture though it has no shape: what the sequence is told by.
  static func isSilent(_ scalar: UInt32) -> Bool {
    scalar == joiner || scalar == style || isTag(scalar)
  }

  /// What asks for a picture where there is a sign of text, too.
  private static let style: UInt32 = 0xFE0F
  private static let keycap: UInt32 = 0x20E3

  private static func isKeyBase(_ scalar: UInt32) -> Bool {
    (0x30...0x39).contains(scalar) || scalar == 0x23 || scalar == 0x2A
  }

  private static func isTag(_ scalar: UInt32) -> Bool { (0xE0020...0xE007F).contains(scalar) }

  private static func isSkinTone(_ scalar: UInt32) -> Bool {
    (0x1F3FB...0x1F3FF).contains(scalar)
  }

  private static func isRegional(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }

  private static func isPicture(_ scalar: UInt32) -> Bool {
    scalar >= 0x203C && Unicode.Scalar(scalar)?.properties.isEmoji == true
  }
}
