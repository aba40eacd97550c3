import Annotations
import ArabicAnalysis
import ArabicText
import Interface
import Library
import Platform
import Reader

/// The folders and files that are a reading room, by what their catalogues know.
package struct FolderShelf: RoomShelf {
  /// How catalogues are kept and filled.
  package struct Setup: Sendable {
    package typealias Analyzer = @Sendable (Document, [PlacedAnnotation]) -> Analysis

    /// Where catalogues are kept; `nil` for ones that nobody keeps.
    package var folder: String?
    /// How files are read, where not as usual.
    package var way: String
    /// The version of the program.
    package var version: String
    /// How files are read.
    package var reading: Corpus.Reading
    /// How many documents are worked on at a time.
    package var jobs: Int
    /// What an analysis depends on beside the texts, as it is now.
    package var key: @Sendable () -> AnalysisKey
    /// What analyses a document with what the person has added to it.
    package var analyzer: @Sendable () -> Analyzer
    /// What the person has written in the documents of a folder; `nil` where there is nothing.
    package var notes: @Sendable (_ root: String) -> LibraryNotes?
    /// What was done with documents, by the hashes of their texts.
    package var readings: @Sendable () -> [String: DocumentReading]
    /// What a line of words and options asks for.
    package var request: @Sendable (String) -> Result<FindRequest, LibraryRefusal>
    /// Which names are of one, as the person says.
    package var same: @Sendable () -> SameNames
    /// Where it is kept what the person says of that; `nil` where nothing is to be.
    package var lessons: SameNamesFile?

    /// A setup of these parts.
    package init(
      folder: String?, way: String, version: String, reading: Corpus.Reading, jobs: Int,
      key: @escaping @Sendable () -> AnalysisKey,
      analyzer: @escaping @Sendable () -> Analyzer,
      notes: @escaping @Sendable (_ root: String) -> LibraryNotes? = { _ in nil },
      readings: @escaping @Sendable () -> [String: DocumentReading],
      request: @escaping @Sendable (String) -> Result<FindRequest, LibraryRefusal>,
      same: @escaping @Sendable () -> SameNames = { SameNames() }, lessons: SameNamesFile? = nil
    ) {
      (self.folder, self.way, self.version, self.reading) = (folder, way, version, reading)
      (self.jobs, self.key, self.analyzer) = (jobs, key, analyzer)
      (self.notes, self.readings, self.request, self.same) = (notes, readings, request, same)
      self.lessons = lessons
    }
  }

  private let roots: [String]
  private let files: [String]
  let setup: Setup

  /// The shelf of the folders and files at `paths`; what lies in several of them is there once.
  package init(_ paths: [String], _ setup: Setup) {
    let paths = FolderFiles.apart(paths)
    roots = paths.filter(FolderFiles.isFolder)
    files = paths.filter { !FolderFiles.isFolder($0) }
    self.setup = setup
  }

  package func readings() -> [String: DocumentReading] {
    (try? setup.allReadings(in: catalogues())) ?? setup.readings()
  }

  package func fill(
    visible: @escaping @Sendable () -> [RoomDocument.ID],
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void
  ) {
    do throws(StoreError) {
      let filling = FolderFilling(
        try catalogues(), setup, visible: visible, isCancelled: isCancelled, post: post)
      try filling.run()
    } catch {
      post(.notice(Notice(error.phrase, isError: true)))
    }
  }

  package func refresh(
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void
  ) {
    do throws(StoreError) {
      let filling = FolderFilling(
        try catalogues(), setup, visible: { [] }, isCancelled: isCancelled, post: post)
      try filling.refresh()
    } catch {
      post(.notice(Notice(error.phrase, isError: true)))
    }
  }

  /// The catalogues of the folders and of the files, opened anew: each is used by one thread.
  func catalogues() throws(StoreError) -> [Catalogue] {
    var catalogues: [Catalogue] = []
    for root in roots {
      catalogues.append(
        try Catalogue(of: root, in: setup.folder, way: setup.way, version: setup.version))
    }
    if !files.isEmpty {
      catalogues.append(
        try Catalogue(ofFiles: files, in: setup.folder, way: setup.way, version: setup.version))
    }
    return catalogues
  }
}

extension FolderShelf.Setup {
  /// What was done with the documents of `catalogues`, also with those that were renamed or edited since.
  func allReadings(in catalogues: [Catalogue]) throws(StoreError) -> [String: DocumentReading] {
    var found: [String: DocumentReading] = [:]
    for catalogue in catalogues {
      guard let notes = notes(catalogue.root) else { continue }
      found.merge(try catalogue.unseen(by: notes, FolderDocuments(catalogue.root, reading))) {
        first, _ in first
      }
    }
    return readings().merging(found) { known, found in
      var reading = known
      (reading.notes, reading.words) = (found.notes, found.words)
      return reading
    }
  }
}
