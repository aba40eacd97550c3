import CAnalysisData
import Testing

@testable import EntityModel

@Suite("The file of the fast tagger")
struct StudentFileTests {
  private let bytes: [UInt8]
  private let teacher: ModelFile

  init() throws {
    let data = rawi_fast_tagger()
    bytes = Array(UnsafeRawBufferPointer(start: data.bytes, count: data.count))
    let tagger = rawi_tagger()
    teacher = try ModelFile(
      ModelBytes(viewing: UnsafeRawBufferPointer(start: tagger.bytes, count: tagger.count)),
      verifying: false)
  }

  @Test func `that in the program is an undamaged student of the tagger in the program`() throws {
    let student = try StudentFile(ModelBytes(copying: bytes), of: teacher, verifying: true)
    #expect(student.sharedLayers < teacher.shape.layers)
    #expect(try #require(NameTagger.fast).layerCount < teacher.shape.layers)
  }

  @Test func `as a file of one's own it is the tagger that it is in the program`() throws {
    let own = try NameTagger(copying: bytes)
    #expect(own.fingerprint == NameTagger.fast?.fingerprint)
    #expect(own.fingerprint != NameTagger.builtIn?.fingerprint)
  }

  @Test func `a student of another tagger is refused, and both taggers are told`() throws {
    var changed = bytes
    changed[80] ^= 1
    let other = bytes[80..<88].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } ^ 1
    let error = ModelError.wrongTeacher(expected: teacher.weights.checksum, found: other)
    #expect(throws: error) { try NameTagger(copying: changed) }
    #expect(error.description.contains(other.checksumText))
    #expect(error.description.contains("train it anew"))
    let tiny = try ModelFile(ModelBytes(copying: TinyModel().bytes()), verifying: true)
    #expect(throws: ModelError.self) {
      try StudentFile(ModelBytes(copying: bytes), of: tiny, verifying: true)
    }
  }

  @Test func `another version, sizes that cannot be and damage are told`() throws {
    func error(changing place: Int, to byte: UInt8) -> ModelError? {
      var changed = bytes
      changed[place] = byte
      do throws(ModelError) {
        _ = try StudentFile(ModelBytes(copying: changed), of: teacher, verifying: true)
      } catch { return error }
      return nil
    }
    #expect(error(changing: 8, to: 9) == .unsupportedVersion(9))
    for number in 0..<7 { #expect(error(changing: 15 + 4 * number, to: 0xFF) == .wrongShape) }
    for place in stride(from: WeightFile.headerLength, to: bytes.count, by: bytes.count / 7) {
      #expect(error(changing: place, to: bytes[place] ^ 0x10) == .wrongChecksum)
    }
    for count in [96, 97, bytes.count / 2, bytes.count - 1] {
      #expect(throws: ModelError.self) { try NameTagger(copying: bytes[..<count]) }
    }
  }
}
