import CAnalysisData
import EntityModel
import Testing

@Suite struct NameListTests {
  private func builtInBytes() -> [UInt8] {
    let data = rawi_names()
    return Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
  }

  private func error(for bytes: [UInt8]) -> NameListError? {
    do throws(NameListError) {
      _ = try NameList(copying: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the built-in list is whole`() throws {
    let list = try NameList(copying: builtInBytes())
    #expect(list.count > 100_000)
    #expect(NameList.builtIn.count == list.count)
  }

  @Test func `a damaged list is refused with the reason`() {
    let bytes = builtInBytes()
    #expect(error(for: []) == .wrongMagic)
    #expect(error(for: Array("RAWINAME".utf8)) == .wrongMagic)
    var other = bytes
    other[0] = 0
    #expect(error(for: other) == .wrongMagic)
    other = bytes
    other[8] = 9
    #expect(error(for: other) == .unsupportedVersion(9))
    #expect(
      error(for: Array(bytes.dropLast(3)))
        == .wrongLength(expected: bytes.count, found: bytes.count - 3))
    other = bytes
    other[bytes.count / 2] ^= 1
    #expect(error(for: other) == .wrongChecksum)
    other = bytes
    other[bytes.count - 1] ^= 1
    #expect(error(for: other) == .wrongChecksum)
  }

  @Test(arguments: [
    ("فرنسا", NameKinds.place), ("محمد", .given), ("الأمم المتحدة", .organisation),
    ("أنطونيو", .given), ("خلال", .common), ("بي بي سي", .organisation), ("الأمم", .continues),
  ])
  func `names are found whatever their hamzas`(name: String, kind: NameKinds) throws {
    let entry = try #require(NameList.builtIn[NameKey(name)])
    #expect(entry.kinds.contains(kind))
  }

  @Test func `an unknown word is not found`() {
    #expect(NameList.builtIn[NameKey("زغطبلوق")] == nil)
  }

  @Test func `places and organisations carry their English name`() throws {
    let entry = try #require(NameList.builtIn[NameKey("الحوثيين")])
    #expect(NameList.builtIn.gloss(of: entry) == "Houthis")
    let other = try #require(NameList.builtIn[NameKey("الحوثيون")])
    #expect(other.gloss == entry.gloss)
  }

  @Test func `the key of a sequence depends on the order of its words`() {
    let first = NameKey("محمد")
    let second = NameKey("علي")
    #expect(first.appending(second) == NameKey("محمد علي"))
    #expect(first.appending(second) != second.appending(first))
  }
}
