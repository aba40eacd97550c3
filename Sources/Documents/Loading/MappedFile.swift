import ArabicText
import CMappedText
import Glibc

/// The bytes of a file in memory, which are read from it when they are looked at.
///
/// Where another program makes the file shorter, what is gone reads as zero bytes.
struct MappedFile: ~Copyable {
  /// The bytes, valid as long as this value.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The first `size` bytes, at least one, of the open file `descriptor`.
  init(descriptor: Int32, size: Int, name: String) throws(DocumentError) {
    let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard address != MAP_FAILED, let address else { throw .failed(name, errno) }
    guard mapped_text_guard(address, size) else {
      munmap(address, size)
      throw .failed(name, ENOMEM)
    }
    bytes = UnsafeBufferPointer(
      start: address.assumingMemoryBound(to: UInt8.self), count: size)
  }

  deinit {
    mapped_text_release(bytes.baseAddress)
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// The bytes from `start` on as a text that unmaps them when it is no longer used.
  consuming func text(from start: Int) -> DecodedText {
    let view = UnsafeBufferPointer(rebasing: bytes[start...])
    let (address, count) = (UInt(bitPattern: bytes.baseAddress), bytes.count)
    discard self
    return DecodedText(
      mapped: view,
      release: {
        mapped_text_release(UnsafeRawPointer(bitPattern: address))
        munmap(UnsafeMutableRawPointer(bitPattern: address), count)
      },
      // Nothing is ever written to the pages, so that none is lost.
      unload: { _ = madvise(UnsafeMutableRawPointer(bitPattern: address), count, MADV_DONTNEED) })
  }
}
