import Annotations
import ArabicAnalysis
import ArabicText
import ArgumentParser
import Platform
import ReaderRuntime

/// In which format an analysis is printed.
enum AnalysisFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// An object in lines for people; of one document.
  case json
  /// The same object on a line.
  case jsonl
  /// Tokens with IOB2 tags of names and quotations.
  case conll
  /// A table of names and quotations.
  case csv

  /// What is printed, as far as controls go.
  var content: OutputContent { tellsFailures ? .json : .exact }

  /// What stands before the first document.
  var head: String {
    self == .csv ? CSV.row(AnalysisTable.columns, isRaw: false) + "\r\n" : ""
  }

  /// What is printed of a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - analysis: what was found in it.
  ///   - id: what names it among others; `nil` where it is alone.
  /// - Returns: lines with their ends.
  func written(_ document: Document, _ analysis: Analysis, id: JSON? = nil) -> String {
    switch self {
    case .json: AnalysisReport(of: document, analysis, id: id).json.pretty + "\n"
    case .jsonl: AnalysisReport(of: document, analysis, id: id).json.line + "\n"
    case .csv: AnalysisTable(of: document, analysis, id: id).rows
    case .conll: (id.map(Self.boundary(of:)) ?? "") + Self.tokens(of: document, analysis)
    }
  }

  /// What is printed of a document that cannot be read.
  func written(_ failure: String, status: Int32, id: JSON) -> String {
    switch self {
    case .json, .jsonl:
      JSON.object([
        ("id", id), ("error", .string(failure)), ("status", .integer(Int64(status))),
      ]).line + "\n"
    case .csv: ""
    // The n-th document stays the n-th.
    case .conll: Self.boundary(of: id) + "\n"
    }
  }

  /// Whether it has room for what went wrong.
  var tellsFailures: Bool { self == .json || self == .jsonl }

  /// The line of CoNLL-2003 that begins a document, and the comment of CoNLL-U that names it.
  private static func boundary(of id: JSON) -> String {
    let name = if case .string(let name) = id { name } else { id.line }
    let words = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "-DOCSTART- O\n\n# newdoc id = \(words)\n"
  }

  private static func tokens(of document: Document, _ analysis: Analysis) -> String {
    var exchange = ExchangeDocument(
      text: NotesStore.text(of: document), name: document.name, annotations: [])
    exchange.add(analysis)
    return ExchangeFormat.conll.write(exchange).content
  }
}
