import ArabicText

/// Reads WebAnno TSV 3, which INCEpTION writes: a table of tokens with a column for each feature.
///
/// Offsets count UTF-16. An annotation of several tokens has a number in each of its cells; `*` is one
/// without a value, `_` is none. Of the layers spans are taken, but for those of grammar.
/// Source: INCEpTION, *User Guide*, appendix "WebAnno TSV 3.3 File format".
struct WebAnnoReader {
  private struct Layer {
    var name: String
    var columns: Range<Int>
    var features: [String]
    var isOfSpans: Bool

    /// Whether it is of words, sentences or syntax, which are no one's notes.
    var isGrammar: Bool {
      ["lexmorph", "segmentation", "syntax"].contains { name.contains(".\($0).") }
    }

    var shortName: String { name.split(separator: ".").last.map(String.init) ?? name }
  }

  private struct Key: Hashable {
    var layer: Int
    var number: String
  }

  private struct Span {
    var spot: ImportSpot
    var pieces: [ImportItem.Piece] = []
    var words: [String] = []
    /// The values of each feature: one, but in a file that quarrels with itself.
    var values: [String: [String]] = [:]
    /// Whether a line that cannot be read stands beside its tokens and may be one of them.
    var isBesideUnread = false
  }

  private var file = ImportFile()
  private var layers: [Layer] = []
  private var width = 3
  private var spans: [Key: Span] = [:]
  private var order: [Key] = []
  /// The spans of several tokens that the last line has.
  private var open: Set<Key> = []
  /// Whether the last line could not be read.
  private var isBehindUnread = false

  static func read(_ lines: [ImportLine]) -> ImportFile {
    var reader = WebAnnoReader()
    for line in lines where !line.isBlank {
      if line.text.hasPrefix("#") { reader.readHeader(line.text) } else { reader.read(line) }
    }
    return reader.finish()
  }

  private mutating func readHeader(_ text: String) {
    let kinds = [("#T_SP=", true), ("#T_CH=", false), ("#T_RL=", false)]
    guard let (sign, isOfSpans) = kinds.first(where: { text.hasPrefix($0.0) }) else { return }
    let fields = text.dropFirst(sign.count).split(separator: "|", omittingEmptySubsequences: false)
      .map(String.init)
    let count = max(1, fields.count - 1)
    layers.append(
      Layer(
        name: fields.first ?? "", columns: width..<width + count,
        features: Array(fields.dropFirst()), isOfSpans: isOfSpans))
    width += count
  }

  private mutating func read(_ line: ImportLine) {
    // Behind the last column stands another tab.
    let fields = line.fields()
    let count = fields.last?.isEmpty ?? false ? fields.count - 1 : fields.count
    let ends = fields.count > 2 ? fields[1].split(separator: "-").map { Int($0) } : []
    guard count == width, !fields[2..<count].contains(""), ends.count == 2, let start = ends[0],
      let end = ends[1]
    else {
      // Rows of tokens begin with the numbers of their sentence and themselves.
      if let sign = line.text.unicodeScalars.first, ("0"..."9").contains(sign) {
        for key in open { spans[key]?.isBesideUnread = true }
        isBehindUnread = true
      }
      return file.refuse(line.spot, .unknownLine)
    }
    open = []
    defer { isBehindUnread = false }
    for (index, layer) in layers.enumerated() {
      var numbers: [String] = []
      for (column, feature) in zip(layer.columns, layer.features + [""]) {
        guard fields[column] != "_" else { continue }
        for cell in Self.split(fields[column]) {
          let (value, number) = Self.parts(of: cell)
          guard value != "_" else { continue }
          let key = Key(layer: index, number: number ?? "line \(line.number)")
          if spans[key] == nil {
            spans[key] = Span(spot: line.spot)
            order.append(key)
            spans[key]?.isBesideUnread = isBehindUnread && number != nil
          }
          if number != nil { open.insert(key) }
          if !numbers.contains(key.number) {
            numbers.append(key.number)
            spans[key]?.pieces.append(.init(start: start, end: end))
            spans[key]?.words.append(Self.unescaped(fields[2]))
          }
          if value != "*", !feature.hasPrefix("ROLE_") {
            let value = Self.unescaped(value)
            if !(spans[key]?.values[feature, default: []].contains(value) ?? true) {
              spans[key]?.values[feature, default: []].append(value)
            }
          }
        }
      }
    }
  }

  private mutating func finish() -> ImportFile {
    var reported: Set<Int> = []
    for key in order {
      guard let span = spans[key] else { continue }
      let layer = layers[key.layer]
      if layer.isGrammar {
        // A layer of grammar has something to say of every word.
        if reported.insert(key.layer).inserted {
          file.leaveOut(span.spot, .placeless(type: layer.shortName))
        }
        continue
      }
      guard layer.isOfSpans else {
        file.leaveOut(span.spot, .relation)
        continue
      }
      guard let first = span.pieces.first, let last = span.pieces.last, first.start < last.end
      else {
        file.refuse(
          span.spot,
          .emptySpan(start: span.pieces.first?.start ?? 0, end: span.pieces.last?.end ?? 0))
        continue
      }
      let (label, tags) = Self.label(of: span, layer)
      guard !span.isBesideUnread else {
        file.refuse(span.spot, .besideUnreadLine(label: label))
        continue
      }
      file.entries.append(
        .item(
          ImportItem(spot: span.spot, pieces: span.pieces, words: span.words) { anchor in
            var annotation = Annotation(anchor: anchor)
            annotation.apply(label)
            annotation.tags += tags.filter { !annotation.tags.contains($0) }
            if annotation.isBlank { annotation.color = .yellow }
            return .success(annotation)
          }))
    }
    return file
  }

  /// The feature called value, or else the first that has one; the others as tags, and so what it is besides.
  private static func label(of span: Span, _ layer: Layer) -> (String, [String]) {
    let names = layer.features.filter { span.values[$0] != nil }
    guard let main = names.contains("value") ? "value" : names.first else { return ("", []) }
    let tags = names.flatMap { name in
      (span.values[name] ?? []).dropFirst(name == main ? 1 : 0).map { "\(name)=\($0)" }
    }
    return (span.values[main]?.first ?? "", tags)
  }

  /// The annotations in a cell, between bars that no backslash stands before.
  private static func split(_ cell: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return cells
  }

  /// The value and the number of `PER[2]`.
  private static func parts(of cell: String) -> (value: String, number: String?) {
    guard cell.hasSuffix("]"), let open = cell.lastIndex(of: "[") else { return (cell, nil) }
    let number = cell[open...].dropFirst().dropLast()
    guard Int(number) != nil else { return (cell, nil) }
    return (String(cell[..<open]), String(number))
  }

  private static func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      result.append(
        isEscaped && scalar == "t" ? "\t" : isEscaped && scalar == "n" ? "\n" : scalar)
      isEscaped = false
    }
    return String(result)
  }
}
