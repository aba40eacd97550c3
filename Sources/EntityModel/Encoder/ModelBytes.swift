/// The bytes of a model: part of the program, or a copy that is freed with the last user.
final class ModelBytes: @unchecked Sendable {
  // Unchecked: written before `init` ends and never after.
  let bytes: UnsafeRawBufferPointer
  private let copy: UnsafeMutableRawBufferPointer?

  /// A view of bytes that live as long as the program.
  init(viewing bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    copy = nil
  }

  /// A copy of `bytes`, aligned for the arrays in it.
  init(copying source: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 64)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    self.copy = copy
  }

  deinit { copy?.deallocate() }
}

extension UnsafeRawBufferPointer {
  func number32(at position: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt32.self))
  }

  func number64(at position: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }
}

extension UInt64 {
  /// A checksum as it is told: 16 hexadecimal digits.
  package var checksumText: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
