/// How a number of a list is written.
enum ListNumber: Hashable, Sendable {
  /// Digits, of which there are so many at least.
  case digits(fewest: Int)
  /// Digits that begin with this one as zero.
  case nativeDigits(zero: UInt32)
  /// Roman numerals.
  case roman(isCapital: Bool)
  /// These letters; behind the last one each stands twice.
  case repeated([Character])
  /// These letters; behind the last one two stand together, as digits do.
  case counted([Character])
  /// A sign that is the same for all.
  case bullet
  /// Nothing.
  case none

  /// What `w:numFmt` names (ECMA-376, part 1, §17.18.59); digits for what is seldom in Arabic texts.
  init(word name: String) {
    self =
      switch name {
      case "decimalZero": .digits(fewest: 2)
      case "upperRoman": .roman(isCapital: true)
      case "lowerRoman": .roman(isCapital: false)
      case "upperLetter": .repeated(Self.latin("A"))
      case "lowerLetter": .repeated(Self.latin("a"))
      case "arabicAlpha": .repeated(Self.alphabet)
      case "arabicAbjad": .repeated(Self.abjad)
      case "bullet": .bullet
      case "none": .none
      default: .digits(fewest: 1)
      }
  }

  /// What `style:num-format` names (OpenDocument 1.3, part 3, §20.322): a number as it begins.
  ///
  /// - Parameters:
  ///   - format: the attribute; of letters that are not Latin LibreOffice writes the first ones: `أ, ب, ت, …`.
  ///   - isRepeated: whether letters are doubled behind the last one (`style:num-letter-sync`).
  init(open format: String, isRepeated: Bool) {
    let letters: ([Character]) -> Self = { isRepeated ? .repeated($0) : .counted($0) }
    let third = format.split(whereSeparator: { $0 == "," || $0 == " " }).dropFirst(2).first
    self =
      switch format.first {
      case nil: .none
      case "a": letters(Self.latin("a"))
      case "A": letters(Self.latin("A"))
      case "i": .roman(isCapital: false)
      case "I": .roman(isCapital: true)
      case "أ", "ا": .repeated(third == "ج" ? Self.abjad : Self.alphabet)
      case "١": .nativeDigits(zero: 0x660)
      case "۱": .nativeDigits(zero: 0x6F0)
      default: .digits(fewest: 1)
      }
  }

  /// The most scalars of a number with what stands around it: longer ones are made to hurt, each item has one.
  static let longest = 100

  /// What is written around a number: so much of `text` as lists have there, since it stands in each item.
  static func around(_ text: String?) -> String {
    String(String.UnicodeScalarView((text ?? "").unicodeScalars.prefix(100)))
  }

  /// `text`, a number with what stands around it, as it stands before an item; `nil` where nothing does.
  static func marker(_ text: String) -> String? {
    let scalars = String.UnicodeScalarView(text.unicodeScalars.prefix(longest))
    return HTMLMetadata.plain(String(scalars)).map { $0 + " " }
  }

  /// `number` as it is written; where there are no letters for it, in digits.
  func string(_ number: Int) -> String {
    let digits = String(number)
    // Nobody has a list of more letters than these.
    let hasLetters = (1...700).contains(number)
    switch self {
    case .digits(let fewest):
      return String(repeating: "0", count: max(0, fewest - digits.count)) + digits
    case .nativeDigits(let zero):
      let native = digits.utf8.map { byte in
        (0x30...0x39).contains(byte) ? Unicode.Scalar(zero + UInt32(byte) - 0x30) : nil
      }
      return String(String.UnicodeScalarView(native.compactMap(\.self)))
    case .roman(let isCapital): return Self.roman(number, isCapital) ?? digits
    case .repeated(let letters) where hasLetters:
      let letter = letters[(number - 1) % letters.count]
      return String(repeating: letter, count: (number - 1) / letters.count + 1)
    case .counted(let letters) where hasLetters:
      let before = (number - 1) / letters.count
      let last = String(letters[(number - 1) % letters.count])
      return before == 0 ? last : string(before) + last
    case .repeated, .counted: return digits
    case .bullet, .none: return ""
    }
  }

  private static func roman(_ number: Int, _ isCapital: Bool) -> String? {
    guard (1..<4000).contains(number) else { return nil }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var (rest, result) = (number, "")
    for (value, sign) in signs {
      result += String(repeating: sign, count: rest / value)
      rest %= value
    }
    return isCapital ? result.uppercased() : result
  }

  private static func latin(_ first: Unicode.Scalar) -> [Character] {
    (0..<26).compactMap { Unicode.Scalar(first.value + $0).map(Character.init) }
  }

  private static let alphabet = Array("أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
  private static let abjad = Array("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
}

/// How far a list has been counted, on each of its levels.
struct ListCount: Hashable, Sendable {
  /// The levels that are counted.
  static let levels = 10
  private var numbers = [Int?](repeating: nil, count: levels)

  /// The number on `level`, from 0; `nil` where nothing was counted there.
  subscript(level: Int) -> Int? { numbers[level] }

  /// Forgets what was counted on `level`.
  mutating func forget(_ level: Int) { numbers[level] = nil }

  /// Counts one more on `level`.
  ///
  /// - Parameters:
  ///   - level: from 0.
  ///   - start: the first number of each level.
  ///   - isReset: whether a deeper level begins anew behind it.
  mutating func count(
    _ level: Int, from start: (Int) -> Int, resetting isReset: (Int) -> Bool = { _ in true }
  ) {
    numbers[level] = numbers[level].map { $0 &+ 1 } ?? start(level)
    // Levels that were passed over are as if they had begun.
    for upper in 0..<level where numbers[upper] == nil { numbers[upper] = start(upper) }
    for deeper in level + 1..<max(level + 1, Self.levels) where isReset(deeper) { forget(deeper) }
  }
}
