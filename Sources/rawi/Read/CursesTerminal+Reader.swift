import CursesTerminal
import Interface
import ReaderRuntime

extension CursesTerminal: ReaderTerminal {
  package var wakeUp: @Sendable () -> Void {
    let wake = wake
    return { wake.signal() }
  }
}

extension TerminalTraits.Background {
  /// The themes that suit it.
  var appearance: Theme.Appearance {
    switch self {
    case .light: .light
    case .dark: .dark
    case .unknown: .any
    }
  }
}
