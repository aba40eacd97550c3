import Platform

/// The days, months or years that the documents of a report are of, one after another.
package struct ReportPeriods: Hashable, Sendable {
  /// How long a period is.
  private enum Unit: Int {
    case day = 10
    case month = 7
    case year = 4
  }

  /// The most periods of a kind: a bar for each still has some width.
  private static let most = 62

  private let unit: Unit
  private let first: Int
  /// How many there are.
  package let count: Int

  /// The shortest periods by which `times` fall into not too many.
  ///
  /// - Complexity: O(*n*).
  package init(of times: [Timestamp]) {
    guard let least = times.min(), let greatest = times.max() else {
      (unit, first, count) = (.day, 0, 0)
      return
    }
    let units: [Unit] = [.day, .month, .year]
    let unit = units.first {
      Self.number(of: greatest, by: $0) - Self.number(of: least, by: $0) < Self.most
    }
    self.unit = unit ?? .year
    let last = Self.number(of: greatest, by: self.unit)
    first = max(Self.number(of: least, by: self.unit), last - Self.most + 1)
    count = last - first + 1
  }

  /// The number of the period of `time`, from 0; those before the first count as of the first.
  package func index(of time: Timestamp) -> Int {
    min(max(0, Self.number(of: time, by: unit) - first), count - 1)
  }

  /// The period `index` as `2026`, `2026-03` or `2026-03-31`.
  package func name(_ index: Int) -> String {
    let number = first + index
    switch unit {
    case .day: return String(Timestamp(milliseconds: Int64(number) * 86_400_000).iso.prefix(10))
    case .month:
      let month = number % 12 + 1
      return "\(Self.four(number / 12))-\(month < 10 ? "0" : "")\(month)"
    case .year: return Self.four(number)
    }
  }

  private static func four(_ year: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
  }

  private static func number(of time: Timestamp, by unit: Unit) -> Int {
    if unit == .day {
      let day = 86_400_000 as Int64
      // Before 1970, too, a day begins at midnight.
      return Int((time.milliseconds - (time.milliseconds % day + day) % day) / day)
    }
    let parts = time.iso.prefix(7).split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return 0 }
    return unit == .year ? parts[0] : 12 * parts[0] + parts[1] - 1
  }
}
