import Screen

/// The names of the terminal's 16 colours, in the order of their numbers.
enum TerminalColorNames {
  static let all = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue",
    "bright-magenta", "bright-cyan", "bright-white",
  ]
}

extension Color {
  /// The colour that a theme file writes as `default`, `#rrggbb`, or the name of one of the
  /// terminal's 16 colours.
  init?(themeName name: String) {
    if name == "default" {
      self = .terminal
    } else if let number = TerminalColorNames.all.firstIndex(of: name) {
      self = .named(UInt8(number))
    } else {
      let digits = name.utf8.dropFirst()
      guard name.utf8.first == UInt8(ascii: "#"), digits.count == 6,
        digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let value = UInt32(name.dropFirst(), radix: 16)
      else { return nil }
      self = .rgb(value)
    }
  }
}
