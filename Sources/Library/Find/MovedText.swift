import Annotations
import ArabicText
import Documents
import Glibc
import Platform

/// Where an annotated text lies now in whose place there is another one.
package enum MovedText {
  /// The most files that are opened, those first that came last.
  private static let mostFiles = 32
  /// The most bytes of one.
  private static let longestFile = 1 << 20
  /// How exactly a file system tells when a file came.
  private static let fileTime = 2

  /// Looks whether the text that was seen last in the place of `text` lies in the same folder now, and lets `store`
  /// know: what is annotated in it is not of `text` then.
  ///
  /// Only files are opened that came or were changed since.
  ///
  /// - Complexity: O(*n*) in the files of the folder, where a text with annotations is not in its place any more.
  package static func look(before text: DocumentAnnotations, in store: AnnotationStore) {
    guard let sought = try? text.sought() else { return }
    for (path, isSame) in files(beside: sought) {
      guard
        let document = try? DocumentLoader.load(
          path: path, kinds: .regular, limit: Self.longestFile)
      else { continue }
      let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
      guard hash == sought.contentHash else { continue }
      _ = try? store.found(in: AnchoredText(document.text, contentHash: hash), path: path)
      // A copy says nothing of what was copied.
      if isSame { return }
    }
  }

  /// Files that came to the folder since, and whether each is the one in which the text was seen: this, and those that
  /// came last.
  private static func files(beside text: SoughtText) -> [(path: String, isSame: Bool)] {
    let folder = FilePath.folder(of: text.path)
    let since = Int(text.seen.milliseconds / 1000)
    let come = Folder.names(in: folder).compactMap { name -> (path: String, status: stat)? in
      let other = FilePath.join(folder, name)
      guard !name.hasPrefix("."), other != text.path, let status = PathCalls.status(of: other),
        status.st_mode & S_IFMT == S_IFREG, status.st_size <= longestFile,
        status.st_ctim.tv_sec + fileTime >= since
      else { return nil }
      return (other, status)
    }
    let sorted = come.sorted { $0.status.st_ctim.tv_sec > $1.status.st_ctim.tv_sec }
      .map { come in
        let file = text.file.flatMap { FileIdentity(ofFileAt: come.path)?.matches($0) }
        return (path: come.path, isSame: file ?? false)
      }
    let (same, others) = (sorted.filter(\.isSame), sorted.filter { !$0.isSame })
    return Array((same + others).prefix(mostFiles))
  }
}
