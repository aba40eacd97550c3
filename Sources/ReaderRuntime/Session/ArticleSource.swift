import ArabicText
import CInterfaceData
import Documents

/// Where an article comes from.
package enum ArticleSource: Hashable, Sendable {
  /// A file, by its path.
  case file(String)
  /// What is piped into the program.
  case standardInput
  /// The article that comes with the program.
  case sample
  /// The list of a reading room, by its name: no article.
  case room(String)

  /// The name to show before the article is loaded.
  package var name: String {
    switch self {
    case .file(let path): DocumentLoader.shownName(ofFile: path)
    case .standardInput: "-"
    case .sample: Document.sample.name
    case .room(let name): name
    }
  }

  /// The path, where there is one.
  package var path: String? { if case .file(let path) = self { path } else { nil } }
}

extension Document {
  /// The article that comes with the program.
  package static var sample: Document {
    let data = rawi_sample_article()
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    return Document(text: DecodedText(mapped: bytes) {}, name: "sample.txt")
  }
}
