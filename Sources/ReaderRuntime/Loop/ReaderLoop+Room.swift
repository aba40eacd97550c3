import Interface
import Platform
import Reader

extension ReaderLoop {
  /// Shows the list of the reading room.
  ///
  /// - Returns: `false` where that ends the program.
  func openRoom() -> Bool {
    guard session.number != Self.roomNumber, let list = others[Self.roomNumber] else { return true }
    session.remember()
    list.state.adoptChoices(of: session.state)
    others[session.number] = session
    others[Self.roomNumber] = nil
    session = list
    room?.lookForReadings()
    return true
  }

  /// Reads a document of the reading room.
  ///
  /// - Returns: `false` where that ends the program.
  func open(listed id: RoomDocument.ID) -> Bool {
    open(number(of: id))
  }

  /// The number of a document of the reading room among the sources, where it is put now if it is none.
  func number(of id: RoomDocument.ID) -> Int {
    let source =
      id.item.map { ArticleSource.item($0, of: id.path, hash: id.hash) }
      ?? ArticleSource.file(id.path)
    let known = sources.firstIndex { other in
      other == source || id.item == nil && other.path.flatMap(FilePath.real) == id.path
    }
    if let known { return known }
    sources.append(source)
    return sources.count - 1
  }

  /// Reads the document so many rows behind the one that is read in the list of the reading room, or before.
  ///
  /// - Returns: `false` where that ends the program.
  func openInRoom(by count: Int) -> Bool {
    guard let id = session.source.listed, let list = others[Self.roomNumber] else { return true }
    guard let next = list.state.stepInRoom(from: id, by: count) else {
      session.state.notify(list.state.endOfRoom(by: count))
      return true
    }
    return open(listed: next)
  }
}
