import ArabicText

/// What an item of a list begins with before its own words: the blanks of its depth, a sign or a number, and
/// the blanks behind it.
struct ItemSign {
  /// The columns that all of it takes; those of the blanks alone where there is no sign.
  private(set) var columns = 0

  /// The longest sign in scalars, as `1.2.3.4.` is.
  private static let longest = 8

  /// What `scalars`, an item, begin with.
  ///
  /// - Complexity: O(*n*) in the blanks and the sign.
  init(_ scalars: some Sequence<UInt32>) {
    var used = 0
    var sign: [UInt32] = []
    var isBehind = false
    for scalar in scalars {
      let properties = ScalarProperties(scalar)
      if scalar == 0x09 || properties.isSpace {
        isBehind = !sign.isEmpty
        used += scalar == 0x09 ? 4 - used % 4 : max(1, properties.columns)
        if sign.isEmpty { columns = used }
        continue
      }
      if isBehind {
        if Self.isSign(sign) { columns = used }
        return
      }
      guard sign.count < Self.longest else { return }
      sign.append(scalar)
      used += properties.columns
    }
  }

  /// Whether `scalars` are a sign or a number of a list: `•`, `-`, `2.`, `(3)`, `ب)`, `iv.`, `١-`, `1.2`.
  ///
  /// A word is none: one or two letters are, and up to four of a Roman number, with a sign behind them.
  private static func isSign(_ scalars: [UInt32]) -> Bool {
    let letters = scalars.count { ScalarProperties($0).isLetter }
    let isArabic = scalars.contains { ScalarProperties($0).isArabicLetter }
    let digits = scalars.count { ScalarProperties($0).isDigit }
    guard letters > 0 || digits > 0 else { return scalars.count <= 2 }
    guard let last = scalars.last, [0x2E, 0x29, 0x2D, 0x2F, 0x6D4].contains(last) else {
      return letters == 0 && scalars.contains(0x2E)
    }
    return letters == 0 || digits == 0 && letters <= (isArabic ? 2 : 4)
  }
}
