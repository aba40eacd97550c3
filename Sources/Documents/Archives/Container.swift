/// What a ZIP archive holds, where that is a document.
enum Container {
  /// The text of the document in `bytes`, called `name` in errors.
  ///
  /// - Throws: ``DocumentError``.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> ExtractedText {
    var archive: ZipArchive
    do throws(ArchiveReader.Failure) {
      archive = try ZipArchive(bytes)
    } catch {
      throw DocumentError(error, name)
    }
    let text: ExtractedText
    if Book.isOne(archive.names) {
      text = try Book.read(&archive, name: name)
    } else if OpenDocument.isOne(archive.names) {
      text = try OpenDocument.read(&archive, name: name)
    } else if WordDocument.isOne(archive.names) {
      text = try WordDocument.read(&archive, name: name)
    } else {
      throw .binary(name, format: "a ZIP archive")
    }
    guard !text.bytes.isEmpty else { throw .empty(name) }
    return text
  }
}
