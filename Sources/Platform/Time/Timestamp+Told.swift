extension Timestamp {
  /// The day and the time of day that a text tells of itself, on the clock of where it was written.
  ///
  /// A paper in Riyadh that prints at half past midnight on 12 March means 12 March, whatever day it is in Greenwich: an offset is
  /// passed over. Read are RFC 3339 and RFC 5322 and what stands near them (`2026-03-12 10:00`, `2026-03-12T10:00:00+0300`),
  /// `2026/03/12`, `12/03/2026` with the day first, names of months in English and in the Arabic of the Mashriq, Egypt and the Maghreb,
  /// digits of Arabic and Persian, and seconds or milliseconds since 1970.
  ///
  /// - Returns: `nil` where no day is told, or one that there is not.
  /// - Complexity: O(*n*).
  package init?(told text: String) {
    let text = Self.withPlainDigits(text)
    if let moment = Self.counted(text) {
      self = moment
      return
    }
    guard let (date, rest) = Self.numbered(text) ?? Self.named(text) else { return nil }
    let time = rest.firstMatch(of: /(\d{1,2}):(\d\d)(?::(\d\d))?/)?.output
    var hour = time.flatMap { Int($0.1) } ?? 0
    if hour < 12, time != nil, rest.contains(/(?i)\bpm\b|مساء|(?:^|\s)م(?:\s|$)/) { hour += 12 }
    let clock = [hour, time.flatMap { Int($0.2) } ?? 0, time?.3.flatMap { Int($0) } ?? 0]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    self.init(
      iso: "\(date.year)-\(two(date.month))-\(two(date.day))T"
        + clock.map(two).joined(separator: ":") + "Z")
  }

  private typealias CivilDate = (year: Int, month: Int, day: Int)

  /// Seconds since 1970 in nine or ten digits, milliseconds in twelve or thirteen.
  private static func counted(_ text: String) -> Timestamp? {
    guard text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = Int64(text)
    else { return nil }
    switch text.utf8.count {
    case 9...10: return Timestamp(exactly: number * 1000)
    case 12...13: return Timestamp(exactly: number)
    default: return nil
    }
  }

  /// A date in numbers, and what stands behind it.
  private static func numbered(_ text: String) -> (CivilDate, Substring)? {
    if let match = text.firstMatch(of: /(?:^|\D)(\d{4})[-\/.](\d{1,2})[-\/.](\d{1,2})(?!\d)/) {
      guard let year = Int(match.1), let month = Int(match.2), let day = Int(match.3) else {
        return nil
      }
      return ((year, month, day), text[match.range.upperBound...])
    }
    guard let match = text.firstMatch(of: /(?:^|\D)(\d{1,2})[-\/.](\d{1,2})[-\/.](\d{4})(?!\d)/),
      let first = Int(match.1), let second = Int(match.2), let year = Int(match.3)
    else { return nil }
    let date: CivilDate = second > 12 ? (year, first, second) : (year, second, first)
    return (date, text[match.range.upperBound...])
  }

  /// A date with the name of its month, between or before its day and its year.
  private static func named(_ text: String) -> (CivilDate, Substring)? {
    let words = text.split { $0.isWhitespace || ",،".contains($0) }
    guard let place = words.firstIndex(where: { month(called: $0) != nil }),
      let month = month(called: words[place])
    else { return nil }
    let near = words[max(0, place - 1)..<min(words.count, place + 4)]
    guard
      let year = near.first(where: { $0.utf8.count == 4 && Int($0) != nil }).flatMap({ Int($0) }),
      let day = near.first(where: { $0.utf8.count < 3 && Int($0) != nil }).flatMap({ Int($0) })
    else { return nil }
    return ((year, month, day), text[words[place].endIndex...])
  }

  /// The number of the month that `word` names: March, mar., مارس, آذار; of two names in one, كانون الثاني, the first word is none.
  private static func month(called word: Substring) -> Int? {
    let name =
      word.split(separator: "/").first.map(String.init)?.lowercased()
      .filter { $0 != "." } ?? ""
    guard let row = monthNames.first(where: { $0.names.contains(name) }) else {
      return name.count >= 3 && name.allSatisfy(\.isASCII)
        ? englishMonths.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 } : nil
    }
    return row.month
  }

  private static let englishMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Of the months of two words the second one tells which it is, as read by ``withPlainDigits(_:)``.
  private static let monthNames: [(month: Int, names: Set<String>)] = [
    (1, ["يناير", "جانفي", "كانون-الثاني"]), (2, ["فبراير", "فيفري", "شباط"]),
    (3, ["مارس", "آذار", "اذار"]), (4, ["أبريل", "ابريل", "إبريل", "أفريل", "نيسان"]),
    (5, ["مايو", "ماي", "أيار", "ايار"]), (6, ["يونيو", "يونيه", "جوان", "حزيران"]),
    (7, ["يوليو", "يوليه", "جويلية", "يوليوز", "تموز"]),
    (8, ["أغسطس", "اغسطس", "أوت", "غشت", "آب"]), (9, ["سبتمبر", "شتنبر", "أيلول", "ايلول"]),
    (10, ["أكتوبر", "اكتوبر", "تشرين-الأول"]), (11, ["نوفمبر", "نونبر", "تشرين-الثاني"]),
    (12, ["ديسمبر", "دجنبر", "كانون-الأول"]),
  ]

  /// `text` with European digits and without marks of direction, the names of months that have two words in one.
  private static func withPlainDigits(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
      case 0x6F0...0x6F9: scalars.append(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
      case 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).replacing(/(كانون|تشرين)\s+(الأول|الثاني)/) { "\($0.1)-\($0.2)" }
      .trimmingCharacters()
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate func trimmingCharacters() -> String {
    String(
      trimmingPrefix(while: \.isWhitespace).reversed().trimmingPrefix(while: \.isWhitespace)
        .reversed())
  }
}
