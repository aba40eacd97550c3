import Annotations
import Glibc
import Interface

extension AnnotationFile.Unreadable: UserFacingError {
  /// What is wrong and what to do, in no language yet.
  var phrase: Phrase {
    switch error {
    case .unknown: Phrase(.formatUnknown, .path(path))
    case .damagedJSON(let byte): Phrase(.formatDamaged, .path(path), .number(byte))
    case .looksLike(let kind, let asked):
      Phrase(
        .formatDiffers, .path(path), .phrase(kind.phrase), .word(asked.rawValue),
        .word(kind.format.rawValue))
    case .notReadable(let format): Phrase(.formatIsForPeople, .word(format.rawValue))
    }
  }

  /// 65: the data are wrong.
  var exitCode: Int32 { EX_DATAERR }
}

extension ImportKind {
  /// What it is called.
  var phrase: Phrase {
    switch self {
    case .w3c: Phrase(.kindNamed, .word("W3C Web Annotation"))
    case .hypothesis: Phrase(.kindNamed, .word("Hypothesis"))
    case .brat: Phrase(.kindNamed, .word("brat"))
    case .conll: Phrase(.kindNamed, .word("CoNLL"))
    case .conllU: Phrase(.kindNamed, .word("CoNLL-U"))
    case .webAnno: Phrase(.kindNamed, .word("WebAnno TSV 3"))
    case .labelStudio: Phrase(.kindNamed, .word("Label Studio"))
    case .doccano: Phrase(.kindNamed, .word("doccano"))
    case .prodigy: Phrase(.kindNamed, .word("Prodigy"))
    case .spaCy: Phrase(.kindNamed, .word("spaCy"))
    case .rawi: Phrase(.kindNamed, .word("rawi export --format jsonl"))
    case .spans: Phrase(.kindOfSpans)
    }
  }
}
