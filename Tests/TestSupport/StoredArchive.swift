import Glibc

/// A ZIP archive whose members are stored as they are.
package struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive with `members`, in order.
  package init(_ members: [(name: String, content: [UInt8])]) {
    for member in members { add(member.name, member.content) }
  }

  /// The archive as a file.
  package var bytes: [UInt8] {
    body + directory + Array("PK\u{5}\u{6}".utf8) + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(body.count, 4) + number(0, 2)
  }

  /// Whether a library of the system can be opened, for tests that need it.
  package static func isInstalled(_ library: String) -> Bool { dlopen(library, RTLD_NOW) != nil }

  private mutating func add(_ name: String, _ content: [UInt8]) {
    let place = body.count
    let size = number(content.count, 4)
    // Version 2.0, names in UTF-8, stored, midnight of a day of 1980.
    let facts =
      number(20, 2) + number(0x800, 2) + number(0, 4) + number(0x21, 2)
      + number(Int(Self.checksum(content)), 4) + size + size + number(name.utf8.count, 2)
      + number(0, 2)
    body += Array("PK\u{3}\u{4}".utf8) + facts + Array(name.utf8) + content
    directory += Array("PK\u{1}\u{2}".utf8) + number(20, 2) + facts
    directory += number(0, 10) + number(place, 4) + Array(name.utf8)
    count += 1
  }

  private func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }

  /// CRC-32 as ZIP has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { rest, byte in
      (0..<8).reduce(rest ^ UInt32(byte)) { rest, _ in
        rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
      }
    }
  }
}
