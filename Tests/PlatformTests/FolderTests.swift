import Glibc
import Platform
import TestSupport
import Testing

@Suite struct FolderTests {
  @Test func `folders that are missing are made for their owner only`() throws {
    let temporary = try TemporaryFolder()
    try Folder.make(temporary.path + "/a/b/c")
    for name in ["/a", "/a/b", "/a/b/c"] {
      #expect(try TemporaryFolder.mode(of: temporary.path + name) == 0o700)
    }
    try Folder.make(temporary.path + "/a/b/c")
    #expect(Folder.names(in: temporary.path) == ["a"])
  }

  @Test func `a file in the way is told`() throws {
    let temporary = try TemporaryFolder()
    let file = try temporary.file("a", [])
    for path in [file, file + "/b"] {
      #expect(throws: FileError(path: path, reason: .system(ENOTDIR))) { try Folder.make(path) }
    }
    #expect(Folder.names(in: file).isEmpty)
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/s//"], "/s/rawi/x"), (["HOME": "/h"], "/h/.local/state/rawi/x"),
    (["XDG_STATE_HOME": "s", "HOME": "/h/"], "/h/.local/state/rawi/x"),
    (["XDG_STATE_HOME": "/"], "/rawi/x"), (["HOME": "h"], nil), ([:], nil),
  ])
  func `the user's folders follow the environment`(
    _ environment: [String: String], _ path: String?
  ) {
    #expect(UserFolder.state.path(of: "x", environment) == path)
  }

  @Test func `each kind of file has its folder`() {
    let paths = UserFolder.allCases.map { $0.path(["HOME": "/h"]) }
    #expect(paths == ["/h/.config", "/h/.local/share", "/h/.local/state", "/h/.cache"])
  }

  @Test(arguments: [
    ("/a/b", "/a", "b"), ("/a", "/", "a"), ("a", ".", "a"), ("a/", "a", ""), ("/", "/", ""),
  ])
  func `a path has a folder and a name`(_ path: String, _ folder: String, _ name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(FilePath.name(of: path) == name)
  }
}
