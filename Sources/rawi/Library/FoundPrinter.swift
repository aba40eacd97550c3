import Interface
import Library
import Platform

/// Prints what was found in one of the formats of ``FindCommand``.
struct FoundPrinter {
  let format: FindCommand.Format
  /// The folder as it was named, before the path of each document.
  let folder: String
  let output: StandardOutput

  private static let columns = [
    "file", "title", "source", "date", "start", "end", "speaker", "before", "found", "after",
    "note", "tags",
  ]
  /// The most passages of a document in text for people; all are in the others.
  private static let mostPassages = 3

  /// Prints all.
  func print(_ findings: Findings) throws(OutputError) {
    switch format {
    case .text: for document in findings.documents { try printText(document) }
    case .csv:
      try output.commaRow(Self.columns)
      for document in findings.documents { try printRows(document) }
    case .json:
      try output.json(
        .object([
          ("documents", .array(findings.documents.map(value))),
          ("total", .integer(Int64(findings.total))),
        ]))
    }
  }

  private func name(_ place: FoundDocument.Place) -> String {
    FilePath.shown(folder == "." ? place.name : FilePath.join(folder, place.name))
  }

  private func printText(_ document: FoundDocument) throws(OutputError) {
    let copies = Phrase(.alsoIn, .number(document.copies.count)).string(in: .chosen)
    let facts =
      [
        document.title, document.source ?? "", Self.day(of: document),
        document.copies.isEmpty ? "" : copies,
      ]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    try output.line("\(FilePath.shownInLine(name(document.place))): \(facts)")
    // Words that stand side by side have one line.
    var seen: Set<[String]> = []
    let passages = document.passages.map(Self.lines).filter { seen.insert($0).inserted }
    for line in passages.prefix(Self.mostPassages).joined() { try output.line(line) }
    let left = passages.count - Self.mostPassages
    if left > 0 { try output.line("    … +\(left)") }
  }

  private static func lines(_ passage: FoundDocument.Passage) -> [String] {
    let speaker = passage.speaker.map { "\($0): " } ?? ""
    let words = "    \(speaker)\(passage.before)\(passage.found)\(passage.after)"
    let tags = passage.tags.map { "#\($0)" }
    let note = passage.note.map { line($0) } ?? ""
    let written = (tags + [note]).filter { !$0.isEmpty }.joined(separator: " ")
    if written.isEmpty { return [words] }
    return [
      words,
      "      — "
        + (passage.isUndecided
          ? Phrase(.noteToConfirm, .text(written)).string(in: .chosen) : written),
    ]
  }

  private func printRows(_ document: FoundDocument) throws(OutputError) {
    let facts = [
      name(document.place), document.title, document.source ?? "", Self.date(of: document) ?? "",
    ]
    if document.passages.isEmpty {
      try output.commaRow(facts + Array(repeating: "", count: Self.columns.count - facts.count))
    }
    for passage in document.passages {
      try output.commaRow(
        facts + [
          "\(passage.range.lowerBound)", "\(passage.range.upperBound)", passage.speaker ?? "",
          passage.before, passage.found, passage.after, passage.note ?? "",
          passage.tags.joined(separator: "; "),
        ])
    }
  }

  private func value(_ document: FoundDocument) -> JSON {
    .object([
      ("file", .string(name(document.place))), ("title", .string(document.title)),
      ("source", document.source.map(JSON.string)),
      ("date", Self.date(of: document).map(JSON.string)),
      ("words", .integer(Int64(document.count))),
      (
        "copies",
        document.copies.isEmpty
          ? nil : .strings(document.copies.map(name))
      ),
      ("passages", .array(document.passages.map(Self.value))),
    ])
  }

  private static func value(_ passage: FoundDocument.Passage) -> JSON {
    .object([
      ("start", .integer(Int64(passage.range.lowerBound))),
      ("end", .integer(Int64(passage.range.upperBound))),
      ("speaker", passage.speaker.map(JSON.string)), ("before", .string(passage.before)),
      ("found", .string(passage.found)), ("after", .string(passage.after)),
      ("note", passage.note.map(JSON.string)),
      ("tags", passage.note == nil ? nil : .strings(passage.tags)),
      ("toConfirm", passage.isUndecided ? .bool(true) : nil),
    ])
  }

  /// `text` on one line.
  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// When `document` says that it was published, by its own clock: the time where it tells one, else the day.
  private static func date(of document: FoundDocument) -> String? {
    guard document.isDated else { return nil }
    let told = document.time.iso.prefix(19)
    return String(told.hasSuffix("T00:00:00") ? told.prefix(10) : told)
  }

  /// The day of `document` by its own clock, or of its file in UTC where it tells none.
  static func day(of document: FoundDocument) -> String { String(document.time.iso.prefix(10)) }
}
