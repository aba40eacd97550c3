import ArabicText
import Glibc
import TestSupport
import Testing
@testable import Annotations

@Suite struct RefusedStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a folder in the place of the store is told`() throws {
    #expect(throws: StoreError.cannotOpen(path: folder.path, errno: EISDIR)) {
      try AnnotationStore(path: folder.path)
    }
  }

  @Test func `a folder that is missing is told`() throws {
    let path = folder.path + "/no/annotations.sqlite"
    #expect(throws: StoreError.cannotOpen(path: path, errno: ENOENT)) {
      try AnnotationStore(path: path)
    }
  }

  @Test(
    arguments: [(0o555, 0o644), (0o555, 0o444), (0o777, 0o444), (0o555, nil)] as [(mode_t, mode_t?)]
  )
  func `a store that may not be written is told`(_ modes: (mode_t, mode_t?)) async throws {
    if let file = modes.1 {
      _ = try AnnotationStore(path: folder.store)
      chmod(folder.store, file)
    }
    chmod(folder.path, modes.0)
    await #expect(processExitsWith: .success) { [path = folder.store as String] in
      becomeNobody()
      #expect(throws: StoreError.readOnly(path: path)) { try AnnotationStore(path: path) }
    }
  }

  @Test(.enabled(if: Volume.isAvailable, "a small disk can be mounted by root only"))
  func `a full disk is told, and what was confirmed is there`() throws {
    let volume = try Volume(on: folder, bytes: 512 * 1024)
    defer { volume.unmount() }
    let jumps = Array(repeating: TextOffset(123_456), count: 100)
    let place = ReadingPlace(offset: TextOffset(7), jumps: jumps)
    var kept = 0
    do {
      let store = try AnnotationStore(path: folder.store)
      #expect(throws: StoreError.diskFull(path: folder.store)) {
        while kept < 10_000 {
          try store.places.remember(place, forContentHash: "\(kept)")
          kept += 1
        }
      }
      #expect(try store.places.place(forContentHash: "\(kept - 1)") == place)
      #expect(try store.places.place(forContentHash: "\(kept)") == nil)
    }
    #expect(kept > 10 && kept < 10_000)
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == nil)
    for number in 0..<kept {
      #expect(try store.places.place(forContentHash: "\(number)") == place)
    }
    #expect(try store.places.forgetOldest(keeping: 10_000) == 0)
  }

  @Test(.enabled(if: Volume.isAvailable, "a small disk can be mounted by root only"))
  func `a disk that is full before the first use is told, and serves when there is room`() throws {
    let volume = try Volume(on: folder, bytes: 128 * 1024)
    defer { volume.unmount() }
    let filler = folder.path + "/filler"
    #expect(throws: FileProblem.self) {
      try TemporaryFolder.write([UInt8](repeating: 1, count: 256 * 1024), to: filler)
    }
    #expect(throws: StoreError.diskFull(path: folder.store)) {
      try AnnotationStore(path: folder.store)
    }
    unlink(filler)
    // A program that is just being started by another test may hold it for a moment.
    var room = statvfs()
    repeat { statvfs(folder.path, &room) } while room.f_bfree < room.f_blocks / 2
    let store = try AnnotationStore(path: folder.store)
    #expect(store.damagedFile == nil)
    try store.places.remember(ReadingPlace(offset: .zero), forContentHash: "a")
  }

  @Test func `every error says what is wrong and where`() {
    let errors: [StoreError] = [
      .noHome, .cannotMakeFolder(path: "/p", errno: EACCES), .cannotOpen(path: "/p", errno: EISDIR),
      .readOnly(path: "/p"), .diskFull(path: "/p"), .damaged(path: "/p"), .busy(path: "/p"),
      .newerSchema(path: "/p", found: 2, known: 1),
    ]
    for error in errors {
      #expect(error.description.contains(":"))
      #expect(error == .noHome || error.description.contains("/p"))
    }
  }
}
