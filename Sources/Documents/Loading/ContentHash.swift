import ArabicText
import Platform

extension DocumentLoader {
  /// The SHA-256 of the UTF-8 bytes of `text`, in lower-case hexadecimal (FIPS 180-4).
  ///
  /// It is computed while loading except for texts that are mapped from a file, which would have to
  /// be read whole; of such, each piece is given back to the system when it is done, so that the text
  /// does not come to lie in memory whole.
  ///
  /// - Complexity: O(*n*); 0.3 s for 100 MB.
  package static func contentHash(of text: DecodedText) -> String {
    var digest = SHA256Digest()
    add(text, to: &digest) { false }
    return digest.hexadecimal
  }

  /// The hash of a text that `extractor` has made, by which notes know it: another version of its rules
  /// gives another, so that what was written on the older text is placed anew, visibly.
  ///
  /// - Complexity: O(*n*).
  package static func contentHash(
    of text: DecodedText, by extractor: DocumentStructure.Extractor
  ) -> String {
    var digest = SHA256Digest()
    digest.add("\(extractor)\n")
    text.withUTF8 { digest.add($0) }
    return digest.hexadecimal
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
    var digest = SHA256Digest()
    return add(text, to: &digest, isCancelled: isCancelled) ? digest.hexadecimal : nil
  }

  /// Takes all of `text` in; `false` where the work was ended.
  @discardableResult
  private static func add(
    _ text: DecodedText, to digest: inout SHA256Digest, isCancelled: () -> Bool
  ) -> Bool {
    let piece = 4 << 20
    for start in stride(from: 0, to: text.utf8Count, by: piece) {
      if isCancelled() { return false }
      text.withUTF8 { bytes in
        let part = bytes[start..<min(start + piece, bytes.count)]
        digest.add(UnsafeBufferPointer(rebasing: part))
      }
      text.unloadPages()
    }
    return true
  }
}
