extension DecodedText {
  /// Whether `offset` lies in the text or at its end, and parts no letter from its marks and no picture
  /// from what is drawn with it (UAX #29, GB9 and GB11 to GB13).
  ///
  /// A mark that has nothing to stand on, at the start of a line, stands for itself. Joiners between
  /// letters may be parted from them: they show nothing.
  ///
  /// - Complexity: O(1), but for a row of flags, which is gone through.
  package func isLetterBoundary(_ offset: TextOffset) -> Bool {
    guard isScalarBoundary(offset) else { return false }
    guard let next = scalar(at: offset), let last = scalar(before: offset) else { return true }
    let before = ScalarProperties(last.value)
    switch next.value {
    case _ where ScalarProperties(next.value).isMark:
      // A tab or a line break is nothing to stand on.
      return before.scalarClass == .control || [0x2028, 0x2029].contains(last.value)
    case Picture.joiner, Picture.skinTones, Picture.tags: return !Picture.isPart(last.value)
    case Picture.flagLetters: return regionalLetters(before: offset) % 2 == 0
    default: return !(last.value == Picture.joiner && Picture.isPart(next.value))
    }
  }

  private func regionalLetters(before offset: TextOffset) -> Int {
    var count = 0
    var place = offset
    while let scalar = scalar(before: place), Picture.flagLetters.contains(scalar.value) {
      count += 1
      place = scalar.offset
    }
    return count
  }

  /// The letters that `span` holds or cuts, whole.
  ///
  /// - Precondition: The text ``contains(_:)`` the span.
  /// - Complexity: O(*n*) in the marks that are added.
  package func wholeLetters(_ span: TextSpan) -> TextSpan {
    var (lower, upper) = (span.lower, span.upper)
    while !isLetterBoundary(lower), let scalar = scalar(before: lower) { lower = scalar.offset }
    // A place between two letters stays one.
    while upper > lower, !isLetterBoundary(upper), let scalar = scalar(at: upper) {
      upper = scalar.span.upper
    }
    return TextSpan(lower, upper)
  }
}

extension DecodedText {
  /// The words of `span` as one line: of several blanks and line ends in a row one blank is left.
  ///
  /// - Precondition: The text ``contains(_:)`` the span.
  /// - Complexity: O(*n*) in the bytes of the span.
  package func words(in span: TextSpan) -> String {
    let string = string(in: span)
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let isOneLine = zip(string.utf8, string.utf8.dropFirst()).allSatisfy {
      !blanks.contains($1) || $1 == 0x20 && !blanks.contains($0)
    }
    guard !isOneLine else { return string }
    return string.split { $0.utf8.allSatisfy(blanks.contains) }.joined(separator: " ")
  }
}

/// What pictures of several scalars are made of (UTS #51).
private enum Picture {
  static let joiner: UInt32 = 0x200D
  static let skinTones: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF
  static let tags: ClosedRange<UInt32> = 0xE0020...0xE007F
  static let flagLetters: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
  private static let emojiStyle: UInt32 = 0xFE0F

  /// Whether something may be drawn with `scalar`: a picture or a part of one.
  static func isPart(_ scalar: UInt32) -> Bool {
    scalar == emojiStyle || tags.contains(scalar)
      || scalar >= 0x203C && Unicode.Scalar(scalar)?.properties.isEmoji == true
  }
}
