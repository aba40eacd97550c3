import ArabicText
import Glibc
import Testing
import TextLayout

/// The two files by which the Unicode Consortium tests implementations of UAX #9; Debian's package
/// `unicode-data` has them.
private enum ConformanceFile: String {
  case classes = "BidiTest.txt"
  case characters = "BidiCharacterTest.txt"

  static let folder = "/usr/share/unicode/"

  static var isInstalled: Bool { access(folder + ConformanceFile.classes.rawValue, R_OK) == 0 }

  /// The lines of the file without comments.
  func lines() throws -> [Substring.UTF8View.SubSequence] {
    let file = try #require(fopen(Self.folder + rawValue, "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return Substring(text).utf8.split(separator: UInt8(ascii: "\n")).filter {
      $0.first != UInt8(ascii: "#")
    }
  }
}

@Suite(.enabled(if: ConformanceFile.isInstalled, "needs Debian's package unicode-data"))
struct BidiConformanceTests {
  @Test func `every case of BidiTest resolves and reorders as the standard says`() throws {
    let names: [String: BidiClass] = Dictionary(
      uniqueKeysWithValues: BidiClass.allCases.map { ("\($0)".uppercased(), $0) })
    var expectedLevels: [UInt8?] = []
    var expectedOrder: [Int] = []
    var cases = 0
    var failures: [String] = []
    for line in try ConformanceFile.classes.lines() {
      if line.first == UInt8(ascii: "@") {
        let fields = words(line)
        if fields.first == "@Levels:" { expectedLevels = fields.dropFirst().map { UInt8($0) } }
        if fields.first == "@Reorder:" { expectedOrder = fields.dropFirst().compactMap { Int($0) } }
        continue
      }
      let halves = line.split(separator: UInt8(ascii: ";"))
      let classes = try words(halves[0]).map { try #require(names[$0]) }
      let directions = try #require(Int(words(halves[1])[0], radix: 16))
      for (bit, direction) in [(1, nil), (2, Direction.leftToRight), (4, .rightToLeft)]
      where directions & bit != 0 {
        cases += 1
        let resolved = BidiLevels(classes: classes, direction: direction)
        if !conforms(resolved, classes, expectedLevels, expectedOrder), failures.count < 10 {
          failures.append("\(classes) \(String(describing: direction))")
        }
      }
    }
    #expect(cases == 770_241)
    #expect(failures == [])
  }

  @Test func `every case of BidiCharacterTest resolves and reorders as the standard says`() throws {
    var cases = 0
    var failures: [String] = []
    for line in try ConformanceFile.characters.lines() {
      let fields = line.split(separator: UInt8(ascii: ";"))
      let scalars = try words(fields[0]).map { try #require(UInt32($0, radix: 16)) }
      let direction: Direction? =
        switch fields[1].first {
        case UInt8(ascii: "0"): .leftToRight
        case UInt8(ascii: "1"): .rightToLeft
        default: nil
        }
      let base = try #require(UInt8(words(fields[2])[0]))
      let levels = words(fields[3]).map { UInt8($0) }
      let order = fields.count > 4 ? words(fields[4]).compactMap { Int($0) } : []
      cases += 1
      let resolved = BidiLevels(scalars: scalars, direction: direction)
      let classes = scalars.map { ScalarProperties($0).bidi }
      let isRight = resolved.base == base && conforms(resolved, classes, levels, order)
      if !isRight, failures.count < 10 {
        failures.append(words(fields[0]).joined(separator: " "))
      }
    }
    #expect(cases == 91_707)
    #expect(failures == [])
  }

  private func words(_ bytes: Substring.UTF8View.SubSequence) -> [String] {
    bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Compares levels after rule L1 and the order after L2; `nil` marks scalars that rule X9 removes.
  private func conforms(
    _ resolved: BidiLevels, _ classes: [BidiClass], _ levels: [UInt8?], _ order: [Int]
  ) -> Bool {
    guard levels.count == classes.count else { return false }
    var found = resolved.levels
    Reordering.resetWhiteSpace(&found, classes: classes, base: resolved.base)
    for (have, want) in zip(found, levels) {
      if let want, have != want { return false }
    }
    let kept = classes.indices.filter { levels[$0] != nil }
    let visual = Reordering.visualOrder(levels: kept.map { found[$0] })
    return visual.map { kept[$0] } == order
  }
}
