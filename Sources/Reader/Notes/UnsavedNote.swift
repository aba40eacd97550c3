import Annotations
import ArabicText

/// Something written on a passage, or decided about it, that the store does not have yet.
struct UnsavedNote: Hashable, Sendable {
  /// What a note is of.
  enum Subject: Hashable, Sendable {
    /// A passage that has no annotation yet.
    case passage(TextSpan)
    /// An annotation of the store, which knows where it stands.
    case annotation(Annotation)
  }

  /// What was written.
  var kind: RescuedNote.Kind
  /// The note, or what ``RescuedNote/Kind`` says of another kind.
  var text: String
  /// What it is of; `nil` where the words are gone, and it waits for others.
  var subject: Optional<Subject>
  /// The words that it was begun on.
  var words: String
  /// Where these stood in an earlier version, while they are gone.
  var lost: Optional<LostWords>
  /// The note as an earlier reader has left it, until the person takes it up.
  var rescued: Optional<RescuedNote>
  /// Whether the person was told to say what it is of.
  var isAwaited = false

  /// A note of this reader.
  init(
    _ kind: RescuedNote.Kind = .note, text: String, of subject: Subject?, words: String,
    lost: LostWords? = nil
  ) {
    self.init(kind, text: text, of: subject, words: words, lost: lost, rescued: nil)
  }

  private init(
    _ kind: RescuedNote.Kind, text: String, of subject: Subject?, words: String,
    lost: LostWords?, rescued: RescuedNote?
  ) {
    self.kind = kind
    self.text = text
    self.subject = subject
    self.words = words
    self.lost = lost
    self.rescued = rescued
  }

  /// Whether it says something that the store does not have.
  var hasChanges: Bool {
    if case .annotation(let known) = subject { return text != known.note }
    return kind == .note ? !text.isEmpty : text.contains { !$0.isWhitespace }
  }
}

extension UnsavedNote {
  /// The note is there in any case; its passage may be gone, or back.
  func relocated(by change: TextChange) -> UnsavedNote {
    var (subject, lost) = (subject, lost)
    switch subject {
    case .passage(let span):
      subject = span.relocated(by: change).map { .passage($0) }
      if subject == nil { lost = LostWords(span, of: change.old) }
    case nil:
      if let span = lost?.span(in: change.new) { (subject, lost) = (.passage(span), nil) }
    case .annotation: break
    }
    var moved = UnsavedNote(
      kind, text: text, of: subject, words: words, lost: lost, rescued: rescued)
    moved.isAwaited = isAwaited
    return moved
  }

  /// The note as it outlives the reader of `text`.
  func rescued(in text: AnchoredText) -> RescuedNote {
    if let rescued { return rescued }
    var note = RescuedNote(kind, text: self.text, words: words)
    switch subject {
    case .passage(let span): note.anchor = text.anchor(of: span)
    case .annotation(let known):
      note.anchor = known.anchor
      note.known = RescuedNote.Known(id: known.id, note: known.note)
    case nil: note.anchor = lost?.anchor
    }
    return note
  }

  /// What becomes of the note `now` of the store: both, but for what this note was made of.
  func text(over now: String) -> String {
    let isOwn = now.isEmpty || now == rescued?.known?.note || now == rescued?.earlier
    return isOwn ? text : now + "\n" + text
  }

  /// A note that an earlier reader has left, where its words stand in `text`.
  init(_ rescued: RescuedNote, in text: AnchoredText) {
    let placement = rescued.anchor.map { text.placement(of: $0) }
    // Of words that only may be meant the person says which.
    let span = placement.flatMap { $0.isCertain ? $0.span : nil }
    self.init(
      rescued.kind, text: rescued.text, of: span.map { .passage($0) }, words: rescued.words,
      lost: span == nil ? rescued.anchor.map { LostWords($0) } : nil, rescued: rescued)
  }
}
