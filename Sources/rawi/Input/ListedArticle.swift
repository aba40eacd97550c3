import Glibc
import Interface
import Platform

/// One of several articles in a file, as lists name it: the path, and behind `#` its number.
struct ListedArticle {
  /// The path of the file.
  let path: String
  /// The number of the article, from 1; 0 is none.
  let number: Int

  /// The article that `name` names; `nil` where a file has just this name, or none that is there has articles.
  init?(_ name: String) {
    guard PathCalls.status(of: name) == nil, let end = name.lastIndex(of: "#"),
      let number = Int(name[name.index(after: end)...]), number >= 0
    else { return nil }
    path = String(name[..<end])
    self.number = number
    guard PathCalls.status(of: path) != nil else { return nil }
  }
}

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
