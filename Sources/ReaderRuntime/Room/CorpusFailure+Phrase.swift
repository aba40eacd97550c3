import Interface
import Library

extension CorpusFailure: UserFacingError {
  /// What is wrong, in no language yet.
  package var phrase: Phrase {
    switch self {
    case .file(let error): error.phrase
    case .line(let number, let reason):
      Phrase(.lineNoArticle, .number(number), .text(reason.description))
    case .longLine(let number, let limit):
      Phrase(.lineTooLong, .number(number), .number(limit >> 20))
    case .emptyLine(let number): Phrase(.lineEmpty, .number(number))
    case .stream(let name, let number): Phrase(.readFailed, .text(name), .system(number))
    }
  }
}
