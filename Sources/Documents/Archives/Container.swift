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
      throw .binary(name, format: isPages(archive.names) ? .pages : .zip)
    }
    return text
  }

  /// The file in the archive `bytes`, called `name` in errors, where it is no document and holds no other file,
  /// as programs for mail pack what they send; `nil` else.
  ///
  /// - Throws: ``DocumentError`` where there is no file at all, where it cannot be unpacked, and where it is an
  ///   archive again: one can be made that holds itself.
  /// - Complexity: O(*n*) in the members and the bytes of the file.
  static func onlyFile(
    in bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> (name: String, content: [UInt8])? {
    // Where the list of the members stands first, there are none; libarchive takes that for damage.
    if bytes.starts(with: "PK\u{5}\u{6}".utf8) { throw .empty(name) }
    let content: [UInt8]
    let file: String?
    var isArchive = false
    do throws(ArchiveReader.Failure) {
      var archive = try ZipArchive(bytes)
      guard !isDocument(archive.names), !isPages(archive.names) else { return nil }
      let files = archive.names.filter { !$0.hasSuffix("/") && !isOfFinder($0) }
      guard files.count < 2 else { return nil }
      file = files.first
      content =
        try file.flatMap { file throws(ArchiveReader.Failure) in try archive.member(file) } ?? []
      isArchive = try content.withUnsafeBufferPointer { inner throws(ArchiveReader.Failure) in
        if PackedFile.begins(inner) { return true }
        guard FileFormat(inner) == .zip else { return false }
        return !isDocument(try ZipArchive(inner).names)
      }
    } catch {
      throw DocumentError(error, name)
    }
    guard let file else { throw .empty(name) }
    if isArchive { throw .binary(name, format: .zip) }
    return (file.split(separator: "/").last.map(String.init) ?? file, content)
  }

  private static func isDocument(_ names: Set<String>) -> Bool {
    Book.isOne(names) || OpenDocument.isOne(names) || WordDocument.isOne(names)
  }

  private static func isPages(_ names: Set<String>) -> Bool {
    names.contains("Index/Document.iwa") || names.contains("Index.zip")
  }

  /// What the file manager of macOS adds to what it packs.
  private static func isOfFinder(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.hasSuffix(".DS_Store")
  }
}
