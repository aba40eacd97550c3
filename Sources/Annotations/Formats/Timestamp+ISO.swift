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

  /// The moment that `iso` tells, a date and a time with Z or an offset (RFC 3339), or a date alone; `nil`
  /// for another form.
  package init?(iso: String) {
    let pattern =
      /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?/
    guard let match = iso.wholeMatch(of: pattern)?.output, let year = Int64(match.1),
      let month = Int64(match.2), let day = Int64(match.3), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    var seconds = Self.day(year, month, day) * 86_400
    seconds += (match.4.flatMap { Int64($0) } ?? 0) * 3600
    seconds += (match.5.flatMap { Int64($0) } ?? 0) * 60 + (match.6.flatMap { Int64($0) } ?? 0)
    if let zone = match.8, zone != "Z", let hours = Int64(zone.dropFirst().prefix(2)),
      let minutes = Int64(zone.suffix(2))
    {
      seconds -= (zone.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
    let fraction = match.7.map { Int64(($0 + "00").prefix(3)) ?? 0 } ?? 0
    self.init(milliseconds: seconds * 1000 + fraction)
  }

  /// Source: Hinnant, *chrono-compatible low-level date algorithms*, `days_from_civil`.
  private static func day(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
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
