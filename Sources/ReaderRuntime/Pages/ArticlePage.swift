import Annotations
import ArabicText
import Documents
import Glibc
import Interface
import Platform
import Reader

/// The article as it is in the reader, with names, quotations and notes, as a page in a file.
struct ArticlePage {
  /// The longest article, in bytes: the page of a longer one is `rawi export`'s, as keys would wait.
  private static let limit = 4 << 20

  let state: ReaderState
  /// Where a path in the person's own folder begins, for `~/`.
  var home = ProcessEnvironment.variables["HOME"] ?? ""

  /// Writes the page to a new file.
  ///
  /// - Parameter name: the path that the person typed; without one the file has the name of the
  ///   article and lies in the folder that the program was called in.
  /// - Returns: what has come of it.
  func write(to name: String?) -> Notice {
    let path = path(name)
    guard state.article.document.text.utf8Count <= Self.limit else {
      return Notice(.pageTooLong, .text("rawi export --format html"), isError: true)
    }
    do throws(FileError) {
      try create(path)
      return Notice(.pageWritten, .text(path))
    } catch {
      return Notice(.pageNotWritten, .text(path), error.reason.argument, isError: true)
    }
  }

  private func create(_ path: String) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let file = PathCalls.open(path, flags, S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH)
    guard file >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(file) }
    do throws(FileError) {
      try FileReplacement.write(Array(content.utf8), to: file, path)
    } catch {
      PathCalls.unlink(path)
      throw error
    }
  }

  /// The page.
  var content: String {
    let document = state.article.document
    let text = AnchoredText(
      document.text,
      contentHash: document.contentHash ?? DocumentLoader.contentHash(of: document.text))
    var exchange = ExchangeDocument(
      text: text, name: document.name, annotations: state.article.notes.items)
    exchange.words = ExportWords(state.appearance.language)
    exchange.add(state.article.results.analysis)
    return ExchangeFormat.html.write(exchange).content
  }

  private func path(_ name: String?) -> String {
    guard let name else {
      let article = state.article.document.name
      let dot = article.lastIndex(of: ".").flatMap { $0 > article.startIndex ? $0 : nil }
      let stem = article[..<(dot ?? article.endIndex)]
      return (stem.isEmpty ? "article" : stem.map { $0 == "/" ? "-" : String($0) }.joined())
        + ".html"
    }
    guard name.hasPrefix("~/"), !home.isEmpty else { return name }
    return FilePath.join(home, String(name.dropFirst(2)))
  }
}
