import ArabicText
import Foundation
import Testing

@testable import Interface

/// Every sentence in both languages, and none beside them.
struct CatalogueTests {
  @Test func `every sentence has its row and every row its sentence, once`() {
    let rows = Catalogue.rows.map(\.key)
    #expect(Set(rows) == Set(PhraseKey.allCases.map(\.rawValue)))
    #expect(rows.count == Set(rows).count)
  }

  @Test func `every command has its title and every title its command, once`() {
    let rows = CommandTable.builtIn.rows.map(\.command)
    #expect(Set(rows) == Set(Command.allCases))
    #expect(rows.count == Command.allCases.count)
  }

  private static let commandRows = CommandTable.builtIn.rows.map {
    Catalogue.Row(key: $0.command.rawValue, english: $0.english, arabic: $0.arabic)
  }

  @Test(arguments: Catalogue.rows)
  func `a sentence tells the same in both languages`(row: Catalogue.Row) throws {
    let english = try Template(row.english)
    let arabic = try Template(row.arabic)
    #expect(english.arguments == arabic.arguments)
    expectCategories(of: english, .english)
    expectCategories(of: arabic, .arabic)
  }

  @Test(arguments: Catalogue.rows + commandRows)
  func `each twin is written in its own letters`(row: Catalogue.Row) {
    #expect(!row.english.isEmpty && !row.arabic.isEmpty)
    #expect(!row.english.unicodeScalars.contains { ScalarProperties($0.value).isArabicLetter })
    // Keys are named as they are engraved, on Arabic keyboards too; a place in a file, or a name that is asked
    // about, is no words.
    if !["inFile", "reviewName"].contains(row.key),
      !row.key.hasPrefix("key") || row.key == "keyUnknown"
    {
      #expect(row.arabic.unicodeScalars.contains { ScalarProperties($0.value).isArabicLetter })
    }
  }

  private func expectCategories(of template: Template, _ language: Language.Code) {
    for case .plural(_, let cases) in template.parts {
      #expect(Set(cases.keys) == Set(PluralCategory.all(of: language)))
    }
  }

  @Test(arguments: Catalogue.rows + commandRows)
  func `a command in an Arabic sentence keeps the sign that it begins with`(row: Catalogue.Row)
    throws
  {
    // Outside of an isolate the sign would stand on the other side of the word (UAX #9, N1).
    var text = row.arabic
    while let start = text.firstIndex(of: "\u{2066}"),
      let end = text[start...].firstIndex(of: "\u{2069}")
    {
      text.removeSubrange(start...end)
    }
    #expect(text.firstMatch(of: /(^|[\s(])(:|--?)[A-Za-z]/) == nil)
  }

  @Test(arguments: SystemPhrases.keys.keys.sorted())
  func `what the system says of an error is said in both languages`(number: Int32) {
    let said = Phrase.Argument.system(number)
    #expect(said.string(in: .english) == String(cString: strerror(number)))
    #expect(
      !said.string(in: .arabic).unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
    )
  }

  @Test func `no words are drawn or told that the catalogue does not hold`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardized
    var count = 0
    for folder in ["Interface/Keymap", "Reader", "rawi/Doctor"] {
      let files = FileManager.default.enumerator(
        at: sources.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in files ?? FileManager.DirectoryEnumerator()
      where file.pathExtension == "swift" && !Self.files.contains(file.lastPathComponent) {
        let source = try String(contentsOf: file, encoding: .utf8)
        count += 1
        for line in source.split(separator: "\n") {
          for words in Self.words(inLiteralsOf: line) {
            Issue.record("\(file.lastPathComponent): \"\(words)\" is not from the catalogue")
          }
        }
      }
    }
    #expect(count > 40)
  }

  @Test func `no command tells on standard error what the catalogue does not hold`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/rawi").standardized
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in files ?? FileManager.DirectoryEnumerator()
    where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where line.contains("tell(") {
        count += 1
        for words in Self.words(inLiteralsOf: line) {
          Issue.record("\(file.lastPathComponent): \"\(words)\" is not from the catalogue")
        }
      }
    }
    #expect(count > 10)
  }

  @Test func `words in literals are found, names and interpolations are not`() {
    #expect(Self.words(inLiteralsOf: #"draw("find \(word) …", at: "x")"#) == ["find"])
    #expect(Self.words(inLiteralsOf: #"draw("\(name(of: x, "in")) · ") // "comment""#) == [])
    #expect(Self.words(inLiteralsOf: #"/// a "comment""#) == [])
  }

  /// Words of two Latin letters or more in the string literals of a line of code.
  ///
  /// What is interpolated, escapes and comments do not count, nor do the letters of a keyboard's rows.
  static func words(inLiteralsOf line: Substring) -> [String] {
    let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
    let line = String(code).replacing(/\\u\{[0-9A-F]+\}/, with: "")
    var depth = 0
    var isInside = false
    var literal = ""
    var words: [String] = []
    var previous: Character = " "
    for character in line {
      defer { previous = character }
      if depth > 0 {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
      } else if isInside, previous == "\\", character == "(" {
        depth = 1
      } else if character == "\"", previous != "\\" {
        isInside.toggle()
        if !isInside {
          words += literal.split { !($0.isASCII && $0.isLetter) }.map(String.init)
          literal = ""
        }
      } else if isInside {
        literal.append(previous == "\\" ? " " : character)
      }
    }
    return words.filter { $0.count > 1 && !exempt.contains($0.lowercased()) }
  }

  /// What is written to a file, the help of the command line and reports of faults, which are English.
  private static let files: Set = [
    "TerminalChoicesFile.swift", "DoctorCommand.swift", "FaultReport.swift",
  ]

  private static let exempt: Set = [
    // The letters of a keyboard's rows.
    "qwertyuiop", "qweriop", "asdfghjkl", "ashjk", "zxcvnm", "xnm",
    // The name of a theme.
    "terminal",
    // Values of settings, as they are typed.
    "auto", "hide", "ltr", "off", "on", "rtl", "show", "inverse", "logical", "visual", "words",
    // Words and escapes of TOML, a charset, and Latin in a sample.
    "true", "false", "xxxx", "xxxxxxxx", "utf", "bbc",
    // Names of rules and entities inside the program.
    "given", "own", "person", "speaker",
    // Names in the JSON of a correction.
    "correction", "scope",
    // Summaries of changes in the journal.
    "imported", "merged",
  ]
}
