import Annotations
import ArabicText
import Interface
import Reader
import ReaderRuntime
import Screen
import TestSupport

/// A reader with a store on disk behind it, driven by keys.
final class NotesFixture {
  var reader: ReaderFixture
  private let folder: TemporaryFolder
  private let environment: [String: String]
  private let store: StoredNotes
  /// Texts that were given to an editor.
  private(set) var edited: [String] = []
  /// While set, the store does nothing and gives this as the reason.
  var failure: Phrase?
  /// While set, the store takes its time: what it is asked for is done by ``catchUp()``.
  var isSlow = false
  private var awaited: [NotesRequest] = []

  init(
    _ text: String = ReaderFixture.article, columns: Int = 84, rows: Int = 14,
    language: Language = .english, hints: Bool = false
  ) throws {
    reader = ReaderFixture(
      text, columns: columns, rows: rows, language: language, hints: hints)
    folder = try TemporaryFolder()
    environment = ["XDG_DATA_HOME": folder.path]
    store = StoredNotes(
      of: Document(text: DecodedText(text), contentHash: "a"), environment: environment)
    reader.answer(.notes(.all([], isFirst: true)))
  }

  var state: ReaderState { reader.state }
  var items: [PlacedAnnotation] { reader.state.article.notes.items }
  var notes: [Annotation] { items.map(\.annotation) }

  func press(_ keys: String) throws {
    for scalar in keys.unicodeScalars { try press(.character(Character(scalar))) }
  }

  func press(_ keys: Key...) throws { for key in keys { try send(.key(key)) } }

  /// Clicks on a cell of the screen.
  func click(_ column: Int, _ row: Int) throws {
    try send(.mouse(MouseEvent(.press, at: ScreenPoint(column: column, row: row))))
  }

  private func send(_ message: Message) throws {
    let done = reader.effects.count
    reader.send(message)
    for effect in reader.effects.dropFirst(done) { try run(effect) }
  }

  /// Tells the reader that the store has these annotations.
  func load(_ items: [PlacedAnnotation]) throws {
    let text = AnchoredText(reader.state.article.document.text, contentHash: "a")
    _ = try AnnotationStore(in: DataFolder(environment: environment)).annotations(of: text)
      .perform(items.map { .add($0.annotation) }, summary: "x")
    reader.answer(.notes(.all(items, isFirst: true)))
  }

  private func run(_ effect: Effect) throws {
    if case .editText(let text) = effect {
      edited.append(text)
      return reader.send(.textEdited(text + " + محرر\n"))
    }
    guard case .notes(let request) = effect else { return }
    if isSlow { awaited.append(request) } else { try answer(request) }
  }

  /// Does all that the store was asked for.
  func catchUp() throws {
    isSlow = false
    let requests = awaited
    awaited = []
    for request in requests { try answer(request) }
  }

  private func answer(_ request: NotesRequest) throws {
    let done = reader.effects.count
    reader.answer(
      .notes(failure.map { .failed(request.action, $0) } ?? store.perform(request)))
    for effect in reader.effects.dropFirst(done) { try run(effect) }
  }

  /// The text at a place.
  func words(_ span: TextSpan?) -> String? {
    span.map { state.article.document.text.string(in: $0) }
  }
}
