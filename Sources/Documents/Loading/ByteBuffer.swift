import ArabicText
import Glibc

/// Bytes that grow at the end and then become a text without being copied.
struct ByteBuffer: ~Copyable {
  private var storage: UnsafeMutableRawPointer?
  private var capacity = 0
  private(set) var count = 0

  /// No bytes, with room for `capacity`.
  init(capacity: Int = 0) {
    if capacity > 0 { grow(to: capacity) }
  }

  /// A copy of `bytes`.
  init(copying bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count)
    Array(bytes).withUnsafeBufferPointer { append($0) }
  }

  deinit { free(storage) }

  /// The bytes; valid until the next change.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafePointer(storage?.assumingMemoryBound(to: UInt8.self)), count: count)
  }

  /// Lets `fill` write at the end, into room for at least `room` bytes, and say how many it wrote.
  mutating func append(
    room: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(DocumentError) -> Int
  ) throws(DocumentError) {
    if capacity - count < room { grow(to: max(count + room, capacity * 2)) }
    let free = UnsafeMutableRawBufferPointer(
      start: storage.map { $0 + count }, count: capacity - count)
    count += try fill(free)
  }

  /// The bytes on their own.
  borrowing func copied() -> [UInt8] { Array(bytes) }

  /// Adds `bytes`.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if capacity - count < bytes.count { grow(to: max(count + bytes.count, capacity * 2)) }
    if let source = bytes.baseAddress {
      storage.map { $0 + count }?.copyMemory(
        from: source, byteCount: bytes.count)
    }
    count += bytes.count
  }

  /// The bytes from `start` on as a text that owns them.
  consuming func text(from start: Int) -> DecodedText {
    let address = UInt(bitPattern: storage)
    let view = UnsafeBufferPointer(rebasing: bytes[min(start, count)...])
    storage = nil
    return DecodedText(mapped: view) { free(UnsafeMutableRawPointer(bitPattern: address)) }
  }

  private mutating func grow(to size: Int) {
    guard let larger = realloc(storage, size) else {
      fatalError("out of memory: \(size) bytes for a document")
    }
    storage = larger
    capacity = size
  }
}
