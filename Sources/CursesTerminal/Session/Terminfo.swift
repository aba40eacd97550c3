import CNCurses
import Screen

/// What terminfo says of a terminal type, read before curses starts.
struct Terminfo {
  /// The type that was found.
  var type: String
  /// The bytes that leave the state curses puts the terminal in: plain colours, cursor shown,
  /// keypad and alternate screen left.
  var leave: String
  /// How many colours it has.
  var colors: ColorDepth
  /// Whether it understands control sequences of ECMA-48, and so leaves out those it does not know; a
  /// VT52 shows them.
  var isStandard: Bool
  /// Whether it can report the mouse as xterm does (private modes 1000, 1002 and 1006).
  var reportsMouse: Bool
  /// Whether it can put brackets around what is pasted (private mode 2004).
  var bracketsPastes: Bool
  /// The terminal's keys.
  var keys: [[UInt8]: Key]

  /// The entry for `type`; where `wantsDirect` and there is one, its 24-bit variant ("xterm-direct");
  /// where there is none for a terminal that is known to understand xterm's or screen's sequences,
  /// theirs.
  ///
  /// - Throws: ``TerminalError/unknownType(_:)`` or ``TerminalError/tooSimple(_:)``.
  init(type: String, wantsDirect: Bool, output: Int32) throws(TerminalError) {
    let direct = wantsDirect ? [Self.directVariant(of: type)] : []
    let candidates = direct + [type] + Self.substitutes(for: type)
    guard !type.isEmpty, let found = candidates.first(where: { cn_setupterm($0, output) == 1 })
    else { throw .unknownType(type) }
    self.type = found
    defer { cn_forget_terminal() }
    guard let place = Self.string("cup"), Self.string("clear") != nil else {
      throw .tooSimple(type)
    }
    isStandard = place.hasPrefix("\u{1B}[")
    reportsMouse = Self.speaksAsXterm
    bracketsPastes = reportsMouse || Self.string("BE") != nil
    leave = ["rmir", "rmacs", "sgr0", "op", "rmkx", "cnorm", "rmcup"].compactMap(Self.string)
      .joined()
    colors = ColorDepth(count: Int(tigetnum("colors")))
    keys = [:]
    for (name, key) in KeySequences.capabilities {
      // Of one byte there is only Backspace, which the decoder knows.
      if let bytes = Self.string(name).map({ Array($0.utf8) }), bytes.count > 1 {
        keys[bytes] = key
      }
    }
  }

  /// Whether the entry that is set up is of a terminal with the private modes of today's xterm.
  ///
  /// New entries say so: mode 1006 in the extended capability XM, or its reports as the key of the
  /// mouse. Those of urxvt, VTE, tmux and others know the older reports alone and an alternate screen;
  /// the Linux console has the reports, for a program of its own, and neither mode nor screen.
  private static var speaksAsXterm: Bool {
    if string("XM")?.contains("1006") == true { return true }
    return switch string("kmous") {
    case "\u{1B}[<": true
    case .some: string("rmcup") != nil
    case nil: false
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

  /// Entries to use for `type` where it has none of its own: some terminals come with their entry,
  /// which is then missing on the other side of an ssh line.
  static func substitutes(for type: String) -> [String] {
    let xtermLike = ["xterm", "foot", "alacritty", "wezterm", "ghostty", "contour", "rio", "st-"]
    if xtermLike.contains(where: type.hasPrefix) { return ["xterm-256color", "xterm"] }
    let screenLike = ["tmux", "screen"]
    if screenLike.contains(where: type.hasPrefix) { return ["screen-256color", "screen"] }
    return []
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
