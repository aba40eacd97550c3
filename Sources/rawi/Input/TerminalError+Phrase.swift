import CursesTerminal
import Interface

extension TerminalError: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  package var phrase: Phrase {
    switch self {
    case .notATerminal: Phrase(.notATerminal)
    case .unknownType(""): Phrase(.terminalUnset)
    case .unknownType(let type): Phrase(.terminalUnknown, .word(type))
    case .tooSimple(let type): Phrase(.terminalTooSimple, .word(type))
    case .alreadyOpen: Phrase(.terminalInUse)
    case .system(let number): Phrase(.terminalFailed, .system(number))
    }
  }
}
