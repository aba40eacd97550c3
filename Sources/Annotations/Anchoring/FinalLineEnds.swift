import ArabicText
import Platform
import Synchronization

/// The hashes of texts that differ from one by the line ends after its last words alone, made when they are
/// first asked for and shared by all copies.
///
/// Such a text is the same for who reads it, and every passage has the same place in both: a pipe whose last
/// line comes without its end, a file that an editor has ended with one.
final class FinalLineEnds: Sendable {
  /// The longest text that is hashed, in bytes.
  private static let longest = 64 << 20
  private static let ends = ["", "\n", "\r\n", "\n\n", "\r\n\r\n"]
  private let kept = Mutex<Set<String>?>(nil)

  /// The SHA-256 of `text` with each of the ends, in lower-case hexadecimal; none for an empty text.
  ///
  /// - Complexity: O(*n*) for the first time.
  func hashes(of text: DecodedText) -> Set<String> {
    kept.withLock { kept in
      if let kept { return kept }
      let hashes = Self.hashes(of: text)
      kept = hashes
      return hashes
    }
  }

  private static func hashes(of text: DecodedText) -> Set<String> {
    guard text.utf8Count <= longest else { return [] }
    var digest = SHA256Digest()
    let isBlank = text.withUTF8 { bytes in
      let lineEnds: [UInt8] = [0x0A, 0x0D]
      guard let last = bytes.lastIndex(where: { !lineEnds.contains($0) }) else { return true }
      digest.add(UnsafeBufferPointer(rebasing: bytes[...last]))
      return false
    }
    guard !isBlank else { return [] }
    return Set(
      ends.map { end in
        var whole = digest
        whole.add(end)
        return whole.hexadecimal
      })
  }
}
