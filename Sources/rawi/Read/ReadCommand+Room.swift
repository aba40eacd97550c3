import Annotations
import Corrections
import Documents
import Library
import Platform
import ReaderRuntime

/// Folders of articles, which are a reading room.
extension ReadCommand {
  /// Whether all that was named are folders.
  var isRoom: Bool { !sample && !files.isEmpty && files.allSatisfy(FolderFiles.isFolder) }

  /// What the reading room is called.
  var roomName: String {
    files.map { FilePath.name(of: FilePath.real($0) ?? $0) }.joined(separator: " + ")
  }

  /// What finds out what is in the folders.
  func shelf(_ analysis: AnalysisSetup, _ extent: Extent) -> FolderShelf {
    let environment = ProcessEnvironment.variables
    var reading = Corpus.Reading()
    reading.encoding = encoding
    reading.extent = extent
    reading.wrapped = lines.wrapped
    return FolderShelf(
      files,
      FolderShelf.Setup(
        folder: UserFolder.cache.path(of: "libraries", environment),
        way: CatalogueWay.of(encoding, lines, self.extent), version: Version.text,
        reading: reading, jobs: OpenLibrary.jobs, key: { [model] in model.key },
        analyzer: {
          var pipeline = analysis.pipeline()
          pipeline.usesAllProcessors = false
          let analyses = pipeline
          return { analyses.analyze($0, corrections: $1) }
        },
        notes: { root in
          guard let store = try? AnnotationStore(toRead: DataFolder(environment: environment))
          else { return nil }
          return try? LibraryNotes(store, of: root)
        },
        readings: {
          let store = try? AnnotationStore(toRead: DataFolder(environment: environment))
          return (try? store?.places.all()) ?? [:]
        }))
  }
}
