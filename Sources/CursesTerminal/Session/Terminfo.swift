import CNCurses
import Screen

/// What terminfo says of a terminal type, read before curses starts.
struct Terminfo {
  /// The type that was found.
  var type: String
  /// The bytes that leave the state curses puts the terminal in: plain colours, cursor shown,
  /// keypad and alternate screen left.
  var leave: String
  /// The terminal's keys.
  var keys: [[UInt8]: Key]

  /// The entry for `type`, or its 24-bit variant ("xterm-direct") where `wantsDirect` and there is
  /// one.
  ///
  /// - Throws: ``TerminalError/unknownType(_:)`` or ``TerminalError/tooSimple(_:)``.
  init(type: String, wantsDirect: Bool, output: Int32) throws(TerminalError) {
    let direct = wantsDirect ? Self.directVariant(of: type) : nil
    guard !type.isEmpty else { throw .unknownType(type) }
    if let direct, cn_setupterm(direct, output) == 1 {
      self.type = direct
    } else if cn_setupterm(type, output) == 1 {
      self.type = type
    } else {
      throw .unknownType(type)
    }
    defer { cn_forget_terminal() }
    guard Self.string("cup") != nil, Self.string("clear") != nil else { throw .tooSimple(type) }
    leave = ["sgr0", "rmkx", "cnorm", "rmcup"].compactMap(Self.string).joined()
    keys = [:]
    for (name, key) in KeySequences.capabilities {
      // Of one byte there is only Backspace, which the decoder knows.
      if let bytes = Self.string(name).map({ Array($0.utf8) }), bytes.count > 1 {
        keys[bytes] = key
      }
    }
  }

  /// "xterm-direct" for "xterm-256color" and "xterm", and so on.
  static func directVariant(of type: String) -> String {
    let colours = "-256color"
    let base =
      if type.hasSuffix(colours) {
        String(type.dropLast(colours.count))
      } else if type == "xterm-kitty" {
        "kitty"
      } else {
        type
      }
    return base + "-direct"
  }

  /// A capability without the padding times that only `tputs` understands (`$<5/>`).
  private static func string(_ capability: String) -> String? {
    guard let value = cn_string(capability).map({ String(cString: $0) }) else { return nil }
    guard value.contains("$<") else { return value }
    var result = ""
    var rest = value[...]
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
