/// What the tags of a file tell of the ends of its spans, by all of them together.
///
/// A letter that ends a span is of BILOU, IOBES or BMES. A `B-` where no span of its label goes on is of
/// IOB2 or BIOS, in which no span begins with `I-`. Where `B-` only parts a span from one of the same
/// label, or is not there at all, the scheme is IOB1 or IO, and `I-` begins a span.
enum TagBounds {
  /// Where each span begins, and where it ends.
  case both
  /// Where each span begins.
  case beginnings
  /// That the label changes, and where a span begins behind one of the same label.
  case changes

  /// What `tokens` tell.
  init(of tokens: some Sequence<TaggedToken>) {
    var open: String?
    var begins = false
    for token in tokens {
      switch TagScheme.tag(token.tag, isPlain: token.isPlain) {
      case .outside, nil: open = nil
      case .begin(let label):
        if open != label { begins = true }
        open = label
      case .inside(let label): open = label
      case .end:
        self = .both
        return
      case .single:
        (begins, open) = (true, nil)
      }
    }
    self = begins ? .beginnings : .changes
  }
}
