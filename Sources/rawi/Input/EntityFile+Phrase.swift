import Glibc
import Interface

extension EntityFile.Invalid: UserFacingError {
  /// What is wrong, in no language yet.
  var phrase: Phrase {
    switch self {
    case .form(let file, let place): Phrase(.entitiesForm, .path(file), .path(place))
    case .offsets(let file, let entity, let start, let end, let count):
      Phrase(
        .entitiesOutside, .path(file), .path(entity), .number(start), .number(end),
        .number(count))
    case .words(let file, let entity, let start):
      Phrase(.entitiesWords, .path(file), .path(entity), .number(start))
    case .twice(let file, let entity): Phrase(.entitiesTwice, .path(file), .path(entity))
    }
  }

  /// 65: the data are wrong.
  var exitCode: Int32 { EX_DATAERR }
}
