import Annotations
import Glibc
import TestSupport
import Testing

/// The real program where annotations cannot be kept.
@Suite(.serialized) struct RefusedNotesTests {
  private let folder: TemporaryFolder
  private let texts: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    texts = try TemporaryFolder()
    let words = (1...40).map { "كلمة\($0)" }
    file = try texts.file("a.txt", Array((words.joined(separator: " ") + "\n").utf8))
  }

  private func notes() throws -> Set<String> {
    Set(
      try AnnotatingReader.annotations(of: file, data: folder.path).map(\.annotation.note))
  }

  private func open(prefix: String? = nil) throws -> AnnotatingReader {
    let reader = try AnnotatingReader(file, data: folder.path, prefix: prefix)
    try reader.awaitScreen()
    return reader
  }

  /// One note is kept.
  private func begin() throws {
    let reader = try open()
    reader.note("first", selecting: "vw")
    try reader.await("note saved")
    try reader.quit()
  }

  @Test func `where files may not grow a note is not called saved, and what was is there`()
    async throws
  {
    try await ProgramThread.run {
      try begin()
      let reader = try open(prefix: "ulimit -f 40; trap '' XFSZ")
      var kept: Set = ["first"]
      // The log of changes grows with each of them.
      for words in 2...30 {
        reader.note("note \(words)", selecting: "vw")
        if try reader.awaitOne(of: "note saved", "disk I/O error") == "disk I/O error" { break }
        kept.insert("note \(words)")
      }
      #expect(kept.count < 29)
      // What was written is not lost: it can be taken up again. Reading goes on.
      reader.type("a\u{1B}")
      try reader.await("disk I/O error")
      try reader.quitWithoutUnsaved()
      #expect(try notes() == kept)
    }
  }

  @Test(.enabled(if: Volume.isAvailable, "a small disk can be mounted by root only"))
  func `on a full disk notes are shown, and are saved when there is room again`() async throws {
    try await ProgramThread.run {
      let volume = try Volume(on: folder, bytes: 1024 * 1024)
      defer { volume.unmount() }
      try begin()
      volume.fill("filler")
      let reader = try open()
      try reader.await("no room left")
      try reader.await("first")
      reader.note("second", selecting: "vww")
      try reader.await("no room left")
      unlink(folder.path + "/filler")
      // The note that could not be saved is taken up again.
      reader.type("a\u{13}")
      try reader.await("note saved")
      try reader.quit()
      #expect(try notes() == ["first", "second"])
    }
  }

  @Test(.enabled(if: Volume.isAvailable, "a disk can be mounted by root only"))
  func `of a disk that may not be written notes are shown, and that is said`() async throws {
    try await ProgramThread.run {
      let volume = try Volume(on: folder, bytes: 1024 * 1024)
      defer { volume.unmount() }
      try begin()
      try volume.setReadOnly(true)
      let reader = try open()
      try reader.await("cannot write")
      try reader.await("first")
      reader.note("second", selecting: "vww")
      try reader.await("cannot write")
      try reader.quitWithoutUnsaved()
      try volume.setReadOnly(false)
      #expect(try notes() == ["first"])
    }
  }

  @Test func `a damaged store is set aside whole and that is said`() async throws {
    try await ProgramThread.run {
      try begin()
      let store = folder.path + "/rawi/annotations.sqlite"
      let damaged = Array("this was a store".utf8) + (try TemporaryFolder.read(store)).dropFirst(16)
      try TemporaryFolder.write(damaged, to: store)
      let reader = try open()
      try reader.await("damaged")
      reader.note("new", selecting: "vw")
      try reader.await("note saved")
      try reader.quit()
      #expect(try TemporaryFolder.read(store + ".damaged-1") == damaged)
      #expect(try notes() == ["new"])
    }
  }

  @Test func `a store of a later version is said to be one and stays as it is`() async throws {
    try await ProgramThread.run {
      try begin()
      let store = folder.path + "/rawi/annotations.sqlite"
      // The number of the schema stands at byte 60 of the file (SQLite file format, §1.3).
      var bytes = try TemporaryFolder.read(store)
      bytes[63] += 40
      try TemporaryFolder.write(bytes, to: store)
      let reader = try open()
      try reader.await("later version")
      reader.note("new", selecting: "vw")
      try reader.await("not saved")
      try reader.quitWithoutUnsaved()
      #expect(try TemporaryFolder.read(store) == bytes)
    }
  }

  @Test func `two readers see what the other writes, and both notes of one passage stay`()
    async throws
  {
    try await ProgramThread.run {
      let pair = [try open(), try open()]
      pair[0].note("one", selecting: "vw")
      try pair[0].await("note saved")
      pair[1].note("two", selecting: "vww")
      try pair[1].await("note saved")
      // Each has the other's in its pane by and by.
      try pair[0].terminal.wait(for: "two")
      try pair[1].terminal.wait(for: "one")
      // The same passage, both begun before either is saved.
      for (reader, keys) in zip(pair, ["vwwathree", "vwafour"]) { reader.type(keys) }
      for reader in pair {
        reader.type("\u{13}")
        try reader.await("saved")
      }
      for reader in pair { try reader.quit() }
      #expect(try notes() == ["one", "two", "three", "four"])
    }
  }
}
