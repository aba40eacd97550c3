extension Timestamp {
  /// The moment as `2026-11-22T21:29:35.123Z` (RFC 3339), in UTC.
  package var iso: String {
    let (days, rest) = (milliseconds.floored(by: 86_400_000), milliseconds.rest(by: 86_400_000))
    let (year, month, day) = Self.date(ofDay: days)
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { Self.padded($0, 2) }
    return
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
      + "T\(time.joined(separator: ":")).\(Self.padded(rest % 1000, 3))Z"
  }

  /// The moment that `iso` tells, a date and a time with Z or an offset (RFC 3339), or a date alone, in
  /// UTC where no offset is given.
  ///
  /// `nil` for another form, and for days and hours that there are not: 31 February, the year 0, 24:00:00,
  /// an offset of a day. A leap second, 23:59:60, is the first second of the next minute.
  package init?(iso: String) {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?/
      .asciiOnlyDigits()
    guard let match = iso.wholeMatch(of: pattern)?.output,
      let day = Self.day(Self.number(match.1), Self.number(match.2), Self.number(match.3))
    else { return nil }
    let (hour, minute, second) = (
      Self.number(match.4), Self.number(match.5), Self.number(match.6)
    )
    let zone = match.8.flatMap { $0 == "Z" ? nil : $0 }
    let (zoneHour, zoneMinute) = (
      Self.number(zone?.dropFirst().prefix(2)), Self.number(zone?.suffix(2))
    )
    guard hour < 24, minute < 60, second <= 60, zoneHour < 24, zoneMinute < 60 else { return nil }
    let offset = (zoneHour * 60 + zoneMinute) * (zone?.first == "-" ? -60 : 60)
    let seconds = day * 86_400 + hour * 3600 + minute * 60 + second - offset
    let fraction = Self.number(match.7.map { ($0 + "00").prefix(3) })
    self.init(exactly: seconds * 1000 + fraction)
  }

  private static func number(_ digits: Substring?) -> Int64 { digits.flatMap { Int64($0) } ?? 0 }

  /// The number of a day that there is, counted from 1970-01-01.
  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let number = Self.dayNumber(year, month, day)
    return date(ofDay: number) == (year, month, day) ? number : nil
  }

  /// Source: Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`.
  private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year.floored(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The inverse, `civil_from_days`.
  private static func date(ofDay day: Int64) -> (Int64, Int64, Int64) {
    let shifted = day + 719_468
    let era = shifted.floored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func padded(_ number: Int64, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension Int64 {
  fileprivate func floored(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }

  fileprivate func rest(by divisor: Int64) -> Int64 { self - floored(by: divisor) * divisor }
}
