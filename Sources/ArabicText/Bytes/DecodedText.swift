/// The text of a document as UTF-8 bytes that never change: owned, or mapped from a file.
///
/// The bytes may be ill-formed where a file was cut or damaged; every reader here decodes such a
/// sequence as U+FFFD and goes on (Unicode 15, §3.9, "substitution of maximal subparts").
///
/// What takes a position or a span checks it in release builds, too: nothing outside the text is ever
/// read. `withUTF8(_:)` alone does not.
///
/// - Important: A mapped file must not be made shorter while it is open; small files are therefore
///   owned copies (see `Documents`).
public final class DecodedText: @unchecked Sendable {
  // Unchecked: the bytes are written before `init` and never after; `release` runs once, in deinit.
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  private let release: @Sendable () -> Void
  private let unload: @Sendable () -> Void

  /// A view of `bytes`, which stay valid and unchanged until `release` is called.
  ///
  /// `unload` gives back the memory that holds them, where they can be read again from a file.
  package init(
    mapped bytes: UnsafeBufferPointer<UInt8>, release: @escaping @Sendable () -> Void,
    unload: @escaping @Sendable () -> Void = {}
  ) {
    self.bytes = bytes
    self.release = release
    self.unload = unload
  }

  /// Gives back the memory that holds pages of a mapped file, which are read again when they are
  /// looked at; of owned text, nothing.
  ///
  /// For those who read through all of a long text.
  package func unloadPages() { unload() }

  /// A copy of `bytes`.
  public convenience init(copying bytes: some Collection<UInt8>) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(fromContentsOf: bytes)
    let address = UInt(bitPattern: copy.baseAddress)
    let view = UnsafeBufferPointer(copy)
    self.init(mapped: view) { UnsafeMutablePointer<UInt8>(bitPattern: address)?.deallocate() }
  }

  /// The UTF-8 of `string`.
  public convenience init(_ string: String) {
    self.init(copying: Array(string.utf8))
  }

  deinit { release() }

  /// The length in bytes.
  @inlinable package var utf8Count: Int { bytes.count }

  /// The position after the last byte.
  @inlinable public var end: TextOffset { TextOffset(bytes.count) }

  /// The span of the whole text.
  @inlinable public var span: TextSpan { TextSpan(.zero, end) }

  /// Calls `body` with all bytes; the pointer must not leave it, and nothing checks its bounds in
  /// release builds.
  @inlinable package func withUTF8<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(bytes)
  }

  /// The byte at `offset`.
  ///
  /// - Precondition: `offset` lies inside the text.
  @inlinable package subscript(byte offset: TextOffset) -> UInt8 {
    precondition(offset >= .zero && offset < end, "a position outside the text")
    return bytes[offset.utf8]
  }

  /// The text of `span` as a string to show; ill-formed bytes become U+FFFD.
  ///
  /// - Precondition: The text ``contains(_:)`` the span: it lies inside and cuts no scalar.
  /// - Complexity: O(*n*) in the bytes of the span.
  public func string(in span: TextSpan) -> String {
    precondition(contains(span), "a span that is no passage of the text")
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[span.utf8]), as: UTF8.self)
  }
}
