import Glibc
import Platform

/// What is packed in a file, as a file in memory that can be read line by line.
package struct UnpackedFile: ~Copyable {
  /// Where it is read, from its beginning.
  package let descriptor: Int32
  /// Whether the packed file is cut or damaged on the way.
  package let isCut: Bool

  /// Unpacks the file `packed`; `nil` where nothing is packed there.
  ///
  /// - Parameters:
  ///   - packed: the open file, which stands there again behind it.
  ///   - name: what it is called in errors.
  ///   - most: how many bytes are enough; `nil` for all, which are 256 MiB at most.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*) in what comes of it.
  package init?(_ packed: Int32, name: String, most: Int? = nil) throws(DocumentError) {
    let start = lseek(packed, 0, SEEK_CUR)
    guard start >= 0, Self.isPacked(packed, from: start) else { return nil }
    defer { lseek(packed, start, SEEK_SET) }
    let source = try ByteSource(descriptor: packed, name: name, refusesBinary: false)
    let longest = SourceFormat.packed.longest
    var isCut = false
    let content = try source.withBytes { bytes throws(DocumentError) in
      guard bytes.count <= longest else { throw .overLimit(name, limit: longest) }
      let content = try PackedFile.unpacked(bytes, name: name, most: most, isCut: &isCut)
      isCut = isCut || PackedFile.hasWrongSum(bytes, of: content)
      return content
    }
    descriptor = try Self.file(of: content.bytes, name)
    self.isCut = isCut
  }

  deinit { close(descriptor) }

  /// Whether what begins at `start` of a file is packed.
  private static func isPacked(_ file: Int32, from start: off_t) -> Bool {
    var first: [UInt8] = Array(repeating: 0, count: 64)
    let count = pread(file, &first, first.count, start)
    return first.prefix(max(0, count)).withUnsafeBufferPointer(PackedFile.begins)
  }

  /// A file in memory that holds `bytes`, to be read from its beginning.
  private static func file(
    of bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(DocumentError) -> Int32 {
    guard let file = try? Descriptor.unnamedFile() else { throw .failed(name, errno) }
    guard ChildProgram.write(bytes, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      close(file)
      throw .failed(name, errno)
    }
    return file
  }

  /// Puts standard input back to where it was before `begun` was read of it, where something is packed there; a
  /// pipe gives way to a file in memory with all that it gave.
  ///
  /// - Returns: whether something is packed there.
  /// - Throws: ``DocumentError``.
  package static func rewindsStandardInput(_ begun: [UInt8]) throws(DocumentError) -> Bool {
    guard begun.withUnsafeBufferPointer(PackedFile.begins) else { return false }
    if lseek(STDIN_FILENO, off_t(-begun.count), SEEK_CUR) >= 0 { return true }
    let name = "standard input"
    let source = try ByteSource(
      descriptor: STDIN_FILENO, name: name, limit: SourceFormat.packed.longest,
      refusesBinary: false, begun: begun)
    let file = try source.withBytes { bytes throws(DocumentError) in try Self.file(of: bytes, name)
    }
    defer { close(file) }
    guard dup2(file, STDIN_FILENO) >= 0 else { throw .failed(name, errno) }
    return true
  }
}
