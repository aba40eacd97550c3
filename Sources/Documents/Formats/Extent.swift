import Platform

/// What of a file is to be read, and by what besides the formats that are known here.
package struct Extent: Hashable, Sendable {
  /// How much of a file is read.
  package enum Part: Hashable, Sendable {
    /// Its bytes as text, whatever format they are in.
    case plainText
    /// The article in it, without what stands around it.
    case article
    /// All words that are seen in it.
    case wholePage
  }

  /// How much of it.
  package var part: Part
  /// The member of a JSON object that holds the text of an article; `nil` for one of the usual names.
  package var field: String?
  /// The person's own programs that make pages or text of files.
  package var converters: [Converter]

  /// So much of a file, read by `converters` where one of them takes it.
  package init(_ part: Part, field: String? = nil, converters: [Converter] = []) {
    (self.part, self.field, self.converters) = (part, field, converters)
  }

  /// The converter that the file at `path` is read by: the first whose pattern its name is like.
  func converter(of path: String) -> Converter? {
    guard part != .plainText else { return nil }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return converters.first { $0.takes(name) }
  }

  /// The bytes as text.
  package static let plainText = Extent(.plainText)
  /// The article, by what is known here.
  package static let article = Extent(.article)
  /// All words, by what is known here.
  package static let wholePage = Extent(.wholePage)
}
