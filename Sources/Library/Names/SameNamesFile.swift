import Annotations
import ArabicAnalysis
import Documents
import Platform

/// The file in the data folder that keeps ``SameNames``: `same-names.tsv`.
///
/// A line is `same` or `other`, the names, and behind a `#` the day, with tabs between them. A line that begins
/// with `#` is switched off, as what was taken back is with `#-`. All else stays as the person has written it.
package struct SameNamesFile: Sendable {
  /// The most bytes that the file may have.
  private static let limit = 4 << 20

  /// The path of the file.
  package let path: String
  private let folder: DataFolder

  /// The file in `folder`.
  package init(in folder: DataFolder) {
    (self.folder, path) = (folder, folder.path + "/same-names.tsv")
  }

  /// What the file says; nothing where there is none.
  package struct Content: Hashable, Sendable {
    /// What was said, one after another.
    package var entries: [SameNames.Entry] = []
    /// The numbers of the lines that say nothing, counted from 1.
    package var unusableLines: [Int] = []
    /// What all of it comes to.
    package var names: SameNames { SameNames(entries) }
  }

  /// What is in the file.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)`` or ``StoreError/tooLong(path:limit:)``.
  package func read() throws(StoreError) -> Content {
    var content = Content()
    for line in UserListLine.all(in: try lines().texts.map { $0 + "\n" }.joined()) {
      if let entry = Self.entry(line) {
        content.entries.append(entry)
      } else {
        content.unusableLines.append(line.number)
      }
    }
    return content
  }

  /// Adds `entry`, said on `day`.
  ///
  /// The file is replaced whole, so that it is never half written; of two programs that say something at once,
  /// both are kept.
  ///
  /// - Throws: `StoreError`; the file is then as it was.
  package func say(_ entry: SameNames.Entry, on day: String) throws(StoreError) {
    try folder.make()
    try FolderLock.held(.exclusive, folderOf: path) { () throws(StoreError) in
      var lines = try lines()
      lines.append(([entry.kind.rawValue] + entry.names + ["#\(day)"]).joined(separator: "\t"))
      try replace(with: lines)
    }
  }

  /// Takes back what was said last, or the last time that `entry` was said.
  ///
  /// - Returns: what that was; `nil` where nothing is left.
  /// - Throws: `StoreError`; the file is then as it was.
  package func undo(_ entry: SameNames.Entry? = nil) throws(StoreError) -> SameNames.Entry? {
    guard PathCalls.status(of: path) != nil else { return nil }
    return try FolderLock.held(.exclusive, folderOf: path) { () throws(StoreError) in
      var lines = try lines()
      let texts = lines.texts
      let last = texts.lastIndex { text in
        guard let said = UserListLine(text).flatMap(Self.entry) else { return false }
        return entry == nil || entry == said
      }
      guard let last, let entry = UserListLine(texts[last]).flatMap(Self.entry) else { return nil }
      lines.replace(last, with: "#- " + texts[last])
      try replace(with: lines)
      return entry
    }
  }

  private func lines() throws(StoreError) -> StoredLines {
    do throws(FileError) {
      return StoredLines(try WholeFile.bytes(of: path, limit: Self.limit))
    } catch {
      guard error.reason == .missing else { throw StoreError(error) }
      return StoredLines([])
    }
  }

  private func replace(with lines: StoredLines) throws(StoreError) {
    let bytes = lines.bytes
    guard bytes.count <= Self.limit else { throw .tooLong(path: path, limit: Self.limit) }
    do throws(FileError) {
      try FileReplacement.replace(path, with: bytes, isDurable: true)
    } catch {
      throw StoreError(error)
    }
  }

  private static func entry(_ line: UserListLine) -> SameNames.Entry? {
    guard let kind = SameNames.Entry.Kind(rawValue: line[0]) else { return nil }
    let names = line.columns.dropFirst().prefix { !$0.hasPrefix("#") }
    return SameNames.Entry(kind, names.filter { !$0.isEmpty })
  }
}
