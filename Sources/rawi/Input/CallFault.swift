import ArgumentParser
import Interface
import Platform

/// What is wrong with a call of the program, for a person who reads Arabic.
///
/// swift-argument-parser tells it in English, and to programs not at all: what it says is matched with
/// the sentences that it has, and what none of them fits stays as it is.
struct CallFault {
  /// How it is told, line for line.
  let text: String

  /// The fault that `told` tells, the whole answer of the parser to a call; `message` is its first part.
  init(_ told: String, message: String, of reference: CommandReference) {
    var lines = [Phrase(.callFault, Self.fault(of: message)).string(in: .chosen)]
    let rest = told.split(separator: "\n").map(String.init)
    if let help = rest.lazy.compactMap({ Self.values(of: $0, in: "Help:  {}>  {}") }).first {
      lines.append("\(help[0])>: \(ArabicManual.translation(of: help[1]) ?? help[1])")
    }
    if let call = rest.lazy.compactMap({ Self.values(of: $0, in: "  See '{} --help' for {}") })
      .first
    {
      let words = HelpPage.typed(call[0].split(separator: " ").dropFirst().map(String.init))
      if let usage = ArabicHelp.usage(of: words, reference) { lines.append(usage) }
      lines.append(
        Phrase(.callSeeHelp, .word((["rawi"] + words + ["--help"]).joined(separator: " ")))
          .string(in: .chosen))
    }
    text = StandardError.withoutIsolates(lines.joined(separator: "\n"))
  }

  // MARK: Sentences

  /// The sentences of the parser, longer ones before those that they begin with.
  private static let sentences: [(english: String, key: PhraseKey)] = [
    ("Unknown option '{}'. Did you mean '{}'?", .callUnknownOptionLike),
    ("Unknown option '{}'", .callUnknownOption),
    ("Invalid option: {}", .callUnknownOption),
    ("Missing value for '{}'", .callMissingValue),
    ("The option '{}' does not take any value, but '{}' was specified.", .callTakesNoValue),
    ("Unexpected argument '{}'", .callUnexpected),
    ("{} unexpected arguments: '{}'", .callUnexpectedSeveral),
    ("Missing expected argument '{}'", .callMissingArgument),
    ("The value '{}' is invalid for '{}'. Please provide one of {}", .callValueOneOf),
    ("The value '{}' is invalid for '{}'", .callValueInvalid),
    (
      "Can't generate completion scripts for '{}'.\nPlease use "
        + "--generate-completion-script=<shell> with one of:\n    {}", .callUnknownShell
    ),
    (
      "Can't autodetect a supported shell.\nPlease use "
        + "--generate-completion-script=<shell> with one of:\n    {}", .callNoShell
    ),
  ]

  private static func fault(of message: String) -> Phrase.Argument {
    phrase(of: message).map { .phrase($0) } ?? .path(withoutMarks(message))
  }

  /// `message` without marks that set words apart, which would be shown as such.
  private static func withoutMarks(_ message: String) -> String {
    String(
      String.UnicodeScalarView(
        message.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
  }

  /// What `message` says, in no language yet; `nil` where it is no sentence of the parser.
  static func phrase(of message: String) -> Phrase? {
    for (english, key) in sentences {
      guard var values = values(of: message, in: english) else { continue }
      switch key {
      case .callUnexpectedSeveral:
        values = [values[1].split(separator: "', '").joined(separator: "، ")]
      case .callValueOneOf: values[2] = choices(values[2]).joined(separator: "، ")
      default: break
      }
      return Phrase(key, values.map(Phrase.Argument.path))
    }
    return nil
  }

  /// The values among which the parser lets choose: `'a', 'b' or 'c'.`, or a line of its own for each.
  private static func choices(_ list: String) -> [String] {
    let parts = list.split(separator: list.contains("'") ? "'" : "\n").map(String.init)
    return list.contains("'")
      ? parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).filter {
        $0 != "."
      }
      : parts.dropFirst().map { String($0.drop { " -".contains($0) }) }
  }

  /// What stands in `message` where `sentence` has `{}`; `nil` where it is another sentence.
  static func values(of message: String, in sentence: String) -> [String]? {
    let pieces = sentence.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, message.hasPrefix(first),
      message.dropFirst(first.count).hasSuffix(last)
    else { return nil }
    guard pieces.count > 1 else { return message == sentence ? [] : nil }
    var rest = message.dropFirst(first.count).dropLast(last.count)
    var values: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      values.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return values + [String(rest)]
  }
}
