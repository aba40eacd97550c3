import Glibc
import Platform
import TestSupport
import Testing

/// Files whose names are no UTF-8, by whatever is done with files.
struct ForeignPathTests {
  private let parent: TemporaryFolder
  private let folder: String

  init() throws {
    parent = try TemporaryFolder()
    // «خبر» in windows-1256.
    folder = FilePath.string(Array((parent.path + "/").utf8) + [0xCE, 0xC8, 0xD1])
    try Folder.make(folder)
  }

  private var file: String { FilePath.join(folder, FilePath.string([0xD1, 0x2E, 0x74])) }

  /// What lies in the parent, by bytes, as another program sees it.
  private func listing() throws -> String {
    try ChildProcess.run("/bin/sh", ["-c", "cd \(parent.path); ls -R | od -An -tx1"]).text
  }

  @Test func `files are replaced, read, listed and removed by their bytes`() throws {
    try FileReplacement.replace(file, with: "نص", isDurable: true)
    #expect(try WholeFile.text(of: file, limit: 100) == "نص")
    #expect(Folder.names(in: folder) == [FilePath.name(of: file)])
    #expect(PathCalls.status(of: file)?.st_size == 4)
    #expect(try listing().contains("ce c8 d1"))
    #expect(FilePath.real(file) == file)
    PathCalls.unlink(file)
    #expect(Folder.names(in: folder) == [])
  }

  @Test func `files are held, and folders locked, by their bytes`() throws {
    let held = try HeldFile.write(Array("نص".utf8), to: file)
    #expect(try HeldFile.claim(file) == nil)
    #expect(try held.bytes(limit: 100) == Array("نص".utf8))
    held.remove()
    #expect(Folder.names(in: folder) == [])
    try FolderLock(.exclusive, folderOf: file).release()
    let temporary = try Descriptor.temporaryFile(in: folder, prefix: "a")
    close(temporary.descriptor)
    #expect(temporary.path.hasPrefix(folder + "/a"))
    #expect(Folder.names(in: folder) == [FilePath.name(of: temporary.path)])
  }

  @Test func `a failure is told with signs that can be shown`() {
    let missing = FileError(path: file, reason: .missing)
    #expect(!FilePath.hasEscapes("\(missing)"))
    #expect("\(missing)".contains("\u{FFFD}"))
  }

  @Test func `a child gets folders in its variables by their bytes`() throws {
    let program = ["/bin/sh", "-c", "test -d \"$XDG_DATA_HOME\""]
    let child = try ChildProgram(program, environment: ["XDG_DATA_HOME": folder]).start()
    #expect(child.waitForEnd() == 0)
  }
}
