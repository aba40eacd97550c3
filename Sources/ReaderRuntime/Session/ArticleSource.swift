import ArabicText
import CInterfaceData
import Documents
import Reader

/// Where an article comes from.
package enum ArticleSource: Hashable, Sendable {
  /// A file, by its path.
  case file(String)
  /// One of several articles in a file, by its number, counted from 0, the path, and the hash of its text, by which
  /// it is found where others have come before it.
  case item(Int, of: String, hash: String?)
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
    case .item(let number, let path, _): "\(DocumentLoader.shownName(ofFile: path))#\(number + 1)"
    case .standardInput: "-"
    case .sample: Document.sample.name
    case .room(let name): name
    }
  }

  /// The path, where a file is the article.
  package var path: String? { if case .file(let path) = self { path } else { nil } }
}

extension ArticleSource {
  /// What names it in the list of a reading room.
  var listed: RoomDocument.ID? {
    switch self {
    case .file(let path): RoomDocument.ID(path: path)
    case .item(let number, let path, let hash):
      RoomDocument.ID(path: path, item: number, hash: hash)
    case .standardInput, .sample, .room: nil
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
