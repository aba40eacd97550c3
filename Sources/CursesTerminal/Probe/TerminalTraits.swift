/// What is known of the terminal that the program runs in.
package struct TerminalTraits: Hashable, Sendable {
  /// The programs that are distinguished.
  package enum Kind: String, Hashable, Sendable {
    case vte, konsole, mlterm, kitty, xterm, foot, alacritty, urxvt, st
    case tmux, screen
    case linuxConsole, appleTerminal
    case unknown
  }

  /// Whether and how the terminal puts right-to-left text in order by itself.
  package enum Reordering: Hashable, Sendable {
    /// It shows cells where they are put.
    case none
    /// By ECMA-48 mode 8, which can be switched; `isOn` says how it was found.
    case standardMode(isOn: Bool)
    /// By Konsole's profile property BidiRenderingEnabled.
    case konsoleProfile
    /// By mlterm's property use_ctl.
    case mltermProperty
    /// In a way that no escape sequence stops.
    case unstoppable
  }

  /// The colour behind the text.
  package enum Background: String, Hashable, Sendable {
    case dark, light, unknown
  }

  /// The program.
  package var kind: Kind
  /// Its type, from TERM.
  package var type: String
  /// What it calls itself, with its version, where it says so.
  package var version: String?
  /// How it treats right-to-left text.
  package var reordering: Reordering
  /// Its background.
  package var background: Background

  /// Whether marks stand on the letters they belong to in visual order.
  ///
  /// alacritty draws them one cell off, st drops them, foot loses letters with them, and the fonts of
  /// the Linux console have none.
  package var placesTashkeel: Bool {
    switch kind {
    case .alacritty, .foot, .st, .linuxConsole: false
    default: true
    }
  }

  /// The traits that `answers` and, where they are silent, the `environment` tell.
  ///
  /// Variables are inherited through terminals started from terminals, multiplexers and ssh, so an
  /// answer always wins over them.
  package init(answers: ProbeAnswers, environment: [String: String]) {
    kind = Self.kind(answers, environment)
    type = environment["TERM"] ?? ""
    version = answers.version
    reordering = Self.reordering(of: kind, answers)
    background = Self.background(answers, environment)
  }

  private static func reordering(of kind: Kind, _ answers: ProbeAnswers) -> Reordering {
    switch answers.bidiMode {
    case 1: return .standardMode(isOn: true)
    case 2: return .standardMode(isOn: false)
    case 3: return .unstoppable
    case 4: return .none
    default: break
    }
    switch kind {
    case .vte: return .standardMode(isOn: true)
    case .konsole: return .konsoleProfile
    case .mlterm: return .mltermProperty
    case .kitty, .appleTerminal: return .unstoppable
    default: return .none
    }
  }

  private static func background(
    _ answers: ProbeAnswers, _ environment: [String: String]
  ) -> Background {
    if let color = answers.background {
      // Rec. 709 luma of the gamma-encoded values: enough to tell dark from light.
      let (red, green, blue) = (color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF)
      return (2126 * red + 7152 * green + 722 * blue) / 10_000 < 128 ? .dark : .light
    }
    // rxvt and Konsole: "foreground;background" as numbers of the 16 colours.
    switch environment["COLORFGBG"]?.split(separator: ";").last.flatMap({ Int($0) }) {
    case .some(0...6), .some(8): return .dark
    case .some(7), .some(9...15): return .light
    default: return .unknown
    }
  }
}
