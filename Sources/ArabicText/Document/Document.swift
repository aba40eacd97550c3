/// Decoded text with what is known of where it came from.
public struct Document: Sendable {
  /// The decoded text.
  public let text: DecodedText
  /// The name to show: the file's name, or "standard input".
  public var name: String
  /// The path of the source file, where there is one; a hint only, the text is what counts.
  package var path: String?
  /// Where it lies, for a person, where no file is it alone: the path of one of several in it, and its number.
  package var place: String?
  /// What names it among the articles of its file, whatever its words, where these are told.
  package var itemKey: String?
  /// The charset that the bytes were decoded from, for example "UTF-8" or "windows-1256".
  package var charset: String
  /// SHA-256 of the text, in lower-case hexadecimal, where it was computed; of one that was extracted from
  /// another format, of its extractor's name and version and the text.
  package var contentHash: String?
  /// What the file tells beside the text; `nil` for plain text.
  package var structure: DocumentStructure?
  /// Runs of blanks in the place of line ends that only a width had set, in order: they stand for one blank each.
  package var joints: [TextSpan] = []

  /// A document of `text`, to be shown as `name`.
  public init(text: DecodedText, name: String = "") {
    self.init(text: text, name: name, path: nil)
  }

  /// A document of `text`, with what is known of the file that it came from.
  package init(
    text: DecodedText, name: String = "", path: String? = nil, charset: String = "UTF-8",
    contentHash: String? = nil, structure: DocumentStructure? = nil
  ) {
    self.text = text
    self.name = name
    self.path = path
    self.charset = charset
    self.contentHash = contentHash
    self.structure = structure
  }

  /// Whether lines that a width had set were joined in `paragraph`.
  ///
  /// - Complexity: O(log *n*) in the joints.
  package func isJoined(_ paragraph: Paragraph) -> Bool {
    let next = joints.firstIndex(from: paragraph.content.lower, by: \.self)
    return next < joints.endIndex && joints[next].lower < paragraph.content.upper
  }

  /// The text at `span` as it was written before a width broke it into lines: with one blank in the place of
  /// each line end, and else as it is.
  ///
  /// - Complexity: O(log *n*) in the joints, O(*m*) in the bytes of the span.
  package func string(in span: TextSpan) -> String {
    var (result, place) = ("", span.lower)
    for joint in joints[joints.firstIndex(from: span.lower, by: \.self)...] {
      guard joint.lower < span.upper else { break }
      let start = max(place, joint.lower)
      result += text.string(in: TextSpan(place, start)) + " "
      place = min(joint.upper, span.upper)
    }
    return result + text.string(in: TextSpan(place, span.upper))
  }

  /// A document of the text `string`.
  public init(_ string: String, name: String = "") {
    self.init(text: DecodedText(string), name: name)
  }
}
