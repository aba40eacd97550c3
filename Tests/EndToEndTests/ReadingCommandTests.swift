import Glibc
import TestSupport
import Testing

/// The subcommands that only read the annotations.
struct ReadingCommandTests {
  private let annotator: Annotator
  private let folder: String
  private let store: String

  init() throws {
    annotator = try Annotator()
    try annotator.annotate()
    folder = annotator.folder.path + "/rawi"
    store = folder + "/annotations.sqlite"
  }

  /// What is read, and whether it cannot be done without the store.
  struct Run: Sendable, CustomTestStringConvertible {
    var command: [String]
    var needsStore = true
    var testDescription: String { command.joined(separator: " ") }

    static let all =
      ["w3c", "brat", "conll", "jsonl", "csv", "markdown"].map {
        Run(command: ["export", "ARTICLE", "--format", $0])
      } + [
        Run(command: ["notes"]), Run(command: ["notes", "list"]),
        Run(command: ["notes", "backup", "FOLDER/copy.sqlite"]),
        Run(command: ["merge", "STORE", "STORE", "--of", "ARTICLE", "--compare"]),
        Run(command: ["analyze", "ARTICLE"], needsStore: false),
        Run(command: ["quotes", "ARTICLE"], needsStore: false),
        Run(command: ["show", "ARTICLE"], needsStore: false),
        Run(command: ["names"], needsStore: false), Run(command: ["keys"], needsStore: false),
      ]
  }

  private func run(_ run: Run) throws -> ChildProcess.Result {
    try annotator.run(
      run.command.map {
        $0.replacing("ARTICLE", with: annotator.article).replacing("STORE", with: store)
          .replacing("FOLDER", with: annotator.folder.path)
      })
  }

  /// All files of the store with what they hold.
  private var files: [String: [UInt8]] {
    get throws {
      Dictionary(
        uniqueKeysWithValues: try TemporaryFolder.listing(of: folder).map {
          ($0, try TemporaryFolder.read("\(folder)/\($0)"))
        })
    }
  }

  @Test(arguments: Run.all)
  func `a store is read and left as it is`(_ run: Run) throws {
    let before = try files
    let result = try self.run(run)
    #expect(result.status == 0, "\(result.message)")
    #expect(try files == before)
  }

  @Test(arguments: Run.all)
  func `no store is made where there is none`(_ run: Run) throws {
    for name in TemporaryFolder.listing(of: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
    _ = try self.run(run)
    #expect(access(folder, F_OK) != 0)
  }

  @Test(arguments: Run.all, ["", "-wal", "-journal"])
  func `a damaged store is told of and left as it is`(_ run: Run, _ beside: String) throws {
    var bytes = try TemporaryFolder.read(store)
    for place in 100..<140 { bytes[place] = 0xA5 }
    try TemporaryFolder.write(bytes, to: store)
    if !beside.isEmpty { try TemporaryFolder.write([], to: store + beside) }
    let before = try files
    let result = try self.run(run)
    #expect(try files == before)
    if run.needsStore {
      #expect(result.status == EX_DATAERR, "\(result.message)")
      #expect(result.message.contains("damaged"))
    } else {
      #expect(result.status == 0)
    }
  }

  @Test func `another database is no store, and is told`() throws {
    let other = annotator.folder.path + "/other.sqlite"
    try TemporaryFolder.write(try TemporaryFolder.read(store), to: other)
    // Version 0 of the tables, in the head of the file.
    var bytes = try TemporaryFolder.read(other)
    for place in 60..<64 { bytes[place] = 0 }
    try TemporaryFolder.write(bytes, to: other)
    let result = try annotator.run(["merge", other, other, "--of", annotator.article, "--compare"])
    #expect(result.status == EX_DATAERR)
    #expect(result.message.contains("other.sqlite"))
  }

  @Test func `nothing that was taken in hinders an export, whatever time it claims`() throws {
    let items = ["-9223372036854775808", "9223372036854775807", "1e30", "0"].enumerated().map {
      #"{"start":\#($0),"end":4,"label":"PER","rawi":{"id":"t\#($0)","created":\#($1),"note":"hi"}}"#
    }
    let notes = try annotator.folder.file(
      "times.jsonl", "{\"spans\":[\(items.joined(separator: ","))]}".utf8)
    let result = try annotator.run(["import", annotator.article, "--from", notes])
    #expect(result.status == 0)
    for format in ["w3c", "brat", "conll", "jsonl", "csv", "markdown"] {
      #expect(try annotator.run(["export", annotator.article, "--format", format]).status == 0)
    }
  }
}
