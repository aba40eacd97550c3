import ArabicText
import CMessageDigest
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
    var context = SHA2_CTX()
    SHA256Init(&context)
    let isBlank = text.withUTF8 { bytes in
      let lineEnds: [UInt8] = [0x0A, 0x0D]
      guard let last = bytes.lastIndex(where: { !lineEnds.contains($0) }) else { return true }
      SHA256Update(&context, bytes.baseAddress, last + 1)
      return false
    }
    guard !isBlank else { return [] }
    return Set(ends.map { hash(context, followedBy: $0) })
  }

  private static func hash(_ begun: SHA2_CTX, followedBy end: String) -> String {
    var context = begun
    let bytes = Array(end.utf8)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
