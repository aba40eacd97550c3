import ArabicText

/// What the status line says, in one string: its parts with a sign between them.
struct StatusText {
  /// All that is said.
  let text: String
  /// The parts and where they stand in it.
  private let parts: [(part: StatusLineText.Part, span: TextSpan)]

  /// What `content` says; where that is broken into lines, an answer stays on one and the signs at their ends.
  init(_ content: StatusLineText, isBroken: Bool) {
    let separator = isBroken ? "\u{A0}· " : " · "
    var text = ""
    var parts: [(part: StatusLineText.Part, span: TextSpan)] = []
    for part in content.parts {
      if !parts.isEmpty { text += separator }
      let start = TextOffset(text.utf8.count)
      let isAnswer = isBroken && part.key != nil
      text += isAnswer ? part.text.replacing(" ", with: "\u{A0}") : part.text
      parts.append((part, TextSpan(start, TextOffset(text.utf8.count))))
    }
    self.text = text
    self.parts = parts
  }

  /// The part at `offset` of the text, if it is not between two.
  func part(at offset: TextOffset) -> StatusLineText.Part? {
    parts.first { $0.span.lower <= offset && offset < $0.span.upper }?.part
  }

  /// Whether a key stands at `offset` that a part begins with.
  func isKey(at offset: TextOffset) -> Bool {
    parts.contains {
      $0.span.lower <= offset && offset.utf8 < $0.span.lower.utf8 + $0.part.keyLength
    }
  }
}
