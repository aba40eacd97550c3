import Annotations
import ArabicText

extension ReaderState {
  /// Tags or a name that are being typed, or a name that was typed and whose scope is being asked for.
  var openLine: UnsavedNote? {
    if let picker = modes.first(NamePicker.self) { return openName(in: picker) }
    if let picker = modes.first(TagPicker.self) { return openTags(in: picker) }
    return switch modes.first(Question.self)?.kind {
    case .name(let purpose, let target, let typed): openName(purpose, target, typed)
    case .scope(let correction, let target): correction.typed.flatMap { openName($0, target, $1) }
    case .gone(let name, let typed): name.note(typed)
    case .filter, .correction, nil: nil
    }
  }

  private func openName(in picker: NamePicker) -> UnsavedNote? {
    switch picker.purpose {
    case .merge(let target): openName(.merge, target, picker.query)
    case .speaker(let target): openName(.speaker, target, picker.query)
    case .gone(let name): name.note(picker.query)
    case .go: nil
    }
  }

  private func openName(
    _ purpose: Question.NamePurpose, _ target: CorrectionTarget, _ typed: String
  ) -> UnsavedNote? {
    let words = text.string(in: target.span)
    guard let kind = RescuedNote.Kind(rawValue: purpose.rawValue), typed != words,
      typed != target.subject?.name, typed.contains(where: { !$0.isWhitespace })
    else { return nil }
    return UnsavedNote(kind, text: typed, of: .passage(target.span), words: words)
  }

  private func openTags(in picker: TagPicker) -> UnsavedNote? {
    let note = picker.note
    let known = picker.span.flatMap { article.notes.annotation(at: $0) }?.tags ?? []
    return note.hasChanges && note.tags != known ? note : nil
  }
}
