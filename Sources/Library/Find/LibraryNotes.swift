import Annotations
import ArabicText
import Documents
import Platform
import Synchronization

/// What a person has written and corrected in the documents of a folder.
///
/// A store that cannot be read any further has nothing more to say.
package final class LibraryNotes: Sendable {
  private let root: String
  private let store: Mutex<AnnotationStore>
  private let places: Set<String>
  /// The annotated texts that were seen in each file.
  private let seen: [String: Set<String>]
  /// Those that were seen last in each file and under each key of an article in it.
  private let last: [String: Set<String>]
  private let revisions: [String: String]

  /// What `store` has of the documents below the folder `root`.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the annotations.
  package init(_ store: sending AnnotationStore, of root: String) throws(StoreError) {
    self.root = FilePath.real(root) ?? root
    var (places, seen, last): (Set<String>, [String: Set<String>], [String: String]) = (
      [], [:], [:]
    )
    for text in try store.seenTexts() {
      if text.isAnnotated { places.insert(text.contentHash) }
      guard let place = text.place else { continue }
      let file = ItemKey.path(of: place) ?? place
      if text.isAnnotated { places.formUnion([place, file]) }
      seen[file, default: []].insert(text.contentHash)
      // What has left a list has left no place to another one.
      last[place] = text.contentHash.isEmpty && file != place ? nil : text.contentHash
    }
    (self.places, self.seen) = (places, seen)
    self.last = Dictionary(grouping: last) { ItemKey.path(of: $0.key) ?? $0.key }
      .mapValues { Set($0.map(\.value)) }
    let corrected = try store.corrections()
    revisions = Dictionary(
      corrected.flatMap { document in
        [document.contentHash, document.path].compactMap(\.self).map { ($0, document.revision) }
      }, uniquingKeysWith: { first, _ in first })
    self.store = Mutex(store)
  }

  /// What tells the corrections of a document, which is in the file at `path` of the folder, from others.
  func revision(ofHash hash: String, at path: String) -> String? {
    revisions[hash] ?? revisions[FilePath.join(root, path)]
  }

  /// The hashes and paths of the documents with corrections, some of which may be elsewhere.
  var corrected: [String] { Array(revisions.keys) }

  /// `path`, of a file, as it is written from the folder; `nil` where it is in none below.
  func inner(_ path: String) -> String? {
    let folder = root == "/" ? root : root + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  /// Whether there may be something about a document, which may be one of several in its file.
  func mayHave(_ hash: String, at path: String) -> Bool {
    places.contains(hash) || places.contains(FilePath.join(root, path))
  }

  /// Whether what is in the file at `path`, texts of these hashes, has to be looked at: an annotated one was not seen
  /// there, or is not there any more.
  func isToBeSeen(_ hashes: Set<String>, at path: String) -> Bool {
    let file = FilePath.join(root, path)
    if let last = last[file], !last.isSubset(of: hashes) { return true }
    return hashes.contains { places.contains($0) && seen[file]?.contains($0) != true }
  }

  /// Whether a text of this hash has annotations.
  func areKnown(of hash: String) -> Bool { places.contains(hash) }

  /// All that there is about `document`, which is in the file at `path` of the folder, with its places in it.
  ///
  /// What is written about a feed as a whole is that of the items in which it stands.
  func annotations(
    of document: FolderDocument, at path: String, _ files: FolderDocuments
  ) -> [PlacedAnnotation] {
    let own = annotations(of: document.document, at: path, number: document.number)
    guard document.number > 0, places.contains(FilePath.join(root, path)),
      let whole = try? files.whole(path)
    else { return own }
    let start = document.offset.utf8
    let part = TextSpan(utf8: start..<start + document.document.text.utf8Count)
    return own
      + annotations(of: whole, at: path).compactMap { placed in
        guard let span = placed.span, placed.placement.isCertain, part.contains(span) else {
          return nil
        }
        let moved = TextSpan(utf8: span.lower.utf8 - start..<span.upper.utf8 - start)
        return PlacedAnnotation(placed.annotation, .exact(moved))
      }
  }

  /// The annotations of `document`, which is the file at `path`, or the one of this number in it.
  private func annotations(
    of document: Document, at path: String, number: Int = 0
  ) -> [PlacedAnnotation] {
    let hash = document.contentHash ?? DocumentLoader.contentHash(of: document.text)
    let text = AnchoredText(document.text, contentHash: hash)
    let path = FilePath.join(root, path)
    let file = FilePath.real(path) ?? path
    let key = document.itemKey.map { ItemKey.make(file, $0) }
    // Of a feed nearly all articles have none.
    if number > 0, !places.contains(hash), !(key.map(places.contains) ?? false) { return [] }
    return store.withLock { store in
      let found =
        try? number == 0
        ? store.found(in: text, path: file)
        : store.found(in: text, place: FolderFiles.place(number, in: file), key: key)
      return found ?? []
    }
  }
}

extension FindRequest {
  /// Those of `annotations`, all of one document, that have a tag or the note that is asked for; none where not
  /// each of these is on one of them.
  ///
  /// - Complexity: O(*n*).
  func asked(of annotations: [PlacedAnnotation]) -> [PlacedAnnotation] {
    let wanted = Set(tags.map(NameWords.wanted))
    guard note != nil || !wanted.isEmpty else {
      return annotations.filter { !$0.annotation.note.isEmpty || !$0.annotation.tags.isEmpty }
    }
    var seen: Set<String> = []
    var hasNote = note == nil
    let asked = annotations.filter { placed in
      let tags = wanted.intersection(placed.annotation.tags.map(NameWords.wanted))
      let isNoted = note?.isFound(in: placed.annotation.note) ?? false
      seen.formUnion(tags)
      hasNote = hasNote || isNoted
      return isNoted || !tags.isEmpty
    }
    return hasNote && seen == wanted ? asked : []
  }
}
