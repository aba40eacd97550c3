import Glibc

/// The file that keeps ``PersonalNames``.
package typealias PersonalNamesFile = PersonalListFile<PersonalNames>

/// The file in the data folder that keeps a personal list.
package struct PersonalListFile<List: PersonalList>: Sendable {
  /// The path of the file.
  package let path: String

  /// The file in `folder`.
  package init(in folder: DataFolder) { path = folder.path + "/" + List.fileName }

  /// The list in the file; an empty one where there is no file.
  ///
  /// - Throws: ``StoreError/cannotOpen(path:errno:)``.
  package func read() throws(StoreError) -> List {
    guard let file = fopen(path, "r") else {
      guard errno == ENOENT else { throw .cannotOpen(path: path, errno: errno) }
      return List(text: "")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    guard ferror(file) == 0 else { throw .cannotOpen(path: path, errno: EIO) }
    return List(text: String(decoding: bytes, as: UTF8.self))
  }

  /// Lets the list learn from `items`, and puts them on disk where that changes them.
  ///
  /// The file is replaced whole, so that it is never half written; of two programs that learn at once
  /// both lessons are kept.
  ///
  /// - Throws: ``StoreError``; the file is then as it was.
  package func learn(from items: [JournalItem]) throws(StoreError) {
    try FolderLock.exclusive(folderOf: path) { () throws(StoreError) in
      var list = try read()
      guard list.learn(from: items) else { return }
      try replace(with: Array(list.text.utf8))
    }
  }

  private func replace(with bytes: [UInt8]) throws(StoreError) {
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard file >= 0 else { throw .cannotOpen(path: temporary, errno: errno) }
    var rest = bytes[...]
    var number: Int32 = 0
    while !rest.isEmpty, number == 0 {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 { number = errno == EINTR ? 0 : errno } else { rest = rest.dropFirst(count) }
    }
    if number == 0, fsync(file) != 0 { number = errno }
    close(file)
    if number == 0, rename(temporary, path) != 0 { number = errno }
    guard number == 0 else {
      unlink(temporary)
      throw number == ENOSPC || number == EDQUOT
        ? .diskFull(path: path) : .cannotOpen(path: path, errno: number)
    }
  }
}
