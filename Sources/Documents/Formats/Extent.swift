/// What of a file is to be read.
package enum Extent: Hashable, Sendable {
  /// Its bytes as text, whatever format they are in.
  case plainText
  /// The article in it, without what stands around it.
  case article
  /// All words that are seen in it.
  case wholePage
}
