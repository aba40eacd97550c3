import Screen
import CursesTerminal
import Glibc
import Platform

/// What standard output is, and what lines are to be like there.
struct PrintTarget {
  /// What is known of the terminal that shows the lines, now or by way of a pager.
  let facts: TerminalFacts
  /// Whether names and quotations are to look different.
  let isColored: Bool
  /// Whether the lines go to a terminal.
  let isTerminal: Bool

  private let choice: ShowCommand.ColorChoice
  private let environment: [String: String]
  /// The columns of the terminal that standard output is.
  private var terminalColumns: Int?

  /// The longest line where nobody says otherwise.
  private static let measure = 90

  init(
    colors choice: ShowCommand.ColorChoice,
    environment: [String: String] = ProcessEnvironment.variables
  ) {
    self.choice = choice
    self.environment = environment
    isTerminal = isatty(STDOUT_FILENO) == 1
    let terminal = isTerminal ? try? PlainTerminal(environment: environment) : nil
    facts = terminal?.facts ?? .withoutTerminal(environment: environment)
    terminalColumns = terminal?.columns
    // From here on signals end the program as they end others.
    terminal?.close()
    isColored =
      switch choice {
      case .always: true
      case .never: false
      case .auto: isTerminal && facts.traits.type != "dumb"
      }
  }

  /// How many colours are used: of those who ask for them always, NO_COLOR takes none away.
  var depth: ColorDepth {
    guard isColored else { return .none }
    guard choice == .always else { return facts.printedColors }
    var asked = facts
    asked.variables.removeAll { $0.name == "NO_COLOR" }
    asked.colors = facts.colors == .none ? .indexed : facts.colors
    return asked.printedColors == .none ? .indexed : asked.printedColors
  }

  /// How lines are ordered: for the terminal that is to show them; plain lines for a file or another
  /// program as they are stored.
  func plan(_ choices: DrawingChoices) -> DrawingPlan {
    if choices.bidi == .auto, !isTerminal, !isColored {
      return DrawingPlan(.logical, because: .file)
    }
    return DrawingPlan(forPrintingIn: facts.traits, host: facts.host, choices: choices)
  }

  /// The columns of the paper and of the longest line.
  ///
  /// A width that is asked for holds in a file whatever the terminal's; on a terminal no line is
  /// longer than it.
  func room(longestLine: Int?) -> (columns: Int, measure: Int) {
    let measure = longestLine ?? Self.measure
    if let terminalColumns { return (terminalColumns, measure) }
    if let longestLine { return (longestLine + 2, measure) }
    let told = environment["COLUMNS"].flatMap { Int($0) }.flatMap {
      $0 > 0 ? min($0, Self.widest) : nil
    }
    return (told ?? Self.columnsOfWindow ?? 80, measure)
  }

  /// The most columns that a line may have.
  private static let widest = 4096

  /// The columns of the terminal window in which a pager may be running.
  private static var columnsOfWindow: Int? {
    let own = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY)
    defer { if own >= 0 { close(own) } }
    return [STDERR_FILENO, own].lazy.compactMap { descriptor in
      var window = winsize()
      guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
      return min(Int(window.ws_col), widest)
    }.first
  }
}
