import ArabicText
import Foundation

/// An article of the fixtures with its markup; offsets count Unicode scalars.
struct GoldDocument: Decodable {
  struct Span: Decodable {
    var start: Int
    var end: Int
    var range: Range<Int> { start..<end }
  }

  struct Mention: Decodable {
    var start: Int
    var end: Int
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
    var speaker: String?
    var speaker_alt: [String?]?
    var optional: Bool?
  }

  var file: String
  var entities: [Entity]
  var quotes: [Quote]

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/dev")
  }

  private static func files(_ type: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == type }
      .sorted { $0.path < $1.path }
  }

  /// The markup of all articles.
  static func all() throws -> [GoldDocument] {
    try files("json").map {
      try JSONDecoder().decode(GoldDocument.self, from: Data(contentsOf: $0))
    }
  }

  /// The texts of all articles.
  static func texts() throws -> [String] {
    try files("txt").map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  }

  /// The text of this article.
  func text() throws -> String {
    String(decoding: try Data(contentsOf: Self.folder.appending(path: file)), as: UTF8.self)
  }
}
