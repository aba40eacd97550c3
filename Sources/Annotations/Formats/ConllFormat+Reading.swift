import ArabicText

/// Reads a table with a token and its tag a line.
enum ConllReader {
  /// The column that holds the tags.
  struct TagColumn: Hashable {
    var index: Int
    /// Whether it is the last one, wherever that is.
    var isLast: Bool
    /// How it writes them.
    var form: TagForm
    /// Whether a tag is the label alone.
    var isPlain: Bool { form == .labelAlone }
  }

  static func read(_ lines: [ImportLine], of text: AnchoredText) -> ImportFile {
    var file = ImportFile()
    guard let column = tagColumn(of: lines.filter { !$0.isBlank }) else { return file }
    let width = usualWidth(of: lines)
    var tokens: [TaggedToken] = []
    for line in lines {
      let columns = columns(of: line)
      let sentenceEnd = TaggedToken(spot: line.spot, words: "", tag: "O")
      guard let token = columns.first, token != "-DOCSTART-" else {
        tokens.append(sentenceEnd)
        continue
      }
      let tag = (column.isLast ? columns.last : columns[safe: column.index])
        .map(column.form.plain)
      // One with fewer columns is cut off, and its last is no tag of the column.
      guard columns.count >= width, !token.isEmpty, let tag,
        TagScheme.tag(tag, isPlain: column.isPlain) != nil
      else {
        var boundary = sentenceEnd
        if !isComment(line) {
          file.refuse(line.spot, .unknownLine)
          boundary.isUnread = true
        }
        tokens.append(boundary)
        continue
      }
      tokens.append(
        TaggedToken(spot: line.spot, words: token, tag: tag, isPlain: column.isPlain))
    }
    file.take(tokens, of: text)
    return file
  }

  private static func isComment(_ line: ImportLine) -> Bool { line.text.hasPrefix("#") }

  /// The fields of a line, separated by tabs or else by blanks.
  private static func columns(of line: ImportLine) -> [String] {
    guard !line.isBlank else { return [] }
    guard line.text.unicodeScalars.contains("\t") else {
      return line.text.unicodeScalars.split { $0 == " " }.map { String($0) }
    }
    return line.fields().map(\.trimmingBlanks)
  }

  /// How many columns most lines have, at least two; of several numbers the smallest.
  private static func usualWidth(of lines: [ImportLine]) -> Int {
    var counts: [Int: Int] = [:]
    for line in lines where !isComment(line) {
      let columns = columns(of: line)
      if columns.count > 1, columns.first != "-DOCSTART-" { counts[columns.count, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 2
  }

  /// The column that holds tags in most of `lines`, the last of several; a column of tags in another
  /// form, where there is none.
  static func tagColumn(of lines: [ImportLine]) -> TagColumn? {
    let rows = lines.filter { !isComment($0) || $0.text.hasPrefix("# ") }.prefix(400)
      .map(columns(of:)).filter { $0.first != "-DOCSTART-" }
    let width = rows.map(\.count).max() ?? 0
    guard width > 1, width < 64 else { return nil }
    for index in (1..<width).reversed() {
      let isLast = index == width - 1
      let values = rows.compactMap { $0.count > 1 ? (isLast ? $0.last : $0[safe: index]) : nil }
      let tags = values.filter { TagScheme.tag($0) != nil }
      if tags.count * 2 > rows.count, tags.contains(where: { $0 != "O" }) {
        return TagColumn(index: index, isLast: isLast, form: .letterFirst)
      }
    }
    let values = rows.compactMap { $0.count > 1 ? $0.last : nil }
    if values.count * 2 > rows.count, let form = TagForm(ofAll: values) {
      return TagColumn(index: width - 1, isLast: true, form: form)
    }
    let outside = values.count { $0 == "O" }
    guard outside * 3 > rows.count else { return nil }
    let isPlain = values.allSatisfy(TagScheme.isLabel)
    guard isPlain || outside * 2 > rows.count else { return nil }
    return TagColumn(index: width - 1, isLast: true, form: isPlain ? .labelAlone : .letterFirst)
  }
}

extension Array {
  /// The element at `index`, or `nil` where there is none.
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
