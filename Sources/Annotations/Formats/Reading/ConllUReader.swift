import ArabicText

/// Reads CoNLL-U (<https://universaldependencies.org/format.html>) with tags in the last column, as
/// `NE=B-PER`, `NER=`, or `name=`.
///
/// Words that are written as one (`1-2 وقال`, `1 و`, `2 قال`) are looked for in it, one behind the other;
/// where they stand there in another form (`للقاهرة`, ل, القاهرة), a name among them is refused.
enum ConllUReader {
  private static let names: Set = ["ne", "ner", "name"]

  /// Whether a line is of the format.
  static func isOfConllU(_ line: ImportLine) -> Bool {
    let fields = line.fields()
    return fields.count == 10 && number(fields[0]) != nil
  }

  /// The number of a word, or of the first and last word of a written one; empty nodes have 0.
  private static func number(_ id: String) -> ClosedRange<Int>? {
    if id.contains(".") {
      return id.split(separator: ".").allSatisfy { Int($0) != nil } ? 0...0 : nil
    }
    let ends = id.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first > 0, first <= last
    else { return nil }
    return first...last
  }

  static func read(_ lines: [ImportLine], of text: AnchoredText) -> ImportFile {
    var file = ImportFile()
    var tokens: [TaggedToken] = []
    var open: (range: ClosedRange<Int>, token: TaggedToken, words: [TaggedToken])?
    func close() {
      if let open { tokens += pieces(of: open.token, open.words) }
      open = nil
    }
    for line in lines {
      guard !line.isBlank, !line.text.hasPrefix("#") else {
        close()
        if line.isBlank { tokens.append(TaggedToken(spot: line.spot, words: "", tag: "O")) }
        continue
      }
      let fields = line.fields()
      guard fields.count == 10, let range = number(fields[0]), !fields[1].isEmpty,
        !fields[9].isEmpty
      else {
        close()
        file.refuse(line.spot, .unknownLine)
        tokens.append(TaggedToken(spot: line.spot, words: "", tag: "O", isUnread: true))
        continue
      }
      guard range.lowerBound > 0 else { continue }
      let token = TaggedToken(
        spot: line.spot, words: fields[1], tag: tag(in: fields[9], at: line.spot, &file))
      if range.count > 1 {
        close()
        open = (range, token, [])
      } else if open?.range.contains(range.lowerBound) ?? false {
        open?.words.append(token)
      } else {
        close()
        tokens.append(token)
      }
    }
    close()
    file.take(tokens, of: text)
    return file
  }

  private static func tag(
    in column: String, at spot: ImportSpot, _ file: inout ImportFile
  ) -> String {
    for field in column.split(separator: "|") {
      let parts = field.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, names.contains(parts[0].lowercased()) else { continue }
      let tag = String(parts[1])
      if TagScheme.tag(tag) != nil { return tag }
      // A name may be called so in its own right.
      if parts[0].lowercased() != "name", tag != "_" {
        file.tell([.init(member: String(parts[0]), expected: .tag)], at: spot)
      }
    }
    return "O"
  }

  /// The pieces of a written word that its words are, or it itself where they stand in another form.
  private static func pieces(
    of written: TaggedToken, _ words: [TaggedToken]
  ) -> [TaggedToken] {
    if written.tag != "O" || words.allSatisfy({ $0.tag == "O" }) { return [written] }
    let joined = words.map(\.words).joined()
    if joined.utf8.elementsEqual(written.words.utf8) { return words }
    var whole = written
    whole.tag = words.last { $0.tag != "O" }?.tag ?? "O"
    whole.isOfOtherForm = true
    return [whole]
  }
}
