import Glibc
import TestSupport
import Testing

/// What is known of a folder, damaged behind the pages that are read to open it.
struct DamagedCatalogueTests {
  private let folder: TemporaryFolder
  private let environment: [String: String]

  init() throws {
    folder = try TemporaryFolder()
    environment = BuiltProgram.environment.merging([
      "XDG_CACHE_HOME": folder.path + "/cache", "XDG_DATA_HOME": folder.path + "/data",
      "XDG_CONFIG_HOME": folder.path + "/config",
    ]) { $1 }
    _ = try folder.folder("news")
    _ = try folder.file("news/a.txt", "قال محمود عباس إن «السلام قريب» في رام الله.".utf8)
  }

  /// Writes over all pages but those of the list of tables and of what the catalogue is of.
  private func damage() throws {
    var found = glob_t()
    defer { globfree(&found) }
    #expect(glob(folder.path + "/cache/rawi/libraries/*.sqlite", 0, nil, &found) == 0)
    let path = String(cString: try #require(found.gl_pathv?[0]))
    var bytes = try TemporaryFolder.read(path)
    for place in 2 * 4096..<bytes.count { bytes[place] = UInt8(truncatingIfNeeded: place &* 167) }
    for end in ["-wal", "-shm", ""] { unlink(path + end) }
    try TemporaryFolder.write(bytes, to: path)
  }

  @Test(arguments: [
    ["library"], ["who", "--in"], ["report", "--html"], ["find", "السلام", "--in"],
    ["find", "--said-by", "عباس", "--in"],
  ])
  func `a command that meets damage says so in one line, and answers`(call: [String]) throws {
    func run() throws -> ChildProcess.Result {
      try ChildProcess.run(
        BuiltProgram.path("rawi"), call + [folder.path + "/news"], environment: environment)
    }
    let whole = try run()
    try damage()
    let mended = try run()
    #expect((mended.status, mended.text) == (0, whole.text))
    #expect(mended.message.split(separator: "\n").count == 1)
    #expect(mended.message.contains("made anew from its files"))
    let again = try run()
    #expect(again.text == whole.text && again.error.isEmpty)
  }

  @Test func `rebuild reads even a file again whose size and time are those that it had`() throws {
    func run(_ call: [String]) throws -> ChildProcess.Result {
      try ChildProcess.run(BuiltProgram.path("rawi"), call, environment: environment)
    }
    let news = folder.path + "/news"
    let path = news + "/a.txt"
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(try run(["library", news]).text.contains("السلام قريب"))
    try TemporaryFolder.write(Array("قال محمود عباس إن «السلام بعيد» في رام الله.".utf8), to: path)
    var times = [status.st_atim, status.st_mtim]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    #expect(try run(["library", news]).text.contains("قريب"))
    let rebuilt = try run(["library", "rebuild", news])
    #expect(rebuilt.status == 0 && rebuilt.text.contains("السلام بعيد"))
    #expect(try run(["library", news]).text == rebuilt.text)
    let wrong = try run(["library", news, "rebuild"])
    #expect(wrong.status == EX_USAGE && wrong.text.isEmpty)
  }
}
