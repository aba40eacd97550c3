import TextLayout

/// The language in which the reader speaks to the person, and how it writes numbers.
package struct Language: Hashable, Sendable {
  /// A language that the interface has.
  package enum Code: String, CaseIterable, Hashable, Sendable {
    case arabic = "ar"
    case english = "en"
  }

  /// The digits of numbers.
  package enum Digits: Hashable, Sendable {
    /// 0 to 9.
    case european
    /// ٠ to ٩.
    case arabicIndic
  }

  /// The language.
  package var code: Code
  /// The digits that Arabic has in the person's country.
  private var arabicDigits: Digits

  /// The digits of its numbers.
  package var digits: Digits { code == .arabic ? arabicDigits : .european }

  /// English.
  package static let english = Language(code: .english)
  /// Arabic with the digits of most Arabic countries.
  package static let arabic = Language(code: .arabic)

  /// The side from which its lines run.
  package var direction: Direction { code == .arabic ? .rightToLeft : .leftToRight }

  /// The language of the locale that `environment` asks for, or `chosen` with the digits of that
  /// locale.
  ///
  /// As in setlocale(3), the first of LC_ALL, LC_MESSAGES and LANG that is set decides. Countries
  /// that write Arabic with European digits are those of the Unicode CLDR (`defaultNumberingSystem`).
  package init(_ chosen: Code? = nil, environment: [String: String]) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let parts = locale.prefix { $0 != "." && $0 != "@" }.split { $0 == "_" || $0 == "-" }
    let spoken = parts.first.flatMap { Code(rawValue: $0.lowercased()) }
    code = chosen ?? spoken ?? .english
    let isMaghribi =
      spoken == .arabic && parts.dropFirst().contains { Self.europeanDigits.contains(String($0)) }
    arabicDigits = isMaghribi ? .european : .arabicIndic
  }

  private init(code: Code) {
    (self.code, arabicDigits) = (code, .arabicIndic)
  }

  private static let europeanDigits: Set = ["AE", "DZ", "EH", "LY", "MA", "TN"]
}
