import CArchives

/// A file packed by gzip, bzip2, xz or zstd, several times too.
enum PackedFile {
  /// How many times something may be packed: so many filters libarchive has at most, of which one is for what it
  /// does not know.
  static let mostLayers = 24

  /// Whether `bytes` begin as one does.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // gzip (RFC 1952), xz, zstd (RFC 8878).
    if let format = FileFormat(bytes), [.gzip, .xz, .zstd].contains(format) { return true }
    // bzip2: its level, then a block or the end; the letters alone may begin a text.
    return bytes.count >= 10 && bytes.starts(with: "BZh".utf8) && (0x31...0x39).contains(bytes[3])
      && [[0x31, 0x41, 0x59, 0x26, 0x53, 0x59], [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]]
        .contains { bytes[4..<10].elementsEqual($0) }
  }

  /// What is packed in `bytes`, called `name` in errors.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name.
  ///   - allowance: what it may take.
  ///   - isCut: set where it is cut or damaged on the way, and what comes before that is given.
  /// - Returns: what comes of it.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in what comes of it.
  static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String,
    _ allowance: ArchiveReader.Allowance = .init(), isCut: inout Bool
  ) throws(DocumentError) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: bytes.count * 4)
    do throws(ArchiveReader.Failure) {
      var archive = try ArchiveReader(bytes, rawi_archive_packed, allowance)
      guard try archive.next() else { return buffer }
      try archive.read { buffer.append($0) }
    } catch {
      guard error == .damaged, buffer.count > 0 else { throw DocumentError(error, name) }
      isCut = true
    }
    // libarchive unpacks as often as something was packed; what it does not know it hands on as it is.
    if begins(buffer) { throw .damaged(name) }
    return buffer
  }

  /// What is packed in the whole of `bytes`.
  ///
  /// - Throws: ``DocumentError``: ``DocumentError/damaged(_:)`` where it is cut, too.
  static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String,
    _ allowance: ArchiveReader.Allowance = .init()
  ) throws(DocumentError) -> ByteBuffer {
    var isCut = false
    let buffer = try unpacked(bytes, name: name, allowance, isCut: &isCut)
    if isCut { throw .damaged(name) }
    return buffer
  }

  private static func begins(_ buffer: borrowing ByteBuffer) -> Bool { begins(buffer.bytes) }

  /// The name of what is packed in the file `name`.
  static func nameInside(_ name: String) -> String {
    let endings = [".gz", ".bz2", ".xz", ".zst"]
    guard let ending = endings.first(where: { name.lowercased().hasSuffix($0) }) else {
      return name
    }
    return nameInside(String(name.dropLast(ending.count)))
  }
}
