import Platform

/// One of several articles in a file, as lists name it: the path, and behind `#` its number.
struct ListedArticle {
  /// The path of the file.
  let path: String
  /// The number of the article, from 1.
  let number: Int

  /// The article that `name` names; `nil` where a file has just this name, or none that is there has articles.
  init?(_ name: String) {
    guard PathCalls.status(of: name) == nil, let end = name.lastIndex(of: "#"),
      let number = Int(name[name.index(after: end)...]), number > 0
    else { return nil }
    path = String(name[..<end])
    self.number = number
    guard PathCalls.status(of: path) != nil else { return nil }
  }
}
