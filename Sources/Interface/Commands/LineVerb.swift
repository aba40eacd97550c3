import CInterfaceData

/// A command of the line after `:` that takes an argument and no key.
package enum LineVerb: String, CaseIterable, Sendable {
  /// Changes a setting, or tells what it is.
  case set
  /// Changes the colours.
  case theme
  /// Goes to a name of the text, picked from a list.
  case go
  /// Writes the article with all that is marked in it as a page for a browser.
  case export
  /// Finds words, names and what is said in all articles of the library.
  case find
  /// Tells who speaks of whom in them.
  case who
  /// Says that names are of one in them.
  case join
  /// Says that they are not.
  case separate
}

/// What a line after `:` asks for.
package enum LineCommand: Hashable, Sendable {
  /// A command as a key calls it, as often as was said.
  case perform(Command, times: Int?)
  /// A place in per cent of the text.
  case percent(Int)
  /// A paragraph by its number, from 1; empty ones do not count.
  case paragraph(Int)
  /// The value of a setting, or the question for it.
  case set(Setting, String?)
  /// The name of a theme, or the question for it.
  case theme(String?)
  /// A name to go to, or its beginning.
  case name(String)
  /// The file that a page is written to, if one was named.
  case export(String?)
  /// What is looked for in all articles, by words and options.
  case find(String)
  /// Who speaks of whom, in what is found so or in all.
  case speakers(String)
  /// Which names are of one, with `=` between them.
  case join(String)
  /// Which are not.
  case separate(String)
}

/// Why a line after `:` is not understood.
package enum LineProblem: Error, Hashable {
  /// The name of no command; names that are like it.
  case unknown(String, near: [String])
  /// What is done without being asked for: saving.
  case needless(String)
  /// What another command of the program does: exporting.
  case elsewhere(String)
  /// Something after a command that takes nothing, or only a number.
  case superfluous(Command, String)
  /// The name of no setting.
  case unknownSetting(String)
}

extension LineCommand {
  /// Reads a line.
  ///
  /// Names are those of ``Command``, however they are written (``Command/called(_:)``), and ``LineVerb`` and
  /// the short forms of
  /// `CInterfaceData/interface/forms.tsv`, which people know from less and vim.
  package init(_ line: String) throws(LineProblem) {
    let line = Self.withLatinDigits(line)
    if let number = Int(line) {
      self = .paragraph(number)
    } else if let last = line.last, last == "%" || last == "٪", let number = Int(line.dropLast()) {
      self = .percent(number)
    } else {
      let parts = line.split(separator: " ", maxSplits: 1)
      let name = parts.first.map(String.init) ?? ""
      let argument = parts.count > 1 ? parts[1].trimmingSpaces : ""
      self = try Self.named(LineForms.builtIn[name] ?? name, argument)
    }
  }

  private static func named(
    _ name: String, _ argument: String
  ) throws(LineProblem) -> LineCommand {
    switch LineVerb(rawValue: name) {
    case .set: return try setting(argument)
    case .theme: return .theme(argument.isEmpty ? nil : argument)
    case .go: return .name(argument)
    case .export: return .export(argument.isEmpty ? nil : argument)
    case .find: return .find(argument)
    case .who: return .speakers(argument)
    case .join: return .join(argument)
    case .separate: return .separate(argument)
    case nil: break
    }
    guard let command = Command(rawValue: name) ?? Command.called(name) else {
      if ["w", "write", "save"].contains(name) { throw .needless(name) }
      if ["export", "saveas"].contains(name) { throw .elsewhere(name) }
      throw .unknown(name, near: Command.names(near: name))
    }
    guard argument.isEmpty || Int(argument) != nil else { throw .superfluous(command, argument) }
    return .perform(command, times: Int(argument))
  }

  private static func setting(_ argument: String) throws(LineProblem) -> LineCommand {
    let parts = argument.split(maxSplits: 1, omittingEmptySubsequences: false) {
      $0 == "=" || $0 == " "
    }
    let name = parts.first.map { $0.hasSuffix("?") ? String($0.dropLast()) : String($0) } ?? ""
    guard let setting = Setting(rawValue: name) else { throw .unknownSetting(name) }
    let value = parts.count > 1 ? parts[1].trimmingSpaces : ""
    return .set(setting, value.isEmpty ? nil : value)
  }

  /// `line` without spaces around it, and with 0 to 9 for the digits of Arabic and Persian.
  private static func withLatinDigits(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.trimmingSpaces.unicodeScalars {
      let isDigit = (0x660...0x669).contains(scalar.value) || (0x6F0...0x6F9).contains(scalar.value)
      result.append(isDigit ? Unicode.Scalar(0x30 + UInt8(scalar.value & 0xF)) : scalar)
    }
    return String(result)
  }
}

/// Short forms of commands.
package struct LineForms: Sendable {
  /// The forms of the program.
  package static let builtIn = LineForms()

  private let names: [String: String]

  private init() {
    let pairs = Table.rows(of: rawi_interface_forms()).filter { $0.count == 2 }
    names = Dictionary(pairs.map { ($0[0], $0[1]) }) { first, _ in first }
  }

  /// The name that `form` stands for.
  package subscript(form: String) -> String? { names[form] }

  /// All forms, in order.
  package var all: [String] { names.keys.sorted() }

  /// All names that forms stand for.
  package var targets: Set<String> { Set(names.values) }
}

extension StringProtocol {
  /// The text without spaces around it.
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
