import Annotations
import ArabicText
import Interface
import Reader
import Screen
import TestSupport

/// A reader with a store on disk behind it, driven by keys.
final class NotesFixture {
  var reader: ReaderFixture
  private let folder: TemporaryFolder
  private let annotations: DocumentAnnotations
  /// Texts that were given to an editor.
  private(set) var edited: [String] = []
  /// While set, the store does nothing and gives this as the reason.
  var failure: Phrase?

  init(_ text: String = ReaderFixture.article, columns: Int = 84, rows: Int = 14) throws {
    reader = ReaderFixture(text, columns: columns, rows: rows)
    folder = try TemporaryFolder()
    annotations = try AnnotationStore(path: folder.path + "/a.sqlite")
      .annotations(of: AnchoredText(DecodedText(text), contentHash: "a"))
    reader.answer(.notes(.all([], isFirst: true)))
  }

  var state: ReaderState { reader.state }
  var items: [PlacedAnnotation] { reader.state.article.notes.items }
  var notes: [Annotation] { items.map(\.annotation) }

  func press(_ keys: String) throws {
    for scalar in keys.unicodeScalars { try press(.character(Character(scalar))) }
  }

  func press(_ keys: Key...) throws {
    for key in keys {
      let done = reader.effects.count
      reader.send(.key(key))
      for effect in reader.effects.dropFirst(done) { try run(effect) }
    }
  }

  /// Tells the reader that the store has these annotations.
  func load(_ items: [PlacedAnnotation]) throws {
    _ = try annotations.perform(items.map { .add($0.annotation) }, summary: "x")
    reader.answer(.notes(.all(items, isFirst: true)))
  }

  private func run(_ effect: Effect) throws {
    if case .editText(let text) = effect {
      edited.append(text)
      return reader.send(.textEdited(text + " + محرر\n"))
    }
    guard case .notes(let request) = effect else { return }
    if let failure { return reader.answer(.notes(.failed(request.action, failure))) }
    switch request {
    case .change(let edits, let action):
      let made = edits.map { $0.edit(in: annotations.text) }
      let outcome = try annotations.perform(made, summary: action.rawValue)
      reader.answer(.notes(.done(action, outcome)))
    case .undo: reader.answer(.notes(.undone(try annotations.undo(), isRedo: false)))
    case .redo: reader.answer(.notes(.undone(try annotations.redo(), isRedo: true)))
    }
  }

  /// The text at a place.
  func words(_ span: TextSpan?) -> String? {
    span.map { state.article.document.text.string(in: $0) }
  }
}
