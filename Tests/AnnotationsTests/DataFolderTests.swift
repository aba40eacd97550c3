import Annotations
import Glibc
import TestSupport
import Testing

@Suite struct DataFolderTests {
  @Test(arguments: [
    (["XDG_DATA_HOME": "/data", "HOME": "/home/a"], "/data/rawi"),
    (["XDG_DATA_HOME": "/data//"], "/data/rawi"),
    (["XDG_DATA_HOME": "/"], "/rawi"),
    (["HOME": "/home/a"], "/home/a/.local/share/rawi"),
    (["HOME": "/home/a/"], "/home/a/.local/share/rawi"),
    (["XDG_DATA_HOME": "", "HOME": "/home/a"], "/home/a/.local/share/rawi"),
    (["XDG_DATA_HOME": "data", "HOME": "/home/a"], "/home/a/.local/share/rawi"),
    (["HOME": "/home/\u{645}\u{646}\u{649}"], "/home/\u{645}\u{646}\u{649}/.local/share/rawi"),
  ])
  func `the folder follows the environment`(_ variables: [String: String], _ path: String) throws {
    let folder = try DataFolder(environment: variables)
    #expect(folder.path == path)
    #expect(folder.annotations == path + "/annotations.sqlite")
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "home"], ["XDG_DATA_HOME": "data"]])
  func `without a home there is no folder`(_ variables: [String: String]) {
    #expect(throws: StoreError.noHome) { try DataFolder(environment: variables) }
  }

  @Test func `the first use makes the folders and the store for their owner only`() throws {
    let temporary = try TemporaryFolder()
    let folder = try DataFolder(environment: ["HOME": temporary.path])
    _ = try AnnotationStore(in: folder)
    for name in ["/.local", "/.local/share", "/.local/share/rawi"] {
      #expect(try TemporaryFolder.mode(of: temporary.path + name) == 0o700)
    }
    #expect(try TemporaryFolder.mode(of: folder.annotations) == 0o600)
  }

  @Test func `a folder that is there stays as it is`() throws {
    let temporary = try TemporaryFolder()
    chmod(temporary.path, 0o755)
    try DataFolder(path: temporary.path).make()
    #expect(try TemporaryFolder.mode(of: temporary.path) == 0o755)
  }

  @Test func `a file in the place of a folder is told`() throws {
    let temporary = try TemporaryFolder()
    let file = temporary.path + "/file"
    try TemporaryFolder.write([], to: file)
    #expect(throws: StoreError.cannotMakeFolder(path: file, errno: ENOTDIR)) {
      try DataFolder(path: file).make()
    }
    #expect(throws: StoreError.cannotMakeFolder(path: file + "/rawi", errno: ENOTDIR)) {
      try DataFolder(path: file + "/rawi").make()
    }
  }

  @Test func `a folder that may not be written is told`() async throws {
    let temporary = try TemporaryFolder()
    chmod(temporary.path, 0o555)
    await #expect(processExitsWith: .success) { [path = temporary.path as String] in
      becomeNobody()
      #expect(throws: StoreError.readOnly(path: path)) { try DataFolder(path: path).make() }
      #expect(throws: StoreError.cannotMakeFolder(path: path + "/rawi", errno: EACCES)) {
        try DataFolder(path: path + "/rawi").make()
      }
    }
  }
}

/// Gives up the rights of root, whom no mode of a folder keeps from writing; others stay who they are.
func becomeNobody() {
  guard getuid() == 0 else { return }
  #expect(setgid(65534) == 0 && setuid(65534) == 0)
}
