import Platform

/// One of several articles in a file, as lists name it: the path, and behind `#` its number.
package struct ListedArticle: Hashable, Sendable {
  /// The path of the file.
  package let path: String
  /// The number of the article, from 1; 0 is none.
  package let number: Int

  /// The article that `name` names; `nil` where a file has just this name, or none that is there has articles.
  package init?(_ name: String) {
    guard PathCalls.status(of: name) == nil, let end = name.lastIndex(of: "#"),
      let number = Int(name[name.index(after: end)...]), number >= 0
    else { return nil }
    path = String(name[..<end])
    self.number = number
    guard PathCalls.status(of: path) != nil else { return nil }
  }
}
