import CArchives
import Platform

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

  /// What is packed in `bytes`, or where they are cut or damaged, what comes before that.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name in errors.
  ///   - allowance: what it may take.
  ///   - most: how many bytes are enough; `nil` for all.
  ///   - isCut: set where it is cut or damaged on the way.
  /// - Returns: what comes of it.
  /// - Throws: ``DocumentError``: ``DocumentError/damaged(_:)`` where nothing comes of it.
  /// - Complexity: O(*n*) in what comes of it.
  static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String,
    _ allowance: ArchiveReader.Allowance = .init(), most: Int? = nil, isCut: inout Bool
  ) throws(DocumentError) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: min(bytes.count * 4, most ?? .max))
    isCut = try !read(bytes, name, allowance, most ?? .max, into: &buffer)
    if isCut, let longer = beginning(of: bytes, longerThan: buffer.count, most: allowance.total) {
      buffer = ByteBuffer(copying: longer)
    }
    // libarchive unpacks as often as something was packed; what it does not know it hands on as it is.
    if isCut && buffer.count == 0 || begins(buffer) { throw .damaged(name) }
    return buffer
  }

  /// What is packed in the whole of `bytes`.
  ///
  /// - Throws: ``DocumentError``: ``DocumentError/damaged(_:)`` where it is cut, too.
  static func unpacked(
    _ bytes: UnsafeBufferPointer<UInt8>, name: String,
    _ allowance: ArchiveReader.Allowance = .init()
  ) throws(DocumentError) -> ByteBuffer {
    var buffer = ByteBuffer(capacity: bytes.count * 4)
    guard try read(bytes, name, allowance, .max, into: &buffer), !begins(buffer) else {
      throw .damaged(name)
    }
    return buffer
  }

  /// Unpacks `bytes` into `buffer`, up to about `most` bytes; `false` where they are cut or damaged on the way.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, _ allowance: ArchiveReader.Allowance,
    _ most: Int, into buffer: inout ByteBuffer
  ) throws(DocumentError) -> Bool {
    do throws(ArchiveReader.Failure) {
      var archive = try ArchiveReader(bytes, rawi_archive_packed, allowance)
      guard try archive.next() else { return true }
      try archive.read {
        buffer.append($0)
        return buffer.count < most
      }
    } catch {
      guard error == .damaged else { throw DocumentError(error, name) }
      return false
    }
    return true
  }

  /// What comes of `bytes`, which are cut, by the program of their format, where that is more than `count` bytes.
  ///
  /// libarchive keeps back what does not fill 64 KiB, which is all of most articles; `gzip` and `xz` do not.
  private static func beginning(
    of bytes: UnsafeBufferPointer<UInt8>, longerThan count: Int, most: Int
  ) -> [UInt8]? {
    let programs: [FileFormat: String] = [.gzip: "gzip", .xz: "xz", .zstd: "zstd"]
    guard let program = FileFormat(bytes).flatMap({ programs[$0] }),
      let result = try? ChildProgram.run(
        [program, "-dc"], on: [bytes],
        within: .init(time: .seconds(10), output: most, memory: 1 << 30)),
      result.limit == nil, result.output.count > count
    else { return nil }
    return result.output
  }

  /// Whether what gzip tells of all that it packed in `bytes`, in one piece, is not true of what came of it: libarchive
  /// does not look.
  ///
  /// The sum and the length stand at the end (RFC 1952, 2.3.1); of several pieces they are those of the last.
  static func hasWrongSum(
    _ bytes: UnsafeBufferPointer<UInt8>, of content: borrowing ByteBuffer
  ) -> Bool {
    guard FileFormat(bytes) == .gzip, bytes.count >= 18 else { return false }
    func number(at place: Int) -> UInt32 {
      bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
    guard number(at: bytes.count - 4) == UInt32(truncatingIfNeeded: content.count) else {
      return false
    }
    return rawi_archive_sum(content.bytes.baseAddress, content.count) != number(at: bytes.count - 8)
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
