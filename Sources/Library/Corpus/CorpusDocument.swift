import ArabicText
import Documents
import Glibc
import Platform

/// A document of a corpus: one file, or one line of a file of JSON Lines.
package struct CorpusDocument: Sendable {
  /// What names it: of a line what it names itself, else its number; of a file its path.
  package var id: JSON
  /// What it is made of, or why it cannot be read.
  package var content: Result<Document, CorpusFailure>

  /// The name for people and for tables.
  package var name: String {
    switch id {
    case .string(let name): name
    default: id.line
    }
  }
}

/// Why a document of a corpus cannot be read.
package enum CorpusFailure: Error, Hashable, Sendable {
  /// The file, by its error.
  case file(DocumentError)
  /// What stands there is no article.
  case noArticle(ListPlace, CorpusLine.Invalid)
  /// The line is longer than any that is read; the bound in bytes.
  case longLine(Int, limit: Int)
  /// The text of what stands there is empty.
  case empty(ListPlace)
  /// The file has only so many articles.
  case noListedArticle(ListedArticle, count: Int)
  /// The stream cannot be read any further; the number of the system's error.
  case stream(String, Int32)

  /// What is wrong, in English, for those who read the output by a program.
  ///
  /// It does not depend on where a line stands: the number of a line is its `id` where it has no other.
  package var description: String {
    switch self {
    case .file(let error): error.description
    case .noArticle(_, let reason): reason.description
    case .longLine(_, let limit): "more than \(limit >> 20) MiB"
    case .empty: "the text is empty"
    case .noListedArticle(_, 1): "the file has 1 article"
    case .noListedArticle(_, let count): "the file has \(count) articles"
    case .stream(let name, let number): "\(name): \(String(cString: strerror(number)))"
    }
  }

  /// Whether what is told of it names the file.
  package var isNamed: Bool {
    switch self {
    case .file, .noListedArticle, .stream: true
    case .noArticle, .longLine, .empty: false
    }
  }

  /// The exit status of sysexits.h.
  package var exitCode: Int32 {
    switch self {
    case .file(let error): error.exitCode
    case .noArticle, .longLine, .empty: 65
    case .noListedArticle: 66
    case .stream: 74
    }
  }
}
