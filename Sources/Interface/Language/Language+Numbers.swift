extension Language {
  /// `number` in the digits of the language, with thousands separators.
  package func string(of number: Int) -> String {
    let plain = String(number.magnitude)
    var grouped = ""
    for (index, digit) in plain.enumerated() {
      if index > 0, (plain.count - index) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return (number < 0 ? "-" : "") + inDigits(grouped)
  }

  /// `percent` with its sign.
  package func string(ofPercent percent: Int) -> String {
    string(of: percent) + (digits == .arabicIndic ? "٪" : "%")
  }

  /// European digits of `string` in those of the language.
  package func inDigits(_ string: String) -> String {
    guard digits == .arabicIndic else { return string }
    var result = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      result.append(isDigit ? Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar : scalar)
    }
    return String(result)
  }

  private var separator: String {
    switch (code, digits) {
    case (_, .arabicIndic): "٬"
    case (.arabic, .european): "."
    case (.english, .european): ","
    }
  }
}

/// What a number asks of the words beside it.
package enum PluralCategory: String, CaseIterable, Hashable, Sendable {
  case zero, one, two, few, many, other

  /// The category of `number` in `language`: cardinal rules of the Unicode CLDR, `plurals.xml`.
  package init(of number: Int, in language: Language.Code) {
    let last = number.magnitude % 100
    self =
      switch (language, number.magnitude) {
      case (.english, 1): .one
      case (.english, _): .other
      case (.arabic, 0): .zero
      case (.arabic, 1): .one
      case (.arabic, 2): .two
      case (.arabic, _) where (3...10).contains(last): .few
      case (.arabic, _) where (11...99).contains(last): .many
      case (.arabic, _): .other
      }
  }

  /// The categories that a language tells apart.
  package static func all(of language: Language.Code) -> [PluralCategory] {
    language == .english ? [.one, .other] : allCases
  }
}
