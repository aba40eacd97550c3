import Interface

/// Counts over time as small bars, a month each, or a year or more where there are many.
struct MonthBars: Hashable {
  /// What the first bar stands for.
  let first: String
  /// What the last one stands for.
  let last: String
  /// The bars, the earliest first.
  let bars: String

  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// The spans that a bar may stand for, in months.
  private static let steps = [1, 12, 120, 1200]

  /// Bars of `months`, which are counted from January of the year 0, in at most `columns` columns.
  ///
  /// - Returns: `nil` where there is nothing to show, or no room.
  init?(_ months: [Int: Int], columns: Int, in language: Language) {
    guard let earliest = months.keys.min(), let latest = months.keys.max() else { return nil }
    let fitting = Self.steps.first { latest / $0 - earliest / $0 < columns }
    guard let step = fitting else { return nil }
    var counts = Array(repeating: 0, count: latest / step - earliest / step + 1)
    for (month, count) in months { counts[month / step - earliest / step] += count }
    let most = counts.max() ?? 1
    bars = String(
      counts.map { count in
        count <= 0 ? "·" : Self.heights[min(7, (count * 8 + most - 1) / most - 1)]
      })
    func label(_ month: Int) -> String {
      let year = step > 12 ? month / step * step / 12 : month / 12
      let part = step == 1 ? "-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)" : ""
      return language.inDigits("\(year)\(part)")
    }
    (first, last) = (label(earliest), label(latest))
  }
}
