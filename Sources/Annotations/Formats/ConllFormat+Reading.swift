import ArabicText

extension ConllFormat {
  static func read(
    _ content: String, of text: AnchoredText
  ) throws(ExchangeError) -> ImportResult {
    var reader = ConllReader(text: text)
    var hasTag = false
    for (number, line) in content.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let columns = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map { String($0) }
      guard let token = columns.first, token != "-DOCSTART-" else {
        reader.endSpan()
        continue
      }
      guard columns.count > 1, let tag = columns.last, ConllReader.isTag(tag) else {
        reader.result.refuse("line \(number + 1)", "no token with a tag O, B-… or I-…")
        reader.endSpan()
        continue
      }
      hasTag = true
      reader.take(token, tag, line: number + 1)
    }
    guard hasTag else { throw .notOfFormat(.conll, "no line has a token and a tag") }
    return reader.finish()
  }
}

/// Follows tokens through a text.
private struct ConllReader {
  let text: AnchoredText
  var result = ImportResult()
  private var position = TextOffset.zero
  private var open: (label: String, span: TextSpan?, line: Int)?
  /// How far a token is looked for when other text stands where it should, in bytes.
  private static let reach = 4096

  init(text: AnchoredText) { self.text = text }

  static func isTag(_ tag: String) -> Bool {
    tag == "O" || tag.hasPrefix("B-") || tag.hasPrefix("I-")
  }

  mutating func take(_ token: String, _ tag: String, line: Int) {
    let window = TextSpan(position, min(text.text.end, position + Self.reach))
    let place = text.text.places(of: token.utf8, in: window, limit: 1).first
    if let place { position = place.upper }
    let label = String(tag.dropFirst(2))
    let continues = tag.hasPrefix("I-") && open?.label == label
    if !continues { endSpan() }
    guard tag != "O" else { return }
    if continues, let known = open?.span, let place {
      open?.span = known.union(place)
    } else if continues {
      open?.span = nil
    } else {
      open = (label, place, line)
    }
  }

  /// Ends the span that is open.
  mutating func endSpan() {
    guard let item = open else { return }
    open = nil
    guard let anchor = item.span.flatMap(text.anchor) else {
      return result.refuse(
        "line \(item.line), \(item.label)", "its words do not stand in the text after those before")
    }
    result.annotations.append(Label.annotation(item.label, at: anchor))
  }

  mutating func finish() -> ImportResult {
    endSpan()
    return result
  }
}
