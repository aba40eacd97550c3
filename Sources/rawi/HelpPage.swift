import ArgumentParser
import Interface
import Platform

/// The help of the program alone, which opens articles as its subcommand `read` does.
enum HelpPage {
  /// The help of the program with the arguments and options of the reader.
  static var text: String {
    let own = sections(of: Rawi.helpMessage())
    let reader = sections(of: ReadCommand.helpMessage()).filter { section in
      ["ARGUMENTS:", "OPTIONS:"].contains { section.hasPrefix($0) }
    }
    let place = own.firstIndex { $0.hasPrefix("OPTIONS:") } ?? own.endIndex
    let parts = own[..<place] + reader.map(withoutHelp) + own[place...].map(withoutTitle)
    return parts.reduce("") { text, part in
      // The options of both make one list.
      text + (text.isEmpty ? "" : part.hasPrefix(" ") ? "\n" : "\n\n") + part
    }
  }

  private static func sections(of help: String) -> [String] {
    help.split(separator: "\n\n").map { section in
      String(section.hasSuffix("\n") ? section.dropLast() : section)
    }
  }

  /// A section without the line on `--help`, which stands in that of the program.
  private static func withoutHelp(_ section: String) -> String {
    section.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("  -h, --help") }.joined(separator: "\n")
  }

  private static func withoutTitle(_ section: String) -> String {
    section.hasPrefix("OPTIONS:\n") ? String(section.dropFirst("OPTIONS:\n".count)) : section
  }
}

extension HelpPage {
  /// `text`, an answer of swift-argument-parser, as the person is to read it: help in their language,
  /// anything else as it is.
  static func localised(_ text: String) throws -> String {
    for (called, type) in commands(Rawi.self) where text == Rawi.helpMessage(for: type) {
      let words = typed(called)
      if Language.chosen.code == .arabic {
        return ArabicHelp(try CommandReference(of: Rawi.self), words: words).text
      }
      if words.isEmpty { return self.text }
      guard words != called, let parent = commands(Rawi.self).first(where: { $0.words == words })
      else { return text }
      return Rawi.helpMessage(for: parent.type)
    }
    return text
  }

  /// The words of a call without the subcommand at their end that nobody has typed, since it is meant
  /// where none is named.
  static func typed(_ words: [String]) -> [String] {
    guard let last = words.last, !RunningProgram.arguments.contains(last),
      let parent = commands(Rawi.self).first(where: { $0.words == words.dropLast() }),
      parent.type.configuration.defaultSubcommand?._commandName == last
    else { return words }
    return words.dropLast()
  }

  /// `type` and what stands under it, each with the words that call it; none is described before it is asked for.
  private static func commands(
    _ type: any ParsableCommand.Type, calledBy words: [String] = []
  ) -> [(words: [String], type: any ParsableCommand.Type)] {
    [(words, type)]
      + type.configuration.subcommands.flatMap { commands($0, calledBy: words + [$0._commandName]) }
  }
}
