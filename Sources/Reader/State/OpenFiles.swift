import Interface

/// A file among those that are open, as the list tells of it.
package struct OpenFile: Hashable, Sendable {
  /// How far it is read.
  package enum Condition: Hashable, Sendable {
    /// Nobody has looked at it yet.
    case unread
    /// It is read so far, in per cent.
    case read(percent: Int)
    /// It could not be opened.
    case failed
  }

  /// The name to show.
  package var name: String
  /// How far it is read.
  package var condition: Condition

  /// A file.
  package init(name: String, condition: Condition) {
    self.name = name
    self.condition = condition
  }
}

/// The files that were named when the program was started, in that order.
package struct OpenFiles: Hashable, Sendable {
  /// All of them.
  package var files: [OpenFile]
  /// The one that is being read.
  package var current: Int
  /// Whether they are the documents of a reading room, whose list tells of them.
  package var isRoom: Bool

  /// The files `files`.
  package init(files: [OpenFile] = [], current: Int = 0, isRoom: Bool = false) {
    self.files = files
    self.current = current
    self.isRoom = isRoom
  }
}

extension ReaderState {
  /// Takes over what files are open; this reader shows ``OpenFiles/current``.
  package mutating func list(_ files: OpenFiles) { self.files = files }

  /// Asks for the file `count` further on, or before, if there is one.
  mutating func openFile(by count: Int) -> [Effect] {
    if files.isRoom { return [.openInRoom(by: count)] }
    guard files.files.count > 1 else {
      notice = Notice(.onlyFile)
      return []
    }
    let next = files.current + count
    guard files.files.indices.contains(next) else {
      notice = Notice(count > 0 ? .lastFile : .firstFile)
      return []
    }
    return [.openFile(next)]
  }
}
