/// Reads integers and floats as TOML writes them.
enum TOMLNumber {
  /// The number that `word` is, or nil where it is none.
  ///
  /// - Throws: `integerTooLarge` where it does not fit 64 bits.
  static func content(
    of word: ArraySlice<UInt8>
  ) throws(TOMLError.Problem) -> TOML.Value.Content? {
    if let radix = radix(of: word) {
      let digits = word.dropFirst(2)
      return isGrouped(digits, radix: radix) ? try integer(digits, radix: radix, in: word) : nil
    }
    let unsigned = word.withoutSign
    if isDecimal(unsigned) { return try integer(word, radix: 10, in: word) }
    if unsigned.elementsEqual("inf".utf8) || unsigned.elementsEqual("nan".utf8)
      || isFloat(unsigned)
    {
      return Double(text(word)).map { .float($0) }
    }
    return nil
  }

  /// What `0x`, `0o` and `0b` stand for; they take no sign.
  private static func radix(of word: ArraySlice<UInt8>) -> Int? {
    guard word.first == UInt8(ascii: "0") else { return nil }
    return switch word.dropFirst().first {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private static func integer(
    _ digits: ArraySlice<UInt8>, radix: Int, in word: ArraySlice<UInt8>
  ) throws(TOMLError.Problem) -> TOML.Value.Content {
    guard let number = Int(text(digits), radix: radix) else {
      throw .integerTooLarge(String(decoding: word, as: UTF8.self))
    }
    return .integer(number)
  }

  /// Whether `word` is a whole number with a fraction, an exponent or both.
  private static func isFloat(_ word: ArraySlice<UInt8>) -> Bool {
    let mantissa = word.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let exponent = word.dropFirst(mantissa.count).dropFirst().withoutSign
    let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
    let fraction = mantissa.dropFirst(whole.count).dropFirst()
    let hasExponent = mantissa.count < word.count
    let hasFraction = whole.count < mantissa.count
    return (hasFraction || hasExponent) && isDecimal(whole)
      && (!hasFraction || isGrouped(fraction, radix: 10))
      && (!hasExponent || isGrouped(exponent, radix: 10))
  }

  /// Whether `word` is digits without a leading zero.
  private static func isDecimal(_ word: ArraySlice<UInt8>) -> Bool {
    isGrouped(word, radix: 10) && (word.first != UInt8(ascii: "0") || word.count == 1)
  }

  /// Whether `word` is digits with single `_` between them.
  private static func isGrouped(_ word: ArraySlice<UInt8>, radix: Int) -> Bool {
    word.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.allSatisfy { $0.isDigit(radix: radix) }
    }
  }

  private static func text(_ word: ArraySlice<UInt8>) -> String {
    String(decoding: word.lazy.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// The rest behind a `+` or `-`.
  fileprivate var withoutSign: Self {
    first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? dropFirst() : self
  }
}

extension UInt8 {
  /// The value of a digit of a radix up to 16; 255 for what is none.
  var digit: Int {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self - UInt8(ascii: "A") + 10)
    default: 255
    }
  }

  /// Whether it is a digit of `radix`, which is 16 at most.
  func isDigit(radix: Int) -> Bool { digit < radix }
}
