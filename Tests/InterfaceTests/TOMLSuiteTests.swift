import Foundation
import Testing

@testable import Interface

/// The public cases of toml-test (<https://github.com/toml-lang/toml-test>, MIT licence), which other
/// readers of TOML are held to as well: those that its list names for TOML 1.0.
///
/// `.ci/toml-test` lays them into `.build/toml-test`.
private enum PublicCases {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../.build/toml-test").standardized

  static var list: URL { folder.appending(path: "files-toml-1.0.0") }

  static var areThere: Bool { FileManager.default.isReadableFile(atPath: list.path) }

  /// The paths below `kind` of all files that end with `.toml`.
  static func names(_ kind: String) throws -> [String] {
    try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix(kind + "/") && $0.hasSuffix(".toml") }
  }

  static func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }
}

@Suite(.enabled(if: PublicCases.areThere, "needs .ci/toml-test to have been run"))
struct TOMLSuiteTests {
  @Test func `every valid file says what the suite says`() throws {
    let names = try PublicCases.names("valid")
    #expect(names.count > 150)
    for name in names {
      let json = try PublicCases.bytes(name.replacing(/toml$/, with: "json"))
      let expected = try JSONDecoder().decode(Expected.self, from: json)
      let table = try TOML.read(PublicCases.bytes(name), file: name)
      #expect(expected.matches(.table(table)), "\(name): \(TOMLText.printed(table))")
    }
  }

  @Test func `every invalid file is refused with a place and a message`() throws {
    let names = try PublicCases.names("invalid")
    #expect(names.count > 400)
    for name in names {
      let bytes = try PublicCases.bytes(name)
      #expect("\(name) must be refused") {
        try TOML.read(bytes, file: name)
      } throws: { error in
        (error as? TOMLError)?.description.contains("; allowed: ") == true
      }
    }
  }
}

/// What the suite expects: a table, an array, or a value as a word with its type.
private enum Expected: Decodable {
  case table([String: Expected])
  case array([Expected])
  case value(type: String, word: String)

  private struct Tagged: Decodable {
    var type: String
    var value: String
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let tagged = try? container.decode(Tagged.self) {
      self = .value(type: tagged.type, word: tagged.value)
    } else if let array = try? container.decode([Expected].self) {
      self = .array(array)
    } else {
      self = .table(try container.decode([String: Expected].self))
    }
  }

  func matches(_ content: TOML.Value.Content) -> Bool {
    switch (self, content) {
    case (.table(let expected), .table(let table)):
      expected.count == table.entries.count
        && table.entries.allSatisfy {
          expected[$0.key.name]?.matches($0.value.content) ?? false
        }
    case (.array(let expected), .array(let values)):
      expected.count == values.count
        && zip(expected, values).allSatisfy { $0.matches($1.content) }
    case (.value("string", let word), .string(let string)): word.utf8.elementsEqual(string.utf8)
    case (.value("integer", let word), .integer(let number)): Int(word) == number
    case (.value("bool", let word), .boolean(let flag)): word == "\(flag)"
    case (.value("float", let word), .float(let number)):
      Double(word) == number || (word.hasSuffix("nan") && number.isNaN)
    case (.value("datetime", let word), .dateTime(let moment)):
      moment.offset != nil && trimmed(word) == TOMLText.printed(moment)
    case (.value("datetime-local", let word), .dateTime(let moment)):
      moment.offset == nil && trimmed(word) == TOMLText.printed(moment)
    case (.value("date-local", let word), .date(let date)): word == TOMLText.printed(date)
    case (.value("time-local", let word), .time(let time)):
      trimmed(word) == TOMLText.printed(time)
    default: false
    }
  }

  /// A date and time without zeros at the end of the fraction of a second.
  private func trimmed(_ word: String) -> String {
    word.replacing(/(\.[0-9]*?)0+(?![0-9])/) { $0.output.1 }
  }
}
