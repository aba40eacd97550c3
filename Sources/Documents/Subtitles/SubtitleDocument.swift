import ArabicText

/// Makes a text of subtitles, SubRip or WebVTT: what is said, without when.
enum SubtitleDocument {
  /// The rules that are in this folder; see ``DocumentStructure/Extractor/version``.
  static let extractor = DocumentStructure.Extractor("subtitles", version: 1)

  /// The text of `subtitles`, which are in UTF-8: a line for each time.
  ///
  /// - Complexity: O(*n*).
  static func read(_ subtitles: UnsafeBufferPointer<UInt8>) -> ExtractedText {
    var text = ExtractedText(DocumentStructure(format: "subtitles", extractor: extractor))
    var words: [String] = []
    var isShown = false
    func end(_ text: inout ExtractedText) {
      if !words.isEmpty { text.append(words.joined(separator: " ").utf8) }
      words = []
    }
    for line in subtitles.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = String(decoding: line, as: UTF8.self)
      if line.contains(" --> ") {
        end(&text)
        isShown = true
      } else if line.allSatisfy(\.isWhitespace) {
        // What stands behind an empty line is a number, a remark or a style.
        isShown = false
      } else if isShown, let plain = plain(line) {
        words.append(plain)
      }
    }
    end(&text)
    return text
  }

  /// A line without what says how it looks: `<i>`, `{\an8}`.
  private static func plain(_ line: String) -> String? {
    var result = ""
    var closing: Character?
    for sign in line {
      switch (sign, closing) {
      case ("<", nil): closing = ">"
      case ("{", nil): closing = "}"
      case (_, .some(sign)): closing = nil
      case (_, nil): result.append(sign)
      default: break
      }
    }
    let named = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", "\u{200E}"),
    ]
    for (name, sign) in named { result = result.replacing(name, with: sign) }
    return HTMLMetadata.plain(result)
  }
}
