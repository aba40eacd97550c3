import Glibc
import TestSupport
import Testing

@testable import Platform

struct FileIdentityTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file is the same one when it is renamed, linked and written over in place`() throws
  {
    let path = try folder.file("a", [1])
    let kept = try #require(FileIdentity(ofFileAt: path)).kept
    try TemporaryFolder.write([2, 3], to: path)
    let renamed = folder.path + "/b"
    #expect(rename(path, renamed) == 0)
    #expect(symlink(renamed, path) == 0)
    for path in [path, renamed] {
      #expect(FileIdentity(ofFileAt: path)?.matches(kept) == true)
    }
    #expect(unlink(renamed) == 0)
    #expect(FileIdentity(ofFileAt: path) == nil)
  }

  @Test func `a file that has the number of one that is gone is another one`() {
    let old = FileIdentity(number: 12, born: 1_700_000_000_000_000_000)
    let new = FileIdentity(number: 12, born: 1_700_000_000_004_000_000)
    #expect(old.matches(old.kept) && !new.matches(old.kept))
  }

  @Test(arguments: [nil, 1_700_000_000_000_000_000])
  func `what was kept as a number alone is known by that`(born: Int64?) {
    let file = FileIdentity(number: 12, born: born)
    #expect(file.matches(12) && !file.matches(13))
    #expect(file.kept < 0 || file.kept == 12)
  }
}
