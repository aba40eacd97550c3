import Annotations
import Documents
import Glibc
import Platform

extension Catalogue {
  /// The most documents that are kept by one change, and how long the first of them waits for it: what was taken
  /// in before a run is ended is not lost, however slow the files are.
  private static let (batch, interval) = (256, Duration.milliseconds(250))

  /// How far a long work on a catalogue is.
  package struct Progress: Hashable, Sendable {
    /// How many documents are done.
    package var done: Int
    /// How many there are to do.
    package var total: Int
  }

  /// Takes in what has changed in the folder since the last time, by size and time of change.
  ///
  /// It may be ended at any moment, by SIGKILL, too: what was taken in until then is kept, and the rest is
  /// taken in the next time.
  ///
  /// - Parameters:
  ///   - reading: how files are read.
  ///   - jobs: how many are read at a time.
  ///   - walk: a look through the folder that was begun before; `nil` for one now.
  ///   - isCancelled: asked after each file; `true` ends the work.
  ///   - tell: told after each file that is taken in.
  /// - Returns: whether anything has changed.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the files, and in the bytes of those that have changed.
  @discardableResult
  package func scan(
    _ reading: Corpus.Reading, jobs: Int, walk: FolderWalk? = nil,
    isCancelled: @Sendable () -> Bool = { false }, tell: (Progress) -> Void = { _ in }
  ) throws(StoreError) -> Bool {
    let scan = walk?.scan ?? folderScan
    if try isKnown(scan.listing) { return false }
    let isChanged = try !changes(in: scan).isEmpty
    if !isChanged {
      // Nothing but the listing is to be kept: where that cannot be, files are compared the next time, too.
      _ = try? alone { () throws(StoreError) in
        let scan = folderScan
        if try changes(in: scan).isEmpty { try know(scan.listing) }
      }
      return false
    }
    try alone { () throws(StoreError) in
      // Asked again: who was waited for may have done it.
      let scan = folderScan
      let changes = try changes(in: scan)
      // From the first file that is taken in to the last, there is no listing that is all of it.
      try database.run("DELETE FROM meta WHERE name = 'listing'")
      guard try take(changes.files, reading, jobs: jobs, isCancelled, tell) else { return }
      // Last, so that a file that was moved is never without its document.
      try database.transaction { () throws(StoreError) in
        try know(scan.listing)
        for path in changes.gone {
          try database.run("DELETE FROM file WHERE path = ?", [.text(path)])
          try database.run("DELETE FROM item WHERE path = ?", [.text(path)])
        }
        try database.run(
          """
          UPDATE document SET live = EXISTS (SELECT 1 FROM item WHERE item.document = document.id)
          WHERE live <> EXISTS (SELECT 1 FROM item WHERE item.document = document.id)
          """)
      }
    }
    return true
  }

  private struct Changes {
    var files: [FolderScan.File] = []
    var gone: [String] = []
    var isEmpty: Bool { files.isEmpty && gone.isEmpty }
  }

  /// Whether what is known is of just these files, as they are.
  private func isKnown(_ listing: Listing) throws(StoreError) -> Bool {
    let known = try database.rows("SELECT value FROM meta WHERE name = 'listing'") { $0.text(0) }
    return known == [listing.written]
  }

  private func know(_ listing: Listing) throws(StoreError) {
    try database.run("INSERT OR REPLACE INTO meta VALUES ('listing', ?)", [.text(listing.written)])
  }

  private func changes(in scan: FolderScan) throws(StoreError) -> Changes {
    let rows = try database.rows("SELECT path, size, changed FROM file") { row in
      (row.text(0) ?? "", FileState(size: row.integer(1), changed: row.integer(2)))
    }
    var known = Dictionary(rows) { first, _ in first }
    var changes = Changes()
    for file in scan.files {
      let state = FileState(size: file.size, changed: file.changed)
      if known.removeValue(forKey: file.path) != state { changes.files.append(file) }
    }
    changes.gone = Array(known.keys)
    return changes
  }

  private struct FileState: Hashable {
    var size: Int64
    var changed: Int64
  }

  /// What is kept of a document of a file.
  struct Item: Sendable {
    var number: Int
    var start: Int
    var text: CataloguedText

    init(_ document: FolderDocument) {
      (number, start) = (document.number, document.start)
      text = CataloguedText(document.document)
    }
  }

  /// What a file holds, or why it cannot be read.
  struct Answer: Sendable {
    var file: FolderScan.File
    var texts: [Item] = []
    /// Its documents, where there are so many that they are kept one part after the other.
    var items: FolderItems?
    /// Why nothing of it can be read, or not all, in English.
    var failure: String?
  }

  /// Takes `files` in.
  ///
  /// - Returns: whether all of them are.
  private func take(
    _ files: [FolderScan.File], _ reading: Corpus.Reading, jobs: Int,
    _ isCancelled: @Sendable () -> Bool, _ tell: (Progress) -> Void
  ) throws(StoreError) -> Bool {
    let documents = FolderDocuments(root, reading)
    let work = OrderedWork<FolderScan.File, Answer>(jobs: jobs) { take in
      for file in files where !take(file) { return }
    } work: { file in
      do throws(DocumentError) {
        let whole = try documents.whole(file.path)
        let items = FolderItems(whole)
        let isLong = items.count > Self.batch
        let isWhole = whole.badItems == 0
        return Answer(
          file: file, texts: isLong ? [] : items.map(Item.init), items: isLong ? items : nil,
          failure: isWhole ? nil : "\(whole.badItems) are no articles")
      } catch {
        return Answer(file: file, failure: error.description)
      }
    }
    var progress = Progress(done: 0, total: files.count)
    var batch: [Answer] = []
    var kept = ContinuousClock.now
    do throws(StoreError) {
      while let answer = work.next() {
        if let items = answer.items {
          try keep(&batch)
          progress.total += items.count - 1
          guard
            try keep(
              items, of: answer, jobs: jobs, isCancelled,
              { count in
                progress.done += count
                tell(progress)
              })
          else {
            work.stop()
            break
          }
          continue
        }
        batch.append(answer)
        progress.done += 1
        tell(progress)
        if batch.count == Self.batch || kept.duration(to: .now) > Self.interval {
          try keep(&batch)
          kept = .now
        }
        if isCancelled() {
          work.stop()
          break
        }
      }
      try keep(&batch)
      return progress.done == files.count
    } catch {
      work.stop()
      throw error
    }
  }
}
