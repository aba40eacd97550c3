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
  /// The line is no article.
  case line(Int, CorpusLine.Invalid)
  /// The line is longer than any that is read; the bound in bytes.
  case longLine(Int, limit: Int)
  /// The line's text has no words.
  case emptyLine(Int)
  /// The stream cannot be read any further; the number of the system's error.
  case stream(String, Int32)

  /// What is wrong, in English, for those who read the output by a program.
  ///
  /// It does not depend on where a line stands: the number of a line is its `id` where it has no other.
  package var description: String {
    switch self {
    case .file(let error): error.description
    case .line(_, let reason): reason.description
    case .longLine(_, let limit): "more than \(limit >> 20) MiB"
    case .emptyLine: "the text is empty"
    case .stream(let name, let number): "\(name): \(String(cString: strerror(number)))"
    }
  }

  /// Whether what is told of it names the file.
  package var isNamed: Bool {
    switch self {
    case .file, .stream: true
    case .line, .longLine, .emptyLine: false
    }
  }

  /// The exit status of sysexits.h.
  package var exitCode: Int32 {
    switch self {
    case .file(let error): error.exitCode
    case .line, .longLine, .emptyLine: 65
    case .stream: 74
    }
  }
}
