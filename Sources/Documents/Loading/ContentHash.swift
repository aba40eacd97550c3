import ArabicText
import CMessageDigest
import Glibc

extension DocumentLoader {
  /// The SHA-256 of the UTF-8 bytes of `text`, in lower-case hexadecimal (FIPS 180-4).
  ///
  /// It is computed while loading except for texts that are mapped from a file, which would have to
  /// be read whole; of such, each piece is given back to the system when it is done, so that the text
  /// does not come to lie in memory whole.
  ///
  /// - Complexity: O(*n*); 0.3 s for 100 MB.
  package static func contentHash(of text: DecodedText) -> String {
    var context = SHA2_CTX()
    hash(text, in: &context) { false }
    return finish(&context)
  }

  /// The hash of a text that `extractor` has made, by which notes know it: another version of its rules
  /// gives another, so that what was written on the older text is placed anew, visibly.
  ///
  /// - Complexity: O(*n*).
  package static func contentHash(
    of text: DecodedText, by extractor: DocumentStructure.Extractor
  ) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    let mark = Array("\(extractor)\n".utf8)
    SHA256Update(&context, mark, mark.count)
    text.withUTF8 { bytes in
      if let start = bytes.baseAddress { SHA256Update(&context, start, bytes.count) }
    }
    return finish(&context)
  }

  /// As ``contentHash(of:)``, for work that can be stopped.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isCancelled: asked before each piece.
  /// - Returns: the hash, or `nil` where the work was ended.
  /// - Complexity: O(*n*); 0.3 s for 100 MB.
  package static func contentHash(
    of text: DecodedText, isCancelled: () -> Bool
  ) -> String? {
    var context = SHA2_CTX()
    return hash(text, in: &context, isCancelled: isCancelled) ? finish(&context) : nil
  }

  /// Takes all of `text` in; `false` where the work was ended.
  @discardableResult
  private static func hash(
    _ text: DecodedText, in context: inout SHA2_CTX, isCancelled: () -> Bool
  ) -> Bool {
    SHA256Init(&context)
    let piece = 4 << 20
    for start in stride(from: 0, to: text.utf8Count, by: piece) {
      if isCancelled() { return false }
      text.withUTF8 { bytes in
        let part = bytes[start..<min(start + piece, bytes.count)]
        SHA256Update(&context, UnsafeBufferPointer(rebasing: part).baseAddress, part.count)
      }
      text.unloadPages()
    }
    return true
  }

  private static func finish(_ context: inout SHA2_CTX) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
