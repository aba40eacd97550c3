import Interface
import Reader

/// The manual page in mdoc, the language of mandoc and groff for manuals.
struct ManualPage {
  private var lines: [String] = []
  private let language: Language

  /// The page of `reference`, the whole program, in `language`.
  init(_ reference: CommandReference, in language: Language) {
    self.language = language
    lines.append(".Dd November 28, 2026")
    macro("Dt", "RAWI", "1")
    macro("Os")
    macro("Sh", "NAME")
    macro("Nm", "rawi")
    macro("Nd", said("reads Arabic news in the terminal"))
    addSynopsis(reference)
    macro("Sh", said("DESCRIPTION"))
    [reference.abstract, reference.discussion].forEach { paragraphs($0) }
    addCommands(reference)
    addKeys()
    addThemes()
    for section in ManualSections.all { add(section) }
  }

  /// The source of the page.
  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func addSynopsis(_ reference: CommandReference) {
    macro("Sh", said("SYNOPSIS"))
    for (words, command) in reference.all() where command.shownSubcommands.isEmpty {
      macro("Nm", "rawi")
      for word in words where word != "read" { macro("Cm", word) }
      for argument in command.shownArguments {
        lines.append((argument.isOptional ? ".Op " : ".") + syntax(of: argument))
      }
    }
  }

  private mutating func addCommands(_ reference: CommandReference) {
    macro("Sh", said("COMMANDS"))
    for (words, command) in reference.all() where !words.isEmpty {
      macro("Ss", (["rawi"] + words.filter { $0 != "read" }).joined(separator: " "))
      [command.abstract, command.discussion].forEach { paragraphs($0) }
      guard !command.shownArguments.isEmpty else { continue }
      macro("Bl", "-tag", "-width", "Ds")
      for argument in command.shownArguments {
        lines.append(".It " + syntax(of: argument))
        paragraphs(argument.abstract)
        if let value = argument.defaultValue, value != "false" {
          text(said("The default is") + " \(value).")
        }
      }
      macro("El")
    }
  }

  private mutating func addKeys() {
    macro("Sh", said("KEYS"))
    paragraphs("A number before a key repeats it. Keys work under the Arabic (101) keyboard, too.")
    paragraphs(
      """
      In a line that is typed, the arrows, Home and End move the caret as it is seen; Backspace and \
      Delete delete before it and at it, Ctrl-W a word, Ctrl-U the line.
      """)
    for group in CommandGroup.allCases {
      let bindings = Keymap.standard.bindings.filter { $0.command.group == group }
      guard !bindings.isEmpty else { continue }
      macro("Ss", Phrase(group.title).string(in: language))
      let items = bindings.map { binding in
        (
          binding.keys.map { $0.label(in: language) }.joined(separator: " "),
          binding.command.title(in: language)
        )
      }
      add(list: items)
    }
  }

  private mutating func addThemes() {
    macro("Sh", said("THEMES"))
    text(said("Built in are") + " \(ThemeCatalog.builtIn.map(\.name).joined(separator: ", ")).")
    paragraphs("A theme is a TOML file that gives a look to each of these roles:")
    add(list: Role.allCases.map { ($0.rawValue, $0.phrase.string(in: language)) })
  }

  private mutating func add(_ section: ManualSections.Section) {
    macro("Sh", said(section.title))
    paragraphs(section.text)
    add(list: section.items)
  }

  private mutating func add(list items: [(name: String, meaning: String)]) {
    guard !items.isEmpty else { return }
    macro("Bl", "-tag", "-width", "Ds")
    for item in items {
      macro("It", "Li", item.name)
      paragraphs(item.meaning)
    }
    macro("El")
  }

  private func syntax(of argument: CommandReference.Argument) -> String {
    let value = Self.quoted(argument.valueName ?? "value")
    let names = argument.names.map { "Fl " + Self.quoted(String($0.spelling.dropFirst())) }
    let more = argument.isRepeating ? " ..." : ""
    return switch argument.kind {
    case .positional: "Ar \(value)\(more)"
    case .flag: names.joined(separator: " | ")
    case .option: names.joined(separator: " , ") + " Ar \(value)\(more)"
    }
  }

  // MARK: Lines

  /// `english` in the language of the page.
  private func said(_ english: String) -> String {
    language.code == .arabic ? ArabicManual.translation(of: english) ?? english : english
  }

  /// Adds paragraphs of running text in the language of the page.
  private mutating func paragraphs(_ english: String?) {
    for (number, paragraph) in ArabicManual.paragraphs(of: english, in: language).enumerated() {
      if number > 0 { macro("Pp") }
      text(paragraph)
    }
  }

  /// The macros whose names stand before the arguments of others.
  private static let callable: Set<String> = ["Li"]

  private mutating func macro(_ name: String, _ arguments: String...) {
    let rest = arguments.map { Self.callable.contains($0) ? $0 : Self.quoted($0) }
    lines.append((["." + name] + rest).joined(separator: " "))
  }

  /// Adds running text: each sentence begins a line, and no line is long.
  private mutating func text(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let endsSentence = line.last.map { ".:!?".contains($0) } ?? false
      if !line.isEmpty, endsSentence || line.count + word.count > 76 {
        add(textLine: line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    add(textLine: line)
  }

  private mutating func add(textLine line: String) {
    let escaped = Self.escaped(line)
    // A line that begins with one of these would be a macro.
    lines.append(escaped.first.map { ".'".contains($0) } == true ? "\\&" + escaped : escaped)
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { $0 == "\\" ? Array("\\e") : [$0] })
  }

  /// An argument of a macro: in quotes where it has to be, and never taken for a macro itself.
  private static func quoted(_ argument: String) -> String {
    let escaped = String(Self.escaped(argument).flatMap { $0 == "\"" ? Array("\\(dq") : [$0] })
    let isWord = argument.count > 3 && argument.allSatisfy { $0.isLetter || $0 == "-" }
    return isWord || argument.hasPrefix("-") || argument.allSatisfy(\.isNumber)
      ? escaped : "\"\\&\(escaped)\""
  }
}
