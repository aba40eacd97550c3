import Platform

/// The file that keeps ``PersonalNames``.
package typealias PersonalNamesFile = PersonalListFile<PersonalNames>

/// The file in the data folder that keeps a personal list.
package struct PersonalListFile<List: PersonalList>: Sendable {
  /// The most bytes that the file may have: hundreds of thousands of entries.
  private static var limit: Int { 16 << 20 }

  /// The path of the file.
  package let path: String

  /// The file in `folder`.
  package init(in folder: DataFolder) { path = folder.path + "/" + List.fileName }

  /// The list in the file; an empty one where there is no file.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)``.
  package func read() throws(StoreError) -> List {
    do throws(FileError) {
      return List(text: try WholeFile.text(of: path, limit: Self.limit))
    } catch {
      guard error.reason == .missing else { throw StoreError(error) }
      return List(text: "")
    }
  }

  /// Lets the list learn from `items`, and puts them on disk where that changes them.
  ///
  /// The file is replaced whole, so that it is never half written; of two programs that learn at once
  /// both lessons are kept.
  ///
  /// - Throws: ``StoreError``; the file is then as it was.
  package func learn(from items: [JournalItem]) throws(StoreError) {
    try FolderLock.held(.exclusive, folderOf: path) { () throws(StoreError) in
      var list = try read()
      guard list.learn(from: items) else { return }
      do throws(FileError) {
        try FileReplacement.replace(path, with: list.text, isDurable: true)
      } catch {
        throw StoreError(error)
      }
    }
  }
}
