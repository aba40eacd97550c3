/// What wrote a file with annotations, recognised by its content.
package enum ImportKind: Hashable, Sendable, CaseIterable {
  /// JSON of the W3C's model, from whatever tool: Rawi, Recogito, Annotorious.
  case w3c
  /// JSON as Hypothesis exports it, or its service answers.
  case hypothesis
  case brat
  /// A token and its tag a line, in any of the schemes.
  case conll
  /// Ten columns, the tag in the last one.
  case conllU
  /// INCEpTION's and WebAnno's table of tokens, version 3.
  case webAnno
  case labelStudio
  case doccano
  case prodigy
  case spaCy
  /// JSON with a text and spans as Rawi writes it.
  case rawi
  /// Other JSON with a text and spans, or with tokens and tags.
  case spans

  /// The format under which it is asked for.
  package var format: ExchangeFormat {
    switch self {
    case .w3c, .hypothesis: .w3c
    case .brat: .brat
    case .conll, .conllU, .webAnno: .conll
    case .labelStudio, .doccano, .prodigy, .spaCy, .rawi, .spans: .jsonl
    }
  }

  /// What its offsets count: what a program in JavaScript or Java counts, or one in Python.
  ///
  /// The W3C's model counts characters (§4.2.5); tools in browsers that write it count UTF-16 all the
  /// same, which the words show that they quote.
  package var unit: OffsetUnit {
    switch self {
    case .hypothesis, .webAnno, .labelStudio: .utf16
    case .w3c, .brat, .conll, .conllU, .doccano, .prodigy, .spaCy, .rawi, .spans: .scalars
    }
  }
}
