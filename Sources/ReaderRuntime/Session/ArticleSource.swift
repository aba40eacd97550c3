import ArabicText
import CInterfaceData
import Documents

/// Where an article comes from.
package enum ArticleSource: Hashable {
  case file(String)
  case standardInput
  case sample

  /// The name to show before the article is loaded.
  package var name: String {
    switch self {
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    case .standardInput: "-"
    case .sample: Document.sample.name
    }
  }

  /// The path, where there is one.
  package var path: String? { if case .file(let path) = self { path } else { nil } }

  /// The article, or why it cannot be loaded.
  package func loaded(encoding: String?) -> Result<Document, DocumentError> {
    do throws(DocumentError) {
      return .success(try document(encoding: encoding))
    } catch {
      return .failure(error)
    }
  }

  /// Loads the article.
  private func document(encoding: String?) throws(DocumentError) -> Document {
    switch self {
    case .file(let path): try DocumentLoader.load(path: path, encoding: encoding)
    case .standardInput: try DocumentLoader.load(encoding: encoding)
    case .sample: Document.sample
    }
  }
}

extension Document {
  /// The article that comes with the program.
  package static var sample: Document {
    let data = rawi_sample_article()
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    return Document(text: DecodedText(mapped: bytes) {}, name: "sample.txt")
  }
}
