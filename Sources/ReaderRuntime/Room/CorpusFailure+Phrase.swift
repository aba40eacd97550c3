import ArabicText
import Interface
import Library

extension CorpusFailure: UserFacingError {
  /// What is wrong, in no language yet.
  package var phrase: Phrase {
    switch self {
    case .file(let error): error.phrase
    case .noArticle(.line(let number), let reason):
      Phrase(.lineNoArticle, .number(number), .text(reason.description))
    case .noArticle(.item(let number), let reason):
      Phrase(.itemNoArticle, .number(number), .text(reason.description))
    case .longLine(let number, let limit):
      Phrase(.lineTooLong, .number(number), .number(limit >> 20))
    case .empty(.line(let number)): Phrase(.lineEmpty, .number(number))
    case .empty(.item(let number)): Phrase(.itemEmpty, .number(number))
    case .noListedArticle(let article, let count):
      Phrase(.noListedArticle, .path(article.path), .text("\(article.number)"), .number(count))
    case .stream(let name, let number): Phrase(.readFailed, .text(name), .system(number))
    }
  }
}
