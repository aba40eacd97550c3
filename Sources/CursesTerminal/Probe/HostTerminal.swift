import Platform

/// The terminal around a multiplexer, which sees no question that a program inside asks.
enum HostTerminal {
  /// What is known of it, or `nil` where nothing is, as at the far end of an ssh line.
  ///
  /// tmux says what the terminal calls itself, and whose environment it was attached from. GNU screen
  /// says nothing; the variables that its windows inherit tell where it was started.
  static func traits(
    around traits: TerminalTraits, _ environment: [String: String]
  ) -> TerminalTraits? {
    switch Multiplexer(traits.kind) {
    case nil: nil
    case .tmux: Tmux.client(environment).flatMap { known($0.answers, $0.environment) }
    case .screen: known(ProbeAnswers(), outside(environment))
    }
  }

  private static func known(
    _ answers: ProbeAnswers, _ environment: [String: String]
  ) -> TerminalTraits? {
    let traits = TerminalTraits(answers: answers, environment: environment)
    return traits.kind == .unknown && answers.version == nil ? nil : traits
  }

  /// The environment with TERM as it was outside: GNU screen calls itself "screen.xterm-256color", or
  /// "screen" alone around a terminal that tells nothing by its type.
  static func outside(_ environment: [String: String]) -> [String: String] {
    var outside = environment
    let parts = environment["TERM"]?.split(separator: ".", maxSplits: 1) ?? []
    outside["TERM"] = parts.count == 2 ? String(parts[1]) : ""
    return outside
  }
}

/// What the tmux around the program tells and does, by its own command.
enum Tmux {
  /// The terminal that shows the window.
  struct Client {
    var answers: ProbeAnswers
    var environment: [String: String]
  }

  /// The terminal that shows the window of this program.
  ///
  /// VTE 0.70 and mlterm tell tmux no name; the variables of the tmux client's process do. Where these
  /// cannot be read, those that the window has inherited stand in.
  static func client(_ environment: [String: String]) -> Client? {
    let formats = ["#{client_termtype}", "#{client_termname}", "#{client_pid}"]
    let output = output(
      ["display-message", "-p", formats.joined(separator: "\n")], environment)
    let answer = output?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var answers = ProbeAnswers()
    var variables = environment
    variables["TERM"] = ""
    if let answer, answer.count >= 3 {
      answers.version = answer[0].isEmpty ? nil : answer[0]
      if let process = Int32(answer[2]),
        let own = ProcessEnvironment.variables(ofProcess: String(process))
      {
        variables = own
      }
      variables["TERM"] = answer[1]
    }
    return Client(answers: answers, environment: variables)
  }

  /// Lets escape sequences of this pane pass, until the pane is closed.
  ///
  /// Not taken back at the end: tmux might do so before it has read the last bytes of the program.
  static func allowPassthrough(_ environment: [String: String]) {
    _ = output(["set-option", "-p", "allow-passthrough", "on"], environment)
  }

  /// What a command of tmux prints; it answers in a few thousandths of a second, or is given up.
  private static func output(
    _ arguments: [String], _ environment: [String: String]
  ) -> String? {
    ChildProgram(["tmux"] + arguments, environment: environment)
      .output(within: .milliseconds(500))
      .flatMap { String(validating: $0, as: UTF8.self) }
  }
}
