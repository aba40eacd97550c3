extension Command {
  /// The names of commands that are most like `name`, the likest first, three at most.
  ///
  /// Ordered by edit distance; names that hold `name`, or a part of it, come first. None is named that
  /// shares no part of two letters and is no slip of a few letters away.
  package static func names(near name: String) -> [String] {
    let parts = name.split(separator: ".").map(String.init)
    let ranked = allCases.map { command in
      let other = command.rawValue
      let shares = parts.contains { $0.count > 1 && other.contains($0) }
      let near = ([other] + other.split(separator: ".").map(String.init)).map { distance(name, $0) }
      return (name: other, distance: (near.min() ?? 0) - (shares ? 100 : 0))
    }
    let near = ranked.filter { $0.distance <= max(1, name.count / 3) }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// The only command whose name, or the part of it after the dot, is `name` in the same letters, whatever
  /// dots, hyphens and case: `lookup` and `Look-Up` are `word.look-up`.
  static func called(_ name: String) -> Command? {
    func letters(_ name: some StringProtocol) -> String {
      String(name).filter { !".-_".contains($0) }.lowercased()
    }
    let name = letters(name)
    let whole = allCases.filter { letters($0.rawValue) == name }
    let ends = allCases.filter { letters($0.rawValue.drop { $0 != "." }) == name }
    let called = whole.isEmpty ? ends : whole
    return called.count == 1 ? called[0] : nil
  }

  /// The edit distance of Levenshtein.
  ///
  /// - Complexity: O(*nm*) in the scalars of both.
  private static func distance(_ one: String, _ other: String) -> Int {
    let other = Array(other.unicodeScalars)
    var row = Array(0...other.count)
    for (index, scalar) in one.unicodeScalars.prefix(100).enumerated() {
      var previous = row
      swap(&previous, &row)
      row[0] = index + 1
      for column in other.indices {
        row[column + 1] = min(
          previous[column] + (scalar == other[column] ? 0 : 1), previous[column + 1] + 1,
          row[column] + 1)
      }
    }
    return row[other.count]
  }
}
