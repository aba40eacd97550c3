import Glibc
import Interface

/// A number of which a file has no article.
struct NoListedArticle: UserFacingError {
  /// The number.
  var number: Int
  /// The path of the file.
  var path: String
  /// How many articles it has.
  var count: Int

  /// What is wrong, in no language yet.
  var phrase: Phrase {
    Phrase(.noListedArticle, .path(path), .text("\(number)"), .number(count))
  }

  /// 66: there is nothing to read.
  var exitCode: Int32 { EX_NOINPUT }
}
