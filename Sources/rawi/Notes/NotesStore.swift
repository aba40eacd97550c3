import Annotations
import ArabicAnalysis
import ArabicText
import CursesTerminal
import Documents
import Interface
import Platform
import Reader
import ReaderRuntime

/// The annotations of a document in the person's store, for commands.
struct NotesStore {
  /// The store.
  let store: AnnotationStore

  /// Opens the store; a damaged one is told of on standard error.
  ///
  /// - Parameter isOnlyRead: whether one that may not be written serves, too.
  /// - Throws: `StoreError`.
  init(isOnlyRead: Bool = false) throws {
    let folder = try DataFolder(environment: ProcessEnvironment.variables)
    store = try isOnlyRead ? AnnotationStore(toRead: folder) : AnnotationStore(in: folder)
    if let file = store.damagedFile {
      Failure.tell("the annotations were damaged; they lie in \(file), and new ones are begun")
    }
  }

  /// The annotations of `document`.
  func annotations(of document: Document) -> DocumentAnnotations {
    store.annotations(
      of: Self.text(of: document), path: document.path.map { FilePath.real($0) ?? $0 })
  }

  /// The text of `document` with its hash.
  static func text(of document: Document) -> AnchoredText {
    AnchoredText(
      document.text,
      contentHash: document.contentHash ?? DocumentLoader.contentHash(of: document.text))
  }
}

extension ExchangeDocument {
  /// `document` with `annotations` and, where `withAnalysis`, what the analysis finds in it, as the
  /// annotations correct it.
  init(
    _ document: Document, _ text: AnchoredText, _ annotations: [PlacedAnnotation],
    withAnalysis: Bool, own: OwnLists = OwnLists()
  ) {
    self.init(
      text: text, name: document.name, source: document.path, annotations: annotations)
    guard withAnalysis else { return }
    let analysis = NameFinding(model: .named()).analyzer(heeding: own.names).analyze(document)
      .naming(own.names, in: document.text)
      .attributing(own.speakers, in: document.text).corrected(by: annotations, in: document.text)
    for entity in analysis.entities {
      findings += entity.mentions.map {
        Finding(
          span: $0.span, label: entity.kind.rawValue, group: entity.id.rawValue,
          name: entity.canonical)
      }
    }
    for quotation in analysis.quotations where quotation.kind.isSpeech {
      let name = analysis.speakerName(of: quotation, in: document.text)
      findings += quotation.content.map {
        Finding(
          span: $0, label: quotation.kind.rawValue, group: quotation.id, name: name,
          speaker: quotation.speaker?.rawValue, isQuotation: true)
      }
    }
    findings.sort { $0.span < $1.span }
  }
}
