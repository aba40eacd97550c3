import ArabicText

/// What an item of a list begins with before its own words: the blanks of its depth, a sign or a number, and
/// the blanks behind it.
struct ItemSign {
  /// The columns that all of it takes; those of the blanks alone where there is no sign.
  private(set) var columns = 0
  /// The columns of the blanks before the sign.
  private var blanks = 0
  private var hasSign = false

  /// The longest sign in scalars, as `1.2.3.4.` is.
  private static let longest = 8

  /// What `scalars`, an item, begin with.
  ///
  /// - Complexity: O(*n*) in the blanks and the sign.
  init(_ scalars: some Sequence<UInt32>) {
    self.init(scalars, is: Self.isSign)
    if !hasSign { columns = blanks }
  }

  /// What `scalars` begin with, which nobody says are an item: only a sign that is hardly ever anything else makes
  /// them one.
  ///
  /// - Complexity: O(*n*) in the blanks and the sign.
  init(typed scalars: some Sequence<UInt32>) {
    self.init(scalars, is: Self.isTypedSign)
  }

  private init(_ scalars: some Sequence<UInt32>, is isSign: ([UInt32]) -> Bool) {
    var used = 0
    var sign: [UInt32] = []
    var isBehind = false
    for scalar in scalars {
      let properties = ScalarProperties(scalar)
      if scalar == 0x09 || properties.isSpace {
        isBehind = !sign.isEmpty
        used += scalar == 0x09 ? 4 - used % 4 : max(1, properties.columns)
        if sign.isEmpty { blanks = used }
        continue
      }
      if isBehind {
        hasSign = isSign(sign)
        if hasSign { columns = used }
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

  /// The signs that people type before the items of a list.
  private static let bullets = Set("-–—−•·*+●○◦▪▫■□◆◇❖►▶➢➤‣⁃✓✔".unicodeScalars.map(\.value))

  /// Whether `scalars` are a sign that makes an item of running text: `•`, `-`, `2.`, `(3)`, `١-`, `1.2.`, `ب)`.
  ///
  /// No year or sum is (`2026.`, `1.2`), and no title or initial (`د.`, `J.`): one letter is before `)` or `-`.
  private static func isTypedSign(_ scalars: [UInt32]) -> Bool {
    if scalars.count == 1 { return bullets.contains(scalars[0]) }
    guard let last = scalars.last, [0x2E, 0x29, 0x2D, 0x6D4].contains(last) else { return false }
    let open: [UInt32] = last == 0x29 && scalars.first == 0x28 ? [0x28] : []
    let inner = scalars.dropFirst(open.count).dropLast()
    let isLetter = inner.count == 1 && inner.allSatisfy { ScalarProperties($0).isLetter }
    if isLetter { return last == 0x29 || last == 0x2D }
    let numbers = inner.split(separator: 0x2E, omittingEmptySubsequences: false)
    return numbers.allSatisfy { number in
      (1...3).contains(number.count) && number.allSatisfy { ScalarProperties($0).isDigit }
    }
  }
}
