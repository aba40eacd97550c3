import ArabicText
import Documents
import Glibc
import Interface
import Platform
import Reader

/// The files in which what was written on one article, and is not stored, outlives the reader.
///
/// They are this reader's as long as it lives, so that no other offers the same.
final class RescueRecord {
  private let folders: RescueFolders
  private var document: Document
  private var hash: String?
  /// The files that hold ``kept``.
  private var files: [HeldFile] = []
  /// What they hold.
  private(set) var kept: [RescuedNote] = []
  /// The file that this reader has written.
  private var ownPath: String?

  /// No files yet, for `document`.
  init(of document: Document, in folders: RescueFolders) {
    (self.document, self.folders) = (document, folders)
  }

  /// The file that was written, where there is one now.
  var path: String? { ownPath }

  /// The hash of the text, computed where nobody has done that.
  var contentHash: String {
    if let known = document.contentHash ?? hash { return known }
    let computed = DocumentLoader.contentHash(of: document.text)
    hash = computed
    return computed
  }

  /// Goes on with `document`, which the file holds now.
  func move(to document: Document) { (self.document, hash) = (document, nil) }

  /// Puts `notes` in the place of what is kept; nothing for no notes.
  ///
  /// - Throws: `FileError` where they can be written nowhere; what is kept is then as it was.
  func keep(_ notes: [RescuedNote]) throws(FileError) {
    guard notes != kept else { return }
    if notes.isEmpty {
      files.forEach { $0.remove() }
      (files, kept, ownPath) = ([], [], nil)
      return
    }
    let file = try folders.write(text(of: notes), over: ownPath)
    for old in files where old.path != file.path { old.remove() }
    (files, kept, ownPath) = ([file], notes, file.path)
  }

  /// What a file of `notes` says.
  func text(of notes: [RescuedNote]) -> RescueText {
    RescueText(
      path: document.path.map { FilePath.real($0) ?? $0 }, name: document.name,
      contentHash: contentHash, notes: notes)
  }

  /// What earlier readers have left.
  struct Findings {
    /// Notes of this article, which are this reader's from now on.
    var notes: [RescuedNote] = []
    /// The names of the articles of all other notes of which nobody was told yet.
    var others: [String] = []
    /// What is wrong with files; these stay as they are.
    var problems: [Phrase] = []
  }

  /// Takes hold of what earlier readers have left of this article, beside what is kept already: a
  /// person may have written before the store has said what there is.
  func claim() -> Findings {
    let own = kept
    var findings = Findings()
    for left in folders.claimAll() {
      switch left.text {
      case .failure(.damaged):
        findings.problems.append(Phrase(.rescueDamaged, .path(left.file.path)))
      case .failure(.newer):
        findings.problems.append(Phrase(.rescueNewer, .path(left.file.path)))
      case .success(let text) where text.notes.contains(where: \.isInUse): continue
      case .success(let text) where isOfThis(text):
        files.append(left.file)
        findings.notes += text.notes
      case .success where left.isTold: continue
      case .success(let text):
        findings.others += text.notes.map { _ in text.name }
        left.markTold()
      }
    }
    kept = own + findings.notes
    takeEdited(&findings, beside: own)
    return findings
  }

  private func isOfThis(_ text: RescueText) -> Bool {
    if let hash = document.contentHash, hash == text.contentHash { return true }
    return text.path.map { $0 == document.path.map { FilePath.real($0) ?? $0 } } ?? false
  }

  /// Takes what an editor has saved last into the notes, and its file away once that is on disk with
  /// the `own` notes of this reader.
  private func takeEdited(_ findings: inout Findings, beside own: [RescuedNote]) {
    var edited: [NoteFile] = []
    for index in findings.notes.indices {
      guard let path = findings.notes[index].file else { continue }
      let file = NoteFile(at: path)
      if let file { edited.append(file) }
      if let text = file?.saved, text != findings.notes[index].text {
        findings.notes[index].earlier = findings.notes[index].text
        findings.notes[index].text = text
      }
      findings.notes[index].file = nil
    }
    guard !edited.isEmpty, (try? keep(own + findings.notes)) != nil else { return }
    for file in edited { file.remove() }
  }
}

extension RescuedNote {
  /// Whether an editor still has the note, after its reader is gone.
  fileprivate var isInUse: Bool { file.flatMap { NoteFile(at: $0) }?.isOpenInEditor ?? false }
}
