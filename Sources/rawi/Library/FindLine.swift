import ArgumentParser
import Interface
import Library
import ReaderRuntime

/// The line behind `:find` in the reader: the words and options of `rawi find`, as a shell would part them.
enum FindLine {
  /// What `line` asks for.
  static func request(_ line: String) -> Result<FindRequest, LibraryRefusal> {
    do {
      let request = try FindOptions.parse(words(of: line)).request()
      if request.asksForNothing { return .failure(LibraryRefusal(Phrase(.callFindWhat))) }
      return .success(request)
    } catch {
      let message = String(FindOptions.message(for: error).prefix { !$0.isNewline })
      // What the options themselves refuse is told in the person's language already.
      let reason =
        CallFault.phrase(of: message).map { .phrase($0) } ?? Phrase.Argument.word(message)
      return .failure(LibraryRefusal(Phrase(.libraryLine, reason)))
    }
  }

  private static let marks: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

  /// The arguments of `line`: parted by spaces that do not stand in quotation marks, which are left out around
  /// the value of an option and stay around words that are looked for as they stand.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var end: Character?
    var isValue: Bool {
      !words.contains("--") && (word?.hasPrefix("--") == true || words.last.map(takesValue) == true)
    }
    for character in line {
      if let mark = end {
        if character == mark { end = nil }
        if character != mark || !isValue { word = (word ?? "") + [character] }
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else if let mark = marks[character] {
        end = mark
        word = (word ?? "") + (isValue ? [] : [character])
      } else {
        word = (word ?? "") + [character]
      }
    }
    return words + [word].compactMap(\.self)
  }

  /// Whether a value stands behind `word`.
  private static func takesValue(_ word: String) -> Bool {
    word.hasPrefix("--") && !word.contains("=") && word != "--copies"
  }
}
