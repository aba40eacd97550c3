import ArabicText
import CMessageDigest

extension DocumentLoader {
  /// The SHA-256 of the UTF-8 bytes of `text`, in lower-case hexadecimal (FIPS 180-4).
  ///
  /// It is computed while loading except for texts that are mapped from a file, which would have to
  /// be read whole.
  ///
  /// - Complexity: O(*n*); 0.3 s for 100 MB.
  public static func contentHash(of text: DecodedText) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    text.withUTF8 { SHA256Update(&context, $0.baseAddress, $0.count) }
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
