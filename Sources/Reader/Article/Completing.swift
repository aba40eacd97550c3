import Interface
extension ReaderState {
  /// What the last word of a line after `:` may become, or `nil` where nothing is known.
  func completion(of line: String) -> Completion? {
    let stem: String
    let candidates: [String]
    if let equals = line.lastIndex(of: "="), let setting = Self.setting(in: line[..<equals]) {
      stem = String(line[...equals])
      candidates = values(of: setting)
    } else if let space = line.lastIndex(of: " ") {
      stem = String(line[...space])
      candidates = arguments(after: String(line[..<space]))
    } else {
      stem = ""
      candidates = Self.names
    }
    let typed = String(line.dropFirst(stem.count))
    let beginning = candidates.filter { $0.hasPrefix(typed) }
    let fitting = beginning.isEmpty ? candidates.filter { $0.contains(typed) } : beginning
    guard !fitting.isEmpty else { return nil }
    return Completion(stem: stem, typed: typed, candidates: fitting)
  }

  private static let names =
    LineVerb.allCases.map(\.rawValue) + Command.allCases.map(\.rawValue).sorted()

  private static func setting(in text: Substring) -> Setting? {
    text.split(separator: " ").last.flatMap { Setting(rawValue: String($0)) }
  }

  /// What may follow the words of `start`.
  private func arguments(after start: String) -> [String] {
    let words = start.split(separator: " ").map(String.init)
    let verb = words.first.map { LineForms.builtIn[$0] ?? $0 }.flatMap(LineVerb.init)
    switch (verb, words.count) {
    case (.theme, 1): return preferences.themeNames
    case (.set, 1): return Setting.allCases.filter(\.isLive).map { $0.rawValue + "=" }
    case (.find, _), (.who, _): return FindOption.allCases.map(\.rawValue)
    case (.set, 2): return Setting(rawValue: words[1]).map(values) ?? []
    default: return []
    }
  }

  private func values(of setting: Setting) -> [String] {
    switch setting.values {
    case .words(let words): words
    case .numbers: value(of: setting).map { [$0] } ?? []
    case .text: preferences.themeNames
    }
  }
}
