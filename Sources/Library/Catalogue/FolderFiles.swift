import ArabicText
import Documents
import Glibc
import Platform

/// The files of a folder of articles.
package enum FolderFiles {
  /// Whether `path` is a folder, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    PathCalls.status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// Whether `path` is a folder or a file, or a link to one, and no stream.
  package static func isFolderOrFile(_ path: String) -> Bool {
    PathCalls.status(of: path).map { [S_IFDIR, S_IFREG].contains($0.st_mode & S_IFMT) } ?? false
  }

  /// Those of `paths` that lie in no folder among them, each once, in their order: whatever is in several is read
  /// and counted once.
  package static func apart(_ paths: [String]) -> [String] {
    let places = paths.map { FilePath.real($0) ?? $0 }
    let folders = Set(places.filter(isFolder))
    var seen: Set<String> = []
    return zip(paths, places).filter { _, place in
      guard seen.insert(place).inserted else { return false }
      // What begins with a dot is left out of a folder.
      var outer = place
      while outer.count > 1, !FilePath.name(of: outer).hasPrefix(".") {
        let folder = FilePath.folder(of: outer)
        guard folder != outer, !folder.isEmpty else { break }
        if folders.contains(folder) { return false }
        outer = folder
      }
      return true
    }.map(\.0)
  }

  /// The folder in which, or below which, all of `files` lie; their paths are absolute.
  static func common(of files: [String]) -> String {
    let folders = files.map { $0.split(separator: "/").dropLast() }
    guard var common = folders.first else { return "/" }
    for folder in folders.dropFirst() {
      common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    return "/" + common.joined(separator: "/")
  }

  /// The articles in `document`, the content of a feed or of JSON Lines; none where it is one article itself.
  ///
  /// - Complexity: O(*n*).
  package static func articles(in document: Document) -> [Document] {
    FeedArticle.all(in: document, formats).map(\.document)
  }

  /// How many articles `document` holds: one where it is one itself.
  ///
  /// - Complexity: O(*n*).
  package static func count(of document: Document) -> Int {
    max(1, FeedArticles(document, formats).count)
  }

  /// The article with the number `number`, from 1, in the file at `path`, which is `document`; `nil` where there is none.
  ///
  /// - Complexity: O(*n*).
  package static func article(
    _ number: Int, in document: Document, at path: String
  ) -> Document? {
    let articles = FeedArticles(document, formats)
    guard articles.indices.contains(number - 1) else { return nil }
    var article = articles[number - 1].document
    article.place = place(number, in: FilePath.real(path) ?? path)
    return article
  }

  /// What tells the article with the number `number`, from 1, in the file at `path`, which is a real one.
  package static func place(_ number: Int, in path: String) -> String { "\(path)#\(number)" }

  /// The formats of files that hold several articles.
  package static let formats: Set = ["feed", "jsonl"]

  /// The paths of the files in the folder `root` and in those below, the one that was changed last first; see
  /// ``FolderScan`` for what these are.
  ///
  /// - Complexity: O(*n* log *n*) in the files.
  package static func newestFirst(in root: String) -> [String] {
    FolderScan(root).files.sorted { ($0.changed, $1.path) > ($1.changed, $0.path) }
      .map { path(of: $0, in: root) }
  }

  /// The same in the order of the bytes of their names, folder by folder.
  static func inOrder(in root: String) -> [String] {
    func key(_ file: FolderScan.File) -> some Sequence<UInt8> {
      // Before all that a name may hold.
      file.path.utf8.lazy.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    }
    return FolderScan(root).files.sorted { key($0).lexicographicallyPrecedes(key($1)) }
      .map { path(of: $0, in: root) }
  }

  private static func path(of file: FolderScan.File, in root: String) -> String {
    file.path == FolderScan.itself ? root : FilePath.join(root, file.path)
  }
}
