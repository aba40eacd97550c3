import ArabicText
import Documents
import TestSupport

extension TemporaryFolder {
  /// The document of `content`, kept under `name`.
  func load(
    _ content: some Collection<UInt8>, _ name: String, _ extent: Extent = .article
  ) throws -> Document {
    try DocumentLoader.load(path: try file(content, name), extent: extent)
  }
}

extension Document {
  /// Its lines.
  var lines: [String] {
    text.string(in: text.span).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  /// What is more than running text in it, with its words.
  var parts: [String] {
    (structure?.blocks ?? []).map { "\($0.kind): \(text.string(in: $0.span))" }
  }
}
