import Glibc
import Platform

/// What a person has added to documents, kept in one file.
///
/// Every change is on disk, synced, when the call that made it returns. Several programs may have the
/// store open at a time. One store is used by one thread at a time, and closes with its last
/// reference; what needs it on several threads shares it in a `Mutex`.
///
/// ```swift
/// do {
///   let store = try AnnotationStore(in: DataFolder(environment: environment))
///   if let file = store.damagedFile { tell("the annotations were damaged; they lie in \(file)") }
///   let place = try store.places.place(forContentHash: hash)
/// } catch {
///   tell("nothing will be remembered: \(error)")
/// }
/// ```
package final class AnnotationStore {
  /// Where the file was put that was found damaged by this opening, an empty store taking its place;
  /// `nil` where all was well.
  package let damagedFile: String?
  /// Why the store can be read but not changed.
  ///
  /// `nil` where it can be changed; see ``init(toRead:)``.
  package let refusal: StoreError?

  private var database: Database
  /// Where it was opened to look what it holds, whether what was found there is kept nevertheless.
  private var keepsFindings = false

  /// Opens the store in `folder`; makes both where they are missing.
  ///
  /// - Throws: any ``StoreError``.
  package convenience init(in folder: DataFolder) throws(StoreError) {
    try folder.make()
    try self.init(path: folder.annotations)
  }

  /// Opens the store in the file `path`, which is made where it is missing.
  ///
  /// A damaged file is renamed to `PATH.damaged-N`, never over another, and a new one is begun. A
  /// damage is looked for when the file was not closed by the last to use it; one that is come upon
  /// later is ``StoreError/damaged(path:)`` there and leads to a look when the file is opened next.
  ///
  /// - Throws: any ``StoreError``.
  /// - Complexity: O(1), or O(*n*) in the size of the file where it was not closed or is in use.
  package init(path: String) throws(StoreError) {
    refusal = nil
    let file = StoreFile(path)
    do {
      database = try Self.open(file)
      damagedFile = nil
    } catch .damaged {
      damagedFile = try file.setAside()
      database = try Self.open(StoreFile(path))
    }
  }

  /// Opens the store in `folder`; where it may not be written, or the disk has no room for that, only
  /// to read what it holds: ``refusal`` then says why, and changes throw
  /// ``StoreError/readOnly(path:)``.
  ///
  /// - Throws: any ``StoreError``.
  package convenience init(toRead folder: DataFolder) throws(StoreError) {
    do {
      try self.init(in: folder)
    } catch {
      switch error {
      case .readOnly, .diskFull: try self.init(path: folder.annotations, refusedBy: error)
      default: throw error
      }
    }
  }

  /// Opens the store in the file `path` to read it.
  private init(path: String, refusedBy refusal: StoreError) throws(StoreError) {
    self.refusal = refusal
    damagedFile = nil
    guard try !StoreFile(path).isEmptied() else { throw .damaged(path: path) }
    do {
      database = try Database(readingOnly: path)
    } catch {
      // That it cannot be written is what to tell of a store that is not there yet.
      throw refusal
    }
    _ = try database.pending(of: Schema.migrations)
    // A much older one, which cannot be brought up to date, lacks tables.
    let version = try database.version
    guard version >= Schema.firstWithAnnotations else { throw refusal }
    database.hasSides = version >= Schema.firstWithSides
    database.hasCopies = version >= Schema.firstWithCopies
    database.hasSamples = version >= Schema.firstWithSamples
    database.hasOutlines = version >= Schema.firstWithOutlines
    database.hasDoubts = version >= Schema.firstWithDoubts
  }

  /// Opens the store in the file `path` to look what it holds, and nothing else: no file is made, renamed
  /// or written, nor beside it; changes throw ``StoreError/readOnly(path:)``.
  ///
  /// For a program that closes it again at once; what others change meanwhile may not be seen. It is `nil` where there
  /// is no file, or one from before there were annotations.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - keepingFindings: whether ``found(in:path:place:key:)`` keeps where a text was seen that was renamed or edited,
  ///     for which alone the file is opened to change it.
  /// - Throws: any ``StoreError``; ``StoreError/damaged(path:)`` also later, by what reads it.
  package init?(lookingInto path: String, keepingFindings: Bool = false) throws(StoreError) {
    guard PathCalls.status(of: path) != nil else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw .cannotOpen(path: path, errno: errno)
      }
      return nil
    }
    refusal = .readOnly(path: path)
    damagedFile = nil
    keepsFindings = keepingFindings
    guard let looked = try Self.looked(into: path) else { return nil }
    database = looked
  }

  /// The database in the file `path`, to look what it holds; `nil` of one from before there were annotations.
  private static func looked(into path: String) throws(StoreError) -> Database? {
    guard try !StoreFile(path).isEmptied() else { throw .damaged(path: path) }
    let database = try Database(lookingInto: path)
    _ = try database.pending(of: Schema.migrations)
    let version = try database.version
    guard version >= Schema.firstWithAnnotations else { return nil }
    database.hasSides = version >= Schema.firstWithSides
    database.hasCopies = version >= Schema.firstWithCopies
    database.hasSamples = version >= Schema.firstWithSamples
    database.hasOutlines = version >= Schema.firstWithOutlines
    database.hasDoubts = version >= Schema.firstWithDoubts
    return database
  }

  /// Looks through the whole store.
  ///
  /// - Throws: ``StoreError/damaged(path:)`` where something is wrong in it.
  /// - Complexity: O(*n*) in the size of the store.
  package func check() throws(StoreError) { try database.check() }

  private static func open(_ file: StoreFile) throws(StoreError) -> Database {
    guard try !file.isEmptied() else { throw .damaged(path: file.path) }
    // The file and its log keep their names until both are open.
    return try FolderLock.held(.shared, folderOf: file.path) { () throws(StoreError) in
      let database = try Database(path: file.path)
      // Before anything is written: a later version's file stays as it is.
      _ = try database.pending(of: Schema.migrations)
      if file.isInUse { try database.check() }
      try database.useWriteAheadLog()
      try database.migrate(Schema.migrations)
      file.markAsMade()
      return database
    }
  }

  /// Where each document was left.
  package var places: ReadingPlaces { ReadingPlaces(database) }

  /// The annotations of the document with the given text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - path: where it came from, absolute; by it a text that was edited finds its annotations.
  ///   - place: what a person is told of where it lies, where it has no path.
  ///   - key: what names it whatever its words, where it has no path: ``ItemKey``; by it, too, an edited text finds
  ///     annotations that certainly stand in it.
  ///   - earlier: the hash of the text that a person saw there just before; by it, too, where the store
  ///     does not know the path.
  /// - Returns: its annotations; nothing is read yet.
  package func annotations(
    of text: AnchoredText, path: String? = nil, place: String? = nil, key: String? = nil,
    after earlier: String? = nil
  ) -> DocumentAnnotations {
    DocumentAnnotations(database, text, path: path, place: place, key: key, after: earlier)
  }

  /// All annotations of the document with the given text, as ``DocumentAnnotations/all()`` of
  /// ``annotations(of:path:place:key:after:)``; what that keeps is kept also by a store that only looks, if it is to.
  ///
  /// - Throws: ``StoreError``.
  package func found(
    in text: AnchoredText, path: String? = nil, place: String? = nil, key: String? = nil
  ) throws(StoreError) -> [PlacedAnnotation] {
    let all = try annotations(of: text, path: path, place: place, key: key).all()
    guard keepsFindings,
      try annotations(of: text, path: path, place: place, key: key).isToBeKept(all)
    else { return all }
    keepsFindings = false
    let file = database.path
    // A process has one index of a log: while it is read alone, nobody can write by it.
    database = try Database(inMemory: ())
    guard let changed = try? Self.open(StoreFile(file)) else {
      // Where it may not be written, what was found is found again the next time.
      if let looked = try Self.looked(into: file) { database = looked }
      return all
    }
    database = changed
    return try annotations(of: text, path: path, place: place, key: key).all()
  }

  /// Does what `body` does with annotations as one change of the file, which waits for the disk once: all
  /// of it is on disk when this returns, and nothing when it throws.
  ///
  /// - Throws: ``StoreError``, or what `body` throws.
  package func together<Result>(
    _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    try database.transaction(body)
  }

  /// The documents that have annotations, the last seen first; one that was seen in several places,
  /// as copies of it are, once for each.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the annotations of all documents.
  package func annotatedDocuments() throws(StoreError) -> [AnnotatedDocument] {
    try AnnotationRows(database).documents()
  }

  /// Every text in which an annotation may stand, by its hash, and every path where one was seen.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the texts that were seen.
  package func annotatedPlaces() throws(StoreError) -> Set<String> {
    Set(
      try seenTexts().filter(\.isAnnotated)
        .flatMap { [$0.contentHash, $0.place].compactMap(\.self) })
  }

  /// Every text that was annotated, or seen where such a one lay, with each place where it was seen, the first seen first;
  /// the empty hash at a place says that what was seen there before has left it.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the texts that were seen.
  package func seenTexts() throws(StoreError) -> [SeenText] {
    try AnnotationRows(database).seenStates()
  }

  /// The documents in which something is corrected, in each state in which they were seen, the last one first.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the annotations of all documents.
  package func corrections() throws(StoreError) -> [CorrectedDocument] {
    try AnnotationRows(database).corrections()
  }

  /// How many annotations belong to no document that the store knows, so that none shows them.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the annotations of all documents.
  package func strayAnnotations() throws(StoreError) -> Int {
    try AnnotationRows(database).strays()
  }

  /// Writes all that the store holds into the new file `path`, which another store may be opened from.
  ///
  /// The copy is of one moment, whoever writes meanwhile, and on disk when the call returns.
  ///
  /// - Throws: ``StoreError``; ``StoreError/exists(path:)`` where there is a file.
  /// - Complexity: O(*n*) in the size of the store.
  package func backUp(to path: String) throws(StoreError) {
    try database.copy(to: path)
  }
}
