import Foundation
import TestSupport
import Testing

/// Somebody at a shell who annotates an article, with files and annotations of their own.
struct Annotator {
  /// What the article says: 27 tokens, two sentences.
  static let text = """
    قالت وزيرة النقل ليلى الحداد إن «الجسر يربط القرى»، مضيفة أن العمل انتهى قبل موعده.
    وقال سامر العلي إن مدينة الزهراء سعيدة.

    """

  /// Where all that is theirs lies.
  let folder: TemporaryFolder
  /// Where the program keeps what it can make again, and the shelf stands.
  private let elsewhere: TemporaryFolder
  /// The path of a folder with nothing but the article.
  let shelf: String
  /// The path of the article.
  let article: String

  /// What it says.
  let text: String

  /// Somebody with an article of that name that says `text`.
  init(text: String = Self.text, name: String = "article.txt") throws {
    folder = try TemporaryFolder()
    elsewhere = try TemporaryFolder()
    shelf = try elsewhere.folder("shelf")
    _ = try elsewhere.file("shelf/" + name, text.utf8)
    article = try folder.file(name, text.utf8)
    self.text = text
  }

  /// The environment of a program that they run.
  var environment: [String: String] {
    BuiltProgram.environment.merging([
      "XDG_DATA_HOME": folder.path, "XDG_STATE_HOME": folder.path, "XDG_CONFIG_HOME": folder.path,
      "XDG_CACHE_HOME": elsewhere.path, "TERM": "linux",
    ]) { $1 }
  }

  /// Runs the program without a terminal.
  func run(
    _ arguments: [String], output: ChildProcess.Destination = .file
  ) throws -> ChildProcess.Result {
    try ChildProcess.run(
      BuiltProgram.path("rawi"), arguments, output: output, environment: environment)
  }

  /// What the program prints for `arguments`, where it has nothing to complain of.
  func output(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let result = try run(arguments)
    #expect(result.status == 0, sourceLocation: sourceLocation)
    #expect(result.message == "", sourceLocation: sourceLocation)
    return result.text
  }

  /// A file in brat's form that labels `words` of the article; notes go with the labels.
  func standoff(
    _ name: String, _ items: (label: String, words: String, note: String)...
  ) throws -> String {
    var lines = ""
    for (number, item) in items.enumerated() {
      let range = try #require(text.range(of: item.words))
      let scalars = text.unicodeScalars
      let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
      let end = start + item.words.unicodeScalars.count
      lines += "T\(number)\t\(item.label) \(start) \(end)\t\(item.words)\n"
      if !item.note.isEmpty { lines += "#\(number)\tAnnotatorNotes T\(number)\t\(item.note)\n" }
    }
    return try folder.file(name, lines.utf8)
  }

  /// Annotates a person, a place and a passage, one of them with a note.
  func annotate() throws {
    let notes = try standoff(
      "own.ann", ("PER", "ليلى الحداد", "من هي؟"), ("LOC", "الزهراء", ""),
      ("جسور", "الجسر يربط القرى", ""))
    #expect(try output("import", article, "--from", notes) == "3 taken in, 0 refused\n")
  }
}
