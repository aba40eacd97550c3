import Annotations
import ArabicText

extension ReaderState {
  /// Tags or a name that are being typed, or a name that was typed and whose scope is being asked for.
  var openLine: UnsavedNote? {
    if let picker = modes.first(NamePicker.self) { return openName(in: picker) }
    if let picker = modes.first(TagPicker.self) { return openTags(picker.span, picker.text) }
    return switch modes.first(Question.self)?.kind {
    case .name(let purpose, let target, let typed): openName(purpose, target, typed)
    case .scope(.rename(_, let name), let target, _): openName(.rename, target, name)
    case .scope(.merge(_, let into), let target, _): openName(.merge, target, into.name)
    case .scope(.speaker(let name?, _), let target, _): openName(.speaker, target, name)
    case .gone(let purpose, let typed): openName(purpose, nil, typed)
    case .scope, .filter, .correction, nil: nil
    }
  }

  private func openName(in picker: NamePicker) -> UnsavedNote? {
    switch picker.purpose {
    case .merge(let target): openName(.merge, target, picker.query)
    case .speaker(let target): openName(.speaker, target, picker.query)
    case .gone(let purpose): openName(purpose, nil, picker.query)
    case .go: nil
    }
  }

  private func openName(
    _ purpose: Question.NamePurpose, _ target: CorrectionTarget?, _ typed: String
  ) -> UnsavedNote? {
    let words = target.map { text.string(in: $0.span) } ?? ""
    guard let kind = RescuedNote.Kind(rawValue: purpose.rawValue), typed != words,
      typed != target?.subject?.name, typed.contains(where: { !$0.isWhitespace })
    else { return nil }
    return UnsavedNote(kind, text: typed, of: target.map { .passage($0.span) }, words: words)
  }

  private func openTags(_ span: TextSpan?, _ typed: String) -> UnsavedNote? {
    let note = UnsavedNote(
      .tags, text: typed, of: span.map { .passage($0) },
      words: span.map { text.string(in: $0) } ?? "")
    let known = span.flatMap { article.notes.annotation(at: $0) }?.tags ?? []
    return note.hasChanges && note.tags != known ? note : nil
  }
}
