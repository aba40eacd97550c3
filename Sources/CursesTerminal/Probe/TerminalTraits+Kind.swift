extension TerminalTraits {
  /// The program, by its answers first.
  static func kind(_ answers: ProbeAnswers, _ environment: [String: String]) -> Kind {
    if let version = answers.version, let kind = kind(version: version) { return kind }
    let type = environment["TERM"] ?? ""
    if let multiplexer = multiplexer(type: type, environment) { return multiplexer }
    switch answers.bidiMode {
    case 1?, 2?, 3?, 4?:
      // Of the terminals without a name of their own, VTE alone knows the mode.
      return answers.version == nil ? .vte : .unknown
    default: break
    }
    if answers.version != nil { return .unknown }
    if answers.bidiMode == nil, let silent = silentKind(type: type, environment) { return silent }
    if type.hasPrefix("mlterm") || has("MLTERM", environment) { return .mlterm }
    if type == "linux" { return .linuxConsole }
    if environment["TERM_PROGRAM"] == "Apple_Terminal" { return .appleTerminal }
    if answers.bidiMode == nil, has("KONSOLE_VERSION", environment) { return .konsole }
    // A terminal that answered the last query but not that for mode 8 is no VTE.
    if !answers.isComplete, Int(environment["VTE_VERSION"] ?? "") ?? 0 >= 5703 { return .vte }
    if type.hasPrefix("xterm-kitty") { return .kitty }
    if answers.bidiMode == 0, has("XTERM_VERSION", environment) { return .xterm }
    return .unknown
  }

  /// By what it was recognised.
  package enum Evidence: Hashable, Sendable {
    /// By the name that it tells.
    case name
    /// By mode 8, which one terminal alone knows without a name.
    case bidiMode
    /// By TERM and other variables.
    case variables
    /// It was not recognised.
    case nothing
  }

  /// By what the terminal was recognised that has given `answers`.
  package func evidence(_ answers: ProbeAnswers) -> Evidence {
    if let version = answers.version, Self.kind(version: version) != nil { return .name }
    switch kind {
    case .unknown: return .nothing
    case .vte where answers.bidiMode != nil: return .bidiMode
    default: return .variables
    }
  }

  /// The program that calls itself `version`.
  private static func kind(version: String) -> Kind? {
    let name = version.prefix { $0.isLetter }.lowercased()
    return switch name {
    case "konsole": .konsole
    case "kitty": .kitty
    case "xterm": .xterm
    case "foot": .foot
    case "tmux": .tmux
    case "vte": .vte
    case "mlterm": .mlterm
    case "alacritty": .alacritty
    default: nil
    }
  }

  private static func multiplexer(type: String, _ environment: [String: String]) -> Kind? {
    if type.hasPrefix("tmux") || type.hasPrefix("screen") && has("TMUX", environment) {
      return .tmux
    }
    return type.hasPrefix("screen") ? .screen : nil
  }

  /// Terminals that answer DA1 alone and are recognised by their environment.
  private static func silentKind(type: String, _ environment: [String: String]) -> Kind? {
    if type.hasPrefix("alacritty") || has("ALACRITTY_WINDOW_ID", environment) { return .alacritty }
    if type.hasPrefix("rxvt") { return .urxvt }
    if type == "st" || type.hasPrefix("st-") { return .st }
    if type == "foot" || type.hasPrefix("foot-") { return .foot }
    return nil
  }

  private static func has(_ name: String, _ environment: [String: String]) -> Bool {
    environment[name]?.isEmpty == false
  }
}
