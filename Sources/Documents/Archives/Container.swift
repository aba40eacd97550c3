/// What a ZIP archive holds, where that is a document or one file.
enum Container {
  /// What it holds.
  enum Content {
    case document(ExtractedText)
    /// A file alone, as programs for mail pack what they send.
    case file(name: String, bytes: [UInt8])
  }

  /// What the archive `bytes`, called `name` in errors, holds.
  ///
  /// - Throws: ``DocumentError`` where there is no file or several, where they cannot be unpacked, and where
  ///   the only one is an archive again: one can be made that holds itself.
  /// - Complexity: O(*n*) in the members and the bytes of what is read.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> Content {
    var archive = try archive(of: bytes, name: name)
    if Book.isOne(archive.names) { return .document(try Book.read(&archive, name: name)) }
    if OpenDocument.isOne(archive.names) {
      return .document(try OpenDocument.read(&archive, name: name))
    }
    if WordDocument.isOne(archive.names) {
      return .document(try WordDocument.read(&archive, name: name))
    }
    if isPages(archive.names) { throw .binary(name, format: .pages) }
    return try onlyFile(in: &archive, name: name)
  }

  /// The file that stands alone in the archive `bytes`; `nil` where that is a document.
  ///
  /// - Throws: as ``read(_:name:)``.
  /// - Complexity: O(*n*) in the members and the bytes of the file.
  static func onlyFile(
    in bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> (name: String, bytes: [UInt8])? {
    var archive = try archive(of: bytes, name: name)
    guard !isDocument(archive.names), !isPages(archive.names),
      case .file(let file, let content) = try onlyFile(in: &archive, name: name)
    else { return nil }
    return (file, content)
  }

  private static func archive(
    of bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(DocumentError) -> ZipArchive {
    // Where the list of the members stands first, there are none; libarchive takes that for damage.
    if bytes.starts(with: "PK\u{5}\u{6}".utf8) { throw .empty(name) }
    do throws(ArchiveReader.Failure) { return try ZipArchive(bytes) } catch {
      throw DocumentError(error, name)
    }
  }

  private static func onlyFile(
    in archive: inout ZipArchive, name: String
  ) throws(DocumentError) -> Content {
    let files = archive.names.filter { !$0.hasSuffix("/") && !isOfFinder($0) }
    guard let file = files.first else { throw .empty(name) }
    guard files.count == 1 else { throw .binary(name, format: .zip) }
    let bytes: [UInt8]
    do throws(ArchiveReader.Failure) { bytes = try archive.member(file) ?? [] } catch {
      throw DocumentError(error, name)
    }
    if bytes.withUnsafeBufferPointer(isArchive) { throw .binary(name, format: .zip) }
    return .file(name: file.split(separator: "/").last.map(String.init) ?? file, bytes: bytes)
  }

  /// Whether `bytes` are packed, or an archive that is no document.
  private static func isArchive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if PackedFile.begins(bytes) { return true }
    guard FileFormat(bytes) == .zip else { return false }
    do throws(ArchiveReader.Failure) { return !isDocument(try ZipArchive(bytes).names) } catch {
      // Read on, it is told what is wrong with it.
      return false
    }
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
