import ArabicText

/// Numeric references of pages to what is no sign, as browsers read them (HTML, 13.2.5.80): libxml2 leaves out
/// nothing, surrogates and what is beyond Unicode, so that words run together, and takes those of windows-1252
/// for controls, as in the quotation marks (`&#147;`) of many old pages.
enum NumericReferences {
  /// `page`, in UTF-8, with such references put right; `nil` where it has none.
  ///
  /// - Complexity: O(*n*).
  static func repaired(_ page: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    // Up to where the page was taken over.
    var taken = 0
    var place = 0
    while let sign = page[place...].firstIndex(of: 0x26) {
      place = sign + 1
      guard place < page.count, page[place] == 0x23 else { continue }
      let (value, end) = number(in: page, from: place + 1)
      guard let value, let right = scalar(insteadOf: value) else { continue }
      result += page[taken..<sign]
      result += String(right).utf8
      (taken, place) = (end, end)
    }
    return taken == 0 ? nil : result + page[taken...]
  }

  /// What is meant by a reference to `value`; `nil` where it says it itself.
  static func scalar(insteadOf value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0: "\u{FFFD}"
    case 0x80...0x9F: windows[Int(value) - 0x80]
    default: Unicode.Scalar(value) == nil ? "\u{FFFD}" : nil
    }
  }

  /// The signs of windows-1252 from 0x80 on; of the five that it does not have the controls.
  private static let windows = Array(
    ("\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}"
      + "\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}")
      .unicodeScalars)

  /// The number whose digits begin at `start`, and where the reference ends, its semicolon included.
  ///
  /// It is `nil` where there are no digits. What is too large for Unicode is so however large it is.
  private static func number(
    in page: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (value: UInt32?, end: Int) {
    let isHexadecimal = start < page.count && page[start] | 0x20 == 0x78
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var (value, place) = (UInt32?.none, isHexadecimal ? start + 1 : start)
    while place < page.count,
      let digit = Character(Unicode.Scalar(page[place])).hexDigitValue.map(UInt32.init),
      digit < radix
    {
      value = min((value ?? 0) * radix + digit, 0x11_0000)
      place += 1
    }
    if place < page.count, page[place] == 0x3B { place += 1 }
    return (value, place)
  }
}
