import CursesTerminal
import Glibc
import Interface
import Platform
import Reader

extension DrawingPlan.Reason {
  /// The reason, in no language yet.
  var phrase: Phrase {
    switch self {
    case .asked: Phrase(.planAsked)
    case .chosen: Phrase(.planChosen)
    case .file: Phrase(.planFile)
    case .stays: Phrase(.planStays)
    case .mltermRows: Phrase(.planMltermRows)
    case .kitty: Phrase(.planKitty)
    case .unstoppable: Phrase(.planUnstoppable)
    case .plain: Phrase(.planNoReordering)
    case .foundOff: Phrase(.planFoundOff)
    case .switchedOff: Phrase(.planSwitchedOff)
    case .around(let multiplexer, let host): Phrase(host.key, .word(multiplexer.rawValue))
    }
  }
}

extension DrawingPlan.Reason.Host {
  fileprivate var key: PhraseKey {
    switch self {
    case .passedThrough: .planThrough
    case .unknown: .planUnknownAround
    case .plain: .planAroundPlain
    case .kitty: .planAroundKitty
    case .mltermRows: .planAroundMlterm
    case .reorders: .planAroundReorders
    }
  }
}

extension TerminalTraits.Evidence {
  /// By what a terminal was recognised, in no language yet.
  var phrase: Phrase {
    switch self {
    case .name: Phrase(.doctorByName)
    case .bidiMode: Phrase(.doctorByMode)
    case .variables: Phrase(.doctorByVariables)
    case .nothing: Phrase(.doctorByNothing)
    }
  }
}

extension TerminalTraits.Reordering {
  /// Whether and how a terminal orders text, in no language yet.
  var phrase: Phrase {
    switch self {
    case .none: Phrase(.reorderingNone)
    case .standardMode(isOn: true): Phrase(.reorderingMode)
    case .standardMode(isOn: false): Phrase(.reorderingModeOff)
    case .konsoleProfile: Phrase(.reorderingKonsole)
    case .mltermProperty: Phrase(.reorderingMlterm)
    case .unstoppable: Phrase(.reorderingUnstoppable)
    }
  }
}

extension TerminalTraits.Background {
  /// The background, in no language yet.
  var phrase: Phrase {
    switch self {
    case .dark: Phrase(.doctorDark)
    case .light: Phrase(.doctorLight)
    case .unknown: Phrase(.doctorUnknown)
    }
  }
}

extension TerminalChoicesFile.Problem: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase {
    switch self {
    case .wrongValue(let file, let position, let allowed):
      Phrase(
        .inFile, .word("\(file):\(position.line):\(position.column)"),
        .phrase(Phrase(.choiceMeaningless, .word(allowed))))
    case .notWritten(let error):
      Phrase(.choiceNotWritten, .word(error.path), error.reason.argument)
    case .noFolder: Phrase(.doctorNoFile)
    }
  }

  /// 78 for what is wrong in the file, 73 for a file that cannot be written.
  var exitCode: Int32 {
    if case .wrongValue = self { EX_CONFIG } else { EX_CANTCREAT }
  }
}
