import ArabicText
import Foundation

/// An article of the fixtures with its markup; offsets count Unicode scalars.
struct GoldDocument: Decodable {
  struct Span: Decodable {
    var start: Int
    var end: Int
    var text: String
    var range: Range<Int> { start..<end }
  }

  struct Mention: Decodable {
    var start: Int
    var end: Int
    var text: String
    var form: String
    var alts: [[Int]]?
    var optional: Bool?

    /// The spans that count as exact.
    var accepted: [Range<Int>] { [start..<end] + (alts ?? []).map { $0[0]..<$0[1] } }
  }

  struct Entity: Decodable {
    var id: String
    var type: String
    var mentions: [Mention]
  }

  struct Quote: Decodable {
    var type: String
    var spans: [Span]
    var verbatim: [Span]
    var cue: Span?
    var source: Span?
    var speaker: String?
    var speaker_alt: [String?]?
    var optional: Bool?
  }

  var file: String
  var entities: [Entity]
  var quotes: [Quote]

  /// A folder of annotated texts.
  enum Collection: String {
    /// The articles that the rules were made with.
    case dev
    /// Short passages, each for some frames of real news.
    case passages
    /// Passages that the rules were not made with; see the README beside them.
    case unseen
  }

  private static func folder(_ collection: Collection) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(collection.rawValue)")
  }

  private static func files(_ type: String, _ collection: Collection) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: folder(collection), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == type }
    .sorted { $0.path < $1.path }
  }

  /// The markup of all articles.
  static func all(_ collection: Collection = .dev) throws -> [GoldDocument] {
    try files("json", collection).map {
      try JSONDecoder().decode(GoldDocument.self, from: Data(contentsOf: $0))
    }
  }

  /// The texts of all articles.
  static func texts() throws -> [String] {
    try files("txt", .dev).map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  }

  /// The text of this article.
  func text(_ collection: Collection = .dev) throws -> String {
    let file = Self.folder(collection).appending(path: file)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
