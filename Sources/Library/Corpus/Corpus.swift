import ArabicText
import Documents
import Glibc
import Platform

/// Many documents: files, folders with all that lies in them, and JSON Lines, of files or piped into the
/// program.
package struct Corpus: Sendable {
  /// How its documents are read.
  package struct Reading: Sendable {
    /// The charset of files by a name that `iconv` knows; `nil` where it is to be recognised.
    package var encoding: String?
    /// What is taken of a page, and the member of JSON Lines that holds the text.
    package var extent = Extent.article
    /// Whether broken lines are joined.
    package var wrapped = HardWrap.Choice.auto
    /// Whether each item of a feed is a document of its own.
    package var dividesFeeds = false

    /// Reading as the program does by itself.
    package init() {}
  }

  /// Where its documents are.
  private enum Source: Sendable {
    case file(String, DocumentLoader.Kinds)
    case article(ListedArticle)
    case lines(path: String)
    case stream(LineReader)
    case packedStream
    case list(ArticleText, path: String)
    case read(Document)
  }

  private let sources: [Source]
  let reading: Reading

  /// What is called so that is piped in.
  private static let piped = "standard input"

  /// Whether there are several files, so that the number of a line alone names nothing.
  var isOfSeveral: Bool { sources.count > 1 }

  /// The corpus of `paths`: files, folders, and articles of files that hold several: ``ListedArticle``.
  ///
  /// Of a folder all files are taken and those of folders in it, in the order of the bytes of their names, folder
  /// by folder; what begins with a dot, links to folders and links to files that are there by themselves are left
  /// out, and what is no file or leads to none is told as what cannot be read. A file whose first line is an article
  /// in JSON is one of JSON Lines; with `holdsLines`, all are.
  ///
  /// - Complexity: O(*n* log *n*) in the files.
  package init(_ paths: [String], _ reading: Reading, holdsLines: Bool = false) {
    self.reading = reading
    sources = paths.flatMap { path -> [Source] in
      if let article = ListedArticle(path) { return [.article(article)] }
      guard FolderFiles.isFolder(path) else {
        return [holdsLines ? .lines(path: path) : .file(path, .anyStream)]
      }
      return FolderFiles.inOrder(in: path).map {
        holdsLines && Self.isFile($0) ? .lines(path: $0) : .file($0, .regular)
      }
    }
  }

  /// The corpus of the JSON Lines that `lines` gives from standard input.
  package init(standardInput lines: LineReader, _ reading: Reading) {
    self.reading = reading
    sources = [.stream(lines)]
  }

  /// The corpus of the JSON Lines that are packed in standard input, a file that stands at its beginning.
  package init(packedStandardInput reading: Reading) {
    self.reading = reading
    sources = [.packedStream]
  }

  /// The corpus of the articles of `list`, which was read already: from the file at `path`, or from standard input.
  package init(list: ArticleText, from path: String? = nil, _ reading: Reading) {
    self.reading = reading
    sources = [.list(list, path: path ?? Self.piped)]
  }

  /// The corpus of the items of `feed`, which was read already.
  package init(items feed: Document) {
    reading = Reading()
    sources = [.read(feed)]
  }

  /// The path of its only document, where that is a file of its own.
  package var onlyFile: String? {
    guard !reading.dividesFeeds, sources.count == 1, case .file(let path, _) = sources[0],
      !Self.holdsLines(path, reading)
    else { return nil }
    return path
  }

  /// How many documents it has, a file of JSON Lines among others counted as one; `nil` where that is known only
  /// when they have been read.
  package var count: Int? {
    // A single one is JSON Lines.
    let areSingle = sources.allSatisfy {
      switch $0 {
      case .file: !reading.dividesFeeds
      case .article: true
      case .lines, .stream, .packedStream, .list, .read: false
      }
    }
    return areSingle && sources.count != 1 ? sources.count : nil
  }

  /// Hands over one document after the other, until `take` says that it wants no more.
  package func forEach(_ take: (CorpusDocument) -> Bool) {
    // Who names several articles of a file names them one after the other.
    var opened: (path: String, document: Document)?
    for source in sources {
      let goesOn =
        switch source {
        case .file(let path, let kinds):
          Self.holdsLines(path, reading) ? lines(of: path, take) : documents(of: path, kinds, take)
        case .article(let article): take(document(article, &opened))
        case .lines(let path): lines(of: path, take)
        case .stream(let reader): lines(reader, path: Self.piped, take)
        case .packedStream: lines(in: STDIN_FILENO, path: Self.piped, take)
        case .list(let list, let path): articles(of: list, path: path, take)
        case .read(let document): Self.items(of: document, named: document.name, take)
        }
      if !goesOn { return }
    }
  }

  static func isFile(_ path: String) -> Bool {
    PathCalls.status(of: path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }
}
