import ArabicText
import ArgumentParser
import Interface
import Library

/// What is asked of a library: words of articles, names, what is said, notes, days.
///
/// The reader reads the line behind `:find` by it, too.
struct FindOptions: ParsableArguments {
  // Words behind a minus look as options do.
  @Argument(parsing: .allUnrecognized, help: "The words that are looked for.")
  var words: [String] = []

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Show copies one by one, and not as one.")
  var copies = false

  /// The words without the `--` that ends the options, behind which they may look as these do.
  var asked: [String] {
    guard let end = words.firstIndex(of: "--") else { return words }
    return Array(words[..<end] + words[(end + 1)...])
  }

  func validate() throws {
    // An Arabic word is no name of an option.
    let option = words.prefix { $0 != "--" }.first {
      $0.hasPrefix("-") && $0.dropFirst().first.map(Self.isLatin) ?? false
    }
    if let option { throw ValidationError(.callUnknownOption, .path(option)) }
    _ = try request()
  }

  /// What is asked for.
  ///
  /// - Throws: `ValidationError` where a name, a query or a day is none.
  func request() throws -> FindRequest {
    var request = try filter.request(words: asked.joined(separator: " "))
    request.givesCopies = copies
    return request
  }

  private static func isLatin(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character == "-")
  }
}
