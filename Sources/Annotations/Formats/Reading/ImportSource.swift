import ArabicText
import Platform

/// The content of a file, cut into rows, with what it is.
struct ImportSource {
  private enum Rows {
    case json(JSONRows)
    case lines([ImportLine])
  }

  /// What wrote it.
  let kind: ImportKind
  private let rows: Rows

  /// - Throws: ``ExchangeError/unknown`` and ``ExchangeError/damagedJSON(byte:)``.
  init(_ content: String) throws(ExchangeError) {
    let isMarked = content.unicodeScalars.first == "\u{FEFF}"
    let content = isMarked ? String(content.unicodeScalars.dropFirst()) : content
    let start = content.unicodeScalars.first { !$0.properties.isWhitespace }
    if start == "{" || start == "[" {
      let rows = try JSONRows(content)
      (self.kind, self.rows) = (rows.kind, .json(rows))
    } else {
      let lines = ImportLine.lines(of: content)
      guard let kind = Self.kind(of: lines) else { throw .unknown }
      (self.kind, self.rows) = (kind, .lines(lines))
    }
  }

  /// Its items, read for `text`.
  func file(of text: AnchoredText) -> ImportFile {
    switch (rows, kind) {
    case (.json(let rows), _):
      var reader = JSONReader(text: text)
      reader.read(rows)
      return reader.file
    case (.lines(let lines), .brat):
      var reader = BratReader()
      for line in lines { reader.read(line) }
      return reader.finish()
    case (.lines(let lines), .webAnno): return WebAnnoReader.read(lines)
    case (.lines(let lines), .conllU): return ConllUReader.read(lines, of: text)
    case (.lines(let lines), _): return ConllReader.read(lines, of: text)
    }
  }

  /// What the lines are, by the form that most of the first of them have.
  private static func kind(of lines: [ImportLine]) -> ImportKind? {
    let sample = lines.lazy.filter { !$0.isBlank }.prefix(400)
    guard let first = sample.first else { return nil }
    if first.text.hasPrefix("#FORMAT=WebAnno TSV 3") { return .webAnno }
    let bounds = sample.count { BratReader.isOfBrat($0) }
    if bounds * 2 > sample.count { return .brat }
    let words = sample.count { ConllUReader.isOfConllU($0) }
    let comments = sample.count { $0.text.hasPrefix("#") }
    if words > 0, (words + comments) * 2 > sample.count { return .conllU }
    if ConllReader.tagColumn(of: Array(sample)) != nil { return .conll }
    // A little of brat's among lines that say nothing.
    return bounds > 0 ? .brat : nil
  }
}

/// A line of a file.
struct ImportLine {
  /// Its number, counted from 1.
  var number: Int
  /// It without its end.
  var text: String

  /// Whether it holds nothing but blanks.
  var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// The spot of the line.
  var spot: ImportSpot { .line(number) }

  /// The fields between tabs, at most `count` of them.
  func fields(_ count: Int = .max) -> [String] {
    text.unicodeScalars.split(
      separator: "\t", maxSplits: count - 1, omittingEmptySubsequences: false
    ).map { String($0) }
  }

  /// The lines of `content`; only LF and CR LF end one, since U+2028 may stand in a note.
  static func lines(of content: String) -> [ImportLine] {
    content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { index, line in
        ImportLine(number: index + 1, text: String(line.last == "\r" ? line.dropLast() : line))
      }
  }
}
