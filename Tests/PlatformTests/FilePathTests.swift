import Glibc
import Platform
import TestSupport
import Testing

/// Names of files are bytes, whatever they are.
@Suite struct FilePathTests {
  private static let names: [[UInt8]] = [
    Array("خبر.txt".utf8), [0xCE, 0xC8, 0xD1, 0x2E, 0x74], [0xFF], Array("a".utf8) + [0xD8],
    [0xE2, 0x80], [0xF4, 0x8F, 0xBB, 0x87], Array("\u{10FEC7}x".utf8) + [0xC7],
    [0xED, 0xA0, 0x80], [0xC0, 0xAF],
  ]

  @Test(arguments: names) func `a string of a path gives its bytes back`(name: [UInt8]) {
    let path = FilePath.string(name)
    #expect(FilePath.bytes(of: path) == name)
    FilePath.withBytes(of: path) {
      #expect(strlen($0) == name.count && memcmp($0, name, name.count) == 0)
    }
    #expect(!FilePath.hasEscapes(FilePath.shown(path)))
  }

  @Test func `any bytes are a path and come back`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let bytes = RandomText.bytes(Int.random(in: 0...12, using: &generator), using: &generator)
      #expect(FilePath.bytes(of: FilePath.string(bytes)) == bytes)
    }
  }

  @Test func `a file whose name is no UTF-8 is read and has a real path`() throws {
    let folder = try TemporaryFolder()
    let path = FilePath.join(folder.path, FilePath.string([0xCE, 0xC8, 0xD1]))
    let file = FilePath.withBytes(of: path) { fopen($0, "w") }
    fputs("خبر", file)
    fclose(file)
    #expect(try WholeFile.text(of: path, limit: 100) == "خبر")
    #expect(FilePath.real(path).map { FilePath.name(of: $0) } == FilePath.name(of: path))
    let child = ChildProgram(["/bin/cat", path])
    #expect(child.output(within: .seconds(30)) == Array("خبر".utf8))
  }

  @Test func `what came from standard input is called so`() {
    let keys = [StreamKey.make(), StreamKey.make()]
    #expect(keys[0] != keys[1])
    #expect(keys.map(FilePath.shown) == ["standard input", "standard input"])
    #expect(FilePath.shown("/tmp/| 1 2") == "/tmp/| 1 2")
  }

  @Test func `a file that is not there has the path of its folder`() throws {
    let folder = try #require(FilePath.real("/tmp"))
    #expect(FilePath.absolute("/tmp/../tmp/no-such-file") == FilePath.join(folder, "no-such-file"))
    let here = try #require(FilePath.real("."))
    #expect(FilePath.absolute("no-such-file") == FilePath.join(here, "no-such-file"))
    #expect(FilePath.absolute("/no-such-folder/no-such-file") == "/no-such-folder/no-such-file")
  }
}
