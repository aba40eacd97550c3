import Testing

@testable import EntityModel

@Suite("The file of the tagger")
struct ModelFileTests {
  private let bytes = TinyModel().bytes()

  @Test func `an undamaged file is taken`() throws {
    let tagger = try NameTagger(copying: bytes)
    #expect(tagger.layerCount == 2)
  }

  @Test func `other bytes are refused as no model`() {
    #expect(throws: ModelError.wrongMagic) { try NameTagger(copying: Array("a text".utf8)) }
    #expect(throws: ModelError.wrongMagic) { try NameTagger(copying: [UInt8]()) }
    #expect(throws: ModelError.wrongMagic) {
      try NameTagger(copying: [UInt8](repeating: 0, count: 4096))
    }
  }

  @Test func `another version is named`() {
    var changed = bytes
    changed[8] = 9
    #expect(throws: ModelError.unsupportedVersion(9)) { try NameTagger(copying: changed) }
  }

  @Test func `a file cut anywhere is refused`() {
    for end in stride(from: WeightFile.headerLength, to: bytes.count, by: 97) {
      #expect(throws: ModelError.self) { try NameTagger(copying: bytes[..<end]) }
    }
  }

  @Test func `a changed byte is noticed`() {
    for place in stride(from: WeightFile.headerLength, to: bytes.count, by: 101) {
      var changed = bytes
      changed[place] ^= 0x10
      #expect(throws: ModelError.wrongChecksum) { try NameTagger(copying: changed) }
    }
  }

  @Test func `sizes that no model can have are refused`() {
    for number in 0..<12 {
      var changed = bytes
      for byte in 0..<4 { changed[12 + 4 * number + byte] = 0xFF }
      #expect(throws: ModelError.self) { try NameTagger(copying: changed) }
    }
  }
}
