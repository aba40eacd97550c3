import Annotations
import ArabicText

extension ReaderState {
  /// Tags or a name that are being typed, or a name that was typed and whose scope is being asked for.
  var openLine: UnsavedNote? {
    if let picker = modes.first(NamePicker.self) { return openName(in: picker) }
    if let picker = modes.first(TagPicker.self) {
      return openTags(picker.span, picker.words, picker.text)
    }
    return switch modes.first(Question.self)?.kind {
    case .name(let purpose, let target, let typed): openName(purpose, target, typed)
    case .scope(.rename(_, let name), let target, _): openName(.rename, target, name)
    case .scope(.merge(_, let into), let target, _): openName(.merge, target, into.name)
    case .scope(.speaker(let name?, _), let target, _): openName(.speaker, target, name)
    case .gone(let purpose, let words, let typed): openName(purpose, goneFrom: words, typed)
    case .scope, .filter, .correction, nil: nil
    }
  }

  private func openName(in picker: NamePicker) -> UnsavedNote? {
    switch picker.purpose {
    case .merge(let target): openName(.merge, target, picker.query)
    case .speaker(let target): openName(.speaker, target, picker.query)
    case .gone(let purpose, let words): openName(purpose, goneFrom: words, picker.query)
    case .go: nil
    }
  }

  private func openName(
    _ purpose: Question.NamePurpose, _ target: CorrectionTarget, _ typed: String
  ) -> UnsavedNote? {
    let words = text.string(in: target.span)
    guard typed != target.subject?.name else { return nil }
    return openName(purpose, of: .passage(target.span), words, typed)
  }

  private func openName(
    _ purpose: Question.NamePurpose, goneFrom words: String, _ typed: String
  ) -> UnsavedNote? {
    openName(purpose, of: nil, words, typed)
  }

  private func openName(
    _ purpose: Question.NamePurpose, of subject: UnsavedNote.Subject?, _ words: String,
    _ typed: String
  ) -> UnsavedNote? {
    guard let kind = RescuedNote.Kind(rawValue: purpose.rawValue), typed != words,
      typed.contains(where: { !$0.isWhitespace })
    else { return nil }
    return UnsavedNote(kind, text: typed, of: subject, words: words)
  }

  private func openTags(_ span: TextSpan?, _ words: String, _ typed: String) -> UnsavedNote? {
    let note = UnsavedNote(.tags, text: typed, of: span.map { .passage($0) }, words: words)
    let known = span.flatMap { article.notes.annotation(at: $0) }?.tags ?? []
    return note.hasChanges && note.tags != known ? note : nil
  }
}
