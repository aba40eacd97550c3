import CursesTerminal
import Glibc
import Interface
import Reader

/// The help of a command in Arabic, from the same descriptions as that in English.
struct ArabicHelp {
  /// The longest line, in characters, indents left aside.
  private static let measure = 72

  private var lines: [String] = []

  /// The help of the command that `words` call, of the program of `reference`; for none, that of the program
  /// with the reader's options.
  init(_ reference: CommandReference, words: [String]) {
    guard let command = reference.all().first(where: { $0.words == words })?.command else { return }
    let arguments = command.allArguments
    add(command.abstract)
    add(command.discussion)
    lines.append(
      Self.usage(words, arguments, hasMore: !command.shownSubcommands.isEmpty))
    add("ARGUMENTS:", arguments.filter { $0.kind == .positional })
    add("OPTIONS:", arguments.filter { $0.kind != .positional })
    if !command.shownSubcommands.isEmpty {
      lines += ["", Self.title("SUBCOMMANDS:")]
      for subcommand in command.shownSubcommands {
        add(subcommand.commandName, subcommand.abstract)
      }
    }
  }

  /// The help, ordered for the terminal where one is written to.
  var text: String {
    guard isatty(STDOUT_FILENO) == 1 else { return lines.joined(separator: "\n") }
    let page = DoctorPage(.withoutTerminal(), columns: Self.measure + 8, language: .arabic)
    return lines.flatMap { $0.isEmpty ? [""] : page.lines($0) }.joined(separator: "\n")
  }

  /// How the command that `words` call is called, in one line; `nil` where there is none.
  static func usage(of words: [String], _ reference: CommandReference) -> String? {
    reference.all().first { $0.words == words }.map { words, command in
      usage(words, command.allArguments, hasMore: !command.shownSubcommands.isEmpty)
    }
  }

  private static func usage(
    _ words: [String], _ arguments: [CommandReference.Argument], hasMore: Bool
  ) -> String {
    let call = ["rawi"] + words
    let values = arguments.filter { $0.kind == .positional || !$0.isOptional }.map {
      $0.isOptional ? "[" + syntax(of: $0) + "]" : syntax(of: $0)
    }
    let more = hasMore && !words.isEmpty ? [title("<subcommand>")] : []
    return ([title("USAGE:")] + call + ["[" + title("options") + "]"] + values + more)
      .joined(separator: " ")
  }

  private static func title(_ english: String) -> String {
    ArabicManual.translation(of: english) ?? english
  }

  private mutating func add(_ paragraphs: String?) {
    for paragraph in ArabicManual.paragraphs(of: paragraphs, in: .arabic) {
      lines += Self.wrapped(paragraph) + [""]
    }
  }

  private mutating func add(_ heading: String, _ arguments: [CommandReference.Argument]) {
    guard !arguments.isEmpty else { return }
    lines += ["", Self.title(heading)]
    for argument in arguments {
      add(Self.syntax(of: argument), argument.abstract)
      if let value = argument.defaultValue, value != "false" {
        lines.append("      " + Self.title("The default is") + " \(value).")
      }
    }
  }

  private mutating func add(_ name: String, _ meaning: String?) {
    lines.append("  " + name)
    for paragraph in ArabicManual.paragraphs(of: meaning, in: .arabic) {
      lines += Self.wrapped(paragraph).map { "      " + $0 }
    }
  }

  private static func syntax(of argument: CommandReference.Argument) -> String {
    let value = "<\(argument.valueName ?? "value")>" + (argument.isRepeating ? "..." : "")
    let names = argument.names.map(\.spelling).joined(separator: ", ")
    return switch argument.kind {
    case .positional: value
    case .flag: names
    case .option: "\(names) \(value)"
    }
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if let last = lines.last, !last.isEmpty, last.count + word.count >= measure {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (lines.last?.isEmpty == true ? "" : " ") + word
      }
    }
    return lines
  }
}
