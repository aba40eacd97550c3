import Glibc
import Platform

extension FileError: UserFacingError {
  /// What is wrong, in no language yet.
  package var phrase: Phrase { Phrase(.readFailed, .path(path), reason.argument) }

  /// 66 for a file that is not there or is none, else 74.
  package var exitCode: Int32 {
    switch reason {
    case .missing, .notAFile: EX_NOINPUT
    case .tooLong: EX_DATAERR
    case .system: EX_IOERR
    }
  }
}

extension FileError.Reason {
  /// What is in the way, as part of a phrase that names the file.
  package var argument: Phrase.Argument {
    switch self {
    case .missing: .phrase(Phrase(.reasonMissing))
    case .notAFile: .phrase(Phrase(.reasonNotAFile))
    case .tooLong(let limit): .phrase(Phrase(.reasonTooLong, .number(limit >> 10)))
    case .system(let number): .system(number)
    }
  }
}

extension Phrase.Argument {
  /// A path, or another word that comes from outside, without what would steer the terminal.
  package static func path(_ path: String) -> Self { .word(FilePath.shown(path).pictured) }

  /// What the system says of an `errno`, in its own words where they are in no language of the program.
  package static func system(_ number: Int32) -> Self {
    SystemPhrases.keys[number].map { .phrase(Phrase($0)) }
      ?? .text(String(cString: strerror(number)))
  }
}

/// The errors of the system that a file may meet.
enum SystemPhrases {
  /// What is told of each `errno`.
  static let keys: [Int32: PhraseKey] = [
    EPERM: .errnoEPERM,
    ENOENT: .errnoENOENT,
    EINTR: .errnoEINTR,
    EIO: .errnoEIO,
    EACCES: .errnoEACCES,
    EBUSY: .errnoEBUSY,
    EEXIST: .errnoEEXIST,
    ENOTDIR: .errnoENOTDIR,
    EISDIR: .errnoEISDIR,
    EMFILE: .errnoEMFILE,
    ETXTBSY: .errnoETXTBSY,
    EFBIG: .errnoEFBIG,
    ENOSPC: .errnoENOSPC,
    EROFS: .errnoEROFS,
    EPIPE: .errnoEPIPE,
    ENAMETOOLONG: .errnoENAMETOOLONG,
    ELOOP: .errnoELOOP,
    ESTALE: .errnoESTALE,
    EDQUOT: .errnoEDQUOT,
  ]
}
