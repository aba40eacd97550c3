import Annotations
import ArabicText
import Documents

/// A file with annotations that is to be read, of what kind it ever is.
struct AnnotationFile {
  let path: String
  /// The format that it is to be of; any without one.
  var format: ExchangeFormat?
  /// What its offsets count, where a person says so.
  var unit: OffsetUnit?

  /// Why the file at a path cannot be read.
  struct Unreadable: Error {
    var path: String
    var error: ExchangeError
  }

  /// Reads the annotations of `text`; the charset of the file is recognised as that of an article.
  ///
  /// - Throws: ``Unreadable``, `DocumentError`.
  func read(of text: AnchoredText) throws -> ImportResult {
    let file = try DocumentLoader.load(
      path: path, extent: .plainText, limit: 256 << 20, silence: .told(of: path))
    let content = file.text.string(in: file.text.span)
    do throws(ExchangeError) {
      guard let format else {
        return try ExchangeFormat.readAny(content, of: text, unit: unit)
      }
      return try format.read(content, of: text, unit: unit)
    } catch {
      throw Unreadable(path: path, error: error)
    }
  }
}
