import Annotations
import ArabicAnalysis
import Glibc
import Platform

/// The file in the data folder that keeps a list of the user's.
package struct UserListFile: Sendable {
  /// The most bytes that the file may have: hundreds of thousands of entries.
  private static let limit = 16 << 20

  /// Which list it keeps.
  package let list: UserList
  /// The path of the file.
  package let path: String

  /// The file of `list` in `folder`.
  package init(_ list: UserList, in folder: DataFolder) {
    self.list = list
    path = folder.path + "/" + list.rawValue
  }

  /// The text of the file, in whichever charset it is; nothing where there is no file.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)``.
  package func text() throws(StoreError) -> String { UserListText.decoded(try bytes()) }

  private func bytes() throws(StoreError) -> [UInt8] {
    do throws(FileError) { return try WholeFile.bytes(of: path, limit: Self.limit) } catch {
      guard error.reason == .missing else { throw StoreError(error) }
      return []
    }
  }

  /// The list in the file; an empty one where there is no file.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)``.
  package func read() throws(StoreError) -> UserListText { UserListText(bytes: try bytes()) }

  /// The lines that cannot be used.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)``.
  package func unusableLines() throws(StoreError) -> [UserListProblem.Line] {
    switch list {
    case .names: lines(UserNames.entries(ofUsableLinesOf: try text()).problems)
    case .speakers: lines(UserSpeakers(usableLinesOf: try text()).unusableLines)
    }
  }

  func lines(_ problems: [UserNamesError]) -> [UserListProblem.Line] {
    problems.map { UserListProblem.Line($0, in: path) }
  }

  func lines(_ numbers: [Int]) -> [UserListProblem.Line] {
    numbers.map { UserListProblem.Line(path: path, number: $0, reason: .noSpeaker) }
  }

  /// Lets the list learn from `items`, and puts them on disk where that changes them.
  ///
  /// The file is replaced whole, so that it is never half written; of two programs that learn at once
  /// both lessons are kept.
  ///
  /// - Throws: ``StoreError``; the file is then as it was.
  package func learn(
    from items: [JournalItem], in article: String? = nil
  ) throws(StoreError) {
    _ = try change { $0.learn(from: items, as: list, in: article) ? 1 : 0 }
  }

  /// Forgets what the list says of `words`.
  ///
  /// - Returns: how many entries that were.
  /// - Throws: ``StoreError``; the file is then as it was.
  package func forget(words: String) throws(StoreError) -> Int {
    try change { $0.forget(words: words) }
  }

  /// Replaces the file where `body` has changed something; it tells how much.
  private func change(_ body: (inout UserListText) -> Int) throws(StoreError) -> Int {
    try FolderLock.held(.exclusive, folderOf: path) { () throws(StoreError) in
      var content = try read()
      let count = body(&content)
      guard count > 0 else { return 0 }
      do throws(FileError) {
        try FileReplacement.replace(path, with: content.bytes, isDurable: true)
      } catch {
        throw StoreError(error)
      }
      return count
    }
  }
}
