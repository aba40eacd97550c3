import ArabicAnalysis
import ArabicText
import ArgumentParser
import Corrections
import EntityModel
import Platform
import ReaderRuntime
import TextLayout

/// A stage of the work, to look into: one item a line, columns separated by tabs, offsets in Unicode
/// scalars.
enum StageDump: String, ExpressibleByArgument, CaseIterable {
  /// Kind, start, end and text of each token.
  case tokens
  /// Type, first and last token (by number, from 0 in its paragraph), clitic letters before it and
  /// probability of each name that the trained tagger finds; an empty line ends a paragraph.
  case names
  /// The same, labelled as ANERcorp does: clitics inside, other names too.
  case anercorp
  /// Type, start, end, text, entity and rule of each mention.
  case entities
  /// For reports without a subject, with the entities given: where the reporting word begins, an entity that may be
  /// meant and its signs; what the weights of `lists/antecedents.tsv` are learnt from.
  case antecedents
  /// Scalar, start, bidirectional class and embedding level of each scalar.
  case levels
  /// Direction, start, end and cells of each line, the cells in visual order from the left.
  case lines

  /// Prints the stage of `document`, a line at a time.
  func write(
    _ document: Document, model: ModelOptions, entities: [Entity], width: Int,
    to output: StandardOutput
  ) throws {
    let writer = StageWriter(document: document, model: model, output: output)
    switch self {
    case .tokens: try writer.tokens()
    case .names: try writer.names(.rawi)
    case .anercorp: try writer.names(.anercorp)
    case .entities: try writer.entities()
    case .antecedents: try writer.antecedents(entities)
    case .levels: try writer.levels()
    case .lines: try writer.lines(width: width)
    }
  }
}

private struct StageWriter {
  private let document: Document
  private let counter: ScalarCounter
  private let output: StandardOutput

  private let model: ModelOptions

  init(document: Document, model: ModelOptions, output: StandardOutput) {
    self.document = document
    self.model = model
    counter = ScalarCounter(document.text)
    self.output = output
  }

  func tokens() throws {
    for paragraph in paragraphs {
      for token in Tokenizer.tokens(of: document.text, in: paragraph.content) {
        try row([token.kind.rawValue] + bounds(token.span) + [document.text.string(in: token.span)])
      }
    }
  }

  func names(_ guideline: NameTagger.Guideline) throws {
    guard let session = model.choice().tagger?.session() else { return }
    let paragraphs = Array(paragraphs)
    for run in Neighbourhood.runs(of: paragraphs) {
      let tokens = paragraphs[run].map {
        Tokenizer.tokens(of: document.text, in: $0.content)
      }
      let found = session.names(inParagraphs: tokens, of: document.text, guideline: guideline)
      for names in found { try write(names) }
    }
  }

  private func write(_ names: [TaggedName]) throws {
    for name in names {
      try row([
        name.type.rawValue, String(name.words.lowerBound), String(name.words.upperBound - 1),
        String(name.clitics), String(name.probability),
      ])
    }
    try row([])
  }

  func entities() throws {
    let mentions = try model.corrected(document).entities.flatMap { entity in
      entity.mentions.map { (entity, $0) }
    }
    for (entity, mention) in mentions.sorted(by: { $0.1.span < $1.1.span }) {
      try row(
        [entity.kind.rawValue] + bounds(mention.span)
          + [document.text.string(in: mention.span), entity.id.rawValue, mention.rule.rawValue])
    }
  }

  func antecedents(_ entities: [Entity]) throws {
    for report in Analyzer(tagger: nil).droppedSubjects(in: document, entities: entities) {
      let cue = String(counter.scalarOffset(of: report.cue).scalars)
      for candidate in report.candidates {
        let signs = candidate.features.features.map(\.name).joined(separator: " ")
        try row([cue, entities[candidate.cluster].id.rawValue, signs])
      }
    }
  }

  func levels() throws {
    for paragraph in paragraphs {
      let scalars = Array(document.text.scalars(in: paragraph.content))
      let resolved = BidiLevels(scalars: scalars.map(\.value), fallback: .rightToLeft)
      for (scalar, level) in zip(scalars, resolved.levels) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        try row([
          "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code,
          String(counter.scalarOffset(of: scalar.offset).scalars),
          "\(ScalarProperties(scalar.value).bidi)".uppercased(), String(level),
        ])
      }
    }
  }

  func lines(width: Int) throws {
    let options = LayoutOptions(width: width)
    for paragraph in paragraphs {
      for line in ParagraphLayout(document.text, paragraph, options: options).lines {
        let cells = line.cells.filter { $0.columns > 0 }.map(\.text)
        try row([line.direction.rawValue] + bounds(line.span) + [cells.joined()])
      }
    }
  }

  private var paragraphs: some Sequence<Paragraph> {
    document.text.paragraphs(in: document.text.span)
  }

  private func bounds(_ span: TextSpan) -> [String] {
    [span.lower, span.upper].map { String(counter.scalarOffset(of: $0).scalars) }
  }

  private func row(_ columns: [String]) throws { try output.row(columns) }
}
