import Annotations
import ArabicText
import Interface

/// Words of an earlier version of a text that this one does not have.
///
/// The next version may have them again: many programs save a file in two steps.
struct LostWords: Hashable, Sendable {
  /// Where they stood; `nil` where that cannot be told.
  let anchor: Optional<Anchor>

  /// The words at `span` of `text`, the last version that had them.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ span: TextSpan, of text: DecodedText) {
    anchor = AnchoredText(text, contentHash: "1").anchor(of: span)
  }

  /// The words that stood where `anchor` says.
  init(_ anchor: Anchor) { self.anchor = anchor }

  /// Where they stand in `text` for certain; `nil` where they do not.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func span(in text: DecodedText) -> TextSpan? {
    guard let placement = anchor.map({ AnchoredText(text, contentHash: "2").placement(of: $0) }),
      placement.isCertain
    else { return nil }
    return placement.span
  }
}

/// What a name was asked for, where the words are gone that it was for.
struct LostName: Hashable, Sendable {
  /// What it was asked for.
  let purpose: Question.NamePurpose
  /// The words.
  let words: String
  /// Where they stood.
  let place: LostWords
  /// What the target was besides: of a quotation, the phrase for who says it, too.
  private let subject: Optional<Correction.Subject>
  private let isQuotation: Bool
  private let source: Optional<LostSource>

  private struct LostSource: Hashable {
    var words: String
    var place: LostWords
  }

  /// A name for `target`, which stood in `text`.
  init(_ purpose: Question.NamePurpose, _ target: CorrectionTarget, of text: DecodedText) {
    self.purpose = purpose
    words = text.string(in: target.span)
    place = LostWords(target.span, of: text)
    subject = target.subject
    isQuotation = target.isQuotation
    source = target.source.map {
      LostSource(words: $0.words, place: LostWords($0.span, of: text))
    }
  }

  /// The target, where all its words are back.
  func target(in text: DecodedText) -> CorrectionTarget? {
    guard let span = place.span(in: text) else { return nil }
    var found: CorrectionTarget.Source?
    if let source {
      guard let place = source.place.span(in: text) else { return nil }
      found = CorrectionTarget.Source(span: place, words: source.words)
    }
    return CorrectionTarget(span: span, subject: subject, isQuotation: isQuotation, source: found)
  }

  /// What was typed, for other words; `nil` where that is nothing.
  func note(_ typed: String) -> UnsavedNote? {
    guard let kind = RescuedNote.Kind(rawValue: purpose.rawValue), typed != words,
      typed != subject?.name, typed.contains(where: { !$0.isWhitespace })
    else { return nil }
    return UnsavedNote(kind, text: typed, of: nil, words: words, lost: place)
  }
}

extension ReaderState {
  /// Keeps the name that was typed for words that are gone, and tells how it is taken up again.
  mutating func keep(_ typed: String, for name: LostName) {
    guard let note = name.note(typed) else {
      notice = Notice(.passageGone)
      return
    }
    article.notes.drafts.append(note)
    tellOfWaiting(note)
  }

  /// Tells that what was written waits until a person says what it is of.
  mutating func tellOfWaiting(_ note: UnsavedNote) {
    let (key, command): (PhraseKey, Command) =
      switch note.kind {
      case .rename, .merge, .split: (.nameWaitsForName, .correct)
      case .speaker: (.nameWaitsForQuotation, .correct)
      case .note, .tags, .highlight, .correction: (.noteWaitsForPassage, .writeNote)
      }
    notice = Notice(key, .call(of: command, in: keymap))
  }
}
