/// A sentence with placeholders: a subset of ICU MessageFormat.
///
/// `{0}` stands for the first argument; `{0, plural, one {# hit} other {# hits}}` chooses by the
/// number that the argument is, `#` being the number. Braces cannot be written otherwise.
struct Template: Hashable, Sendable {
  /// A piece of a sentence.
  indirect enum Part: Hashable, Sendable {
    case literal(String)
    case argument(Int)
    case plural(Int, [PluralCategory: Template])
    /// The number that the plural around it is of.
    case number
  }

  /// What is wrong with a template.
  enum Problem: Error, Hashable {
    /// A brace without its twin.
    case unbalanced
    /// Something in braces that is neither an argument nor a plural; its text.
    case unknown(String)
    /// A plural without `other`.
    case noOther
  }

  var parts: [Part]

  /// Reads a template.
  init(_ source: String) throws(Problem) {
    try self.init(Substring(source).unicodeScalars, isInPlural: false)
  }

  private init(_ source: Scalars, isInPlural: Bool) throws(Problem) {
    parts = []
    var rest = source
    var literal = ""
    while let scalar = rest.first {
      switch scalar {
      case "{":
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(try Self.argument(try Self.group(&rest)))
        continue
      case "}": throw .unbalanced
      case "#" where isInPlural:
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.number)
      default: literal.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst()
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
  }

  typealias Scalars = Substring.UnicodeScalarView

  /// Takes `{…}` from the front; what stands between the braces.
  private static func group(_ rest: inout Scalars) throws(Problem) -> Scalars {
    var depth = 0
    for index in rest.indices {
      if rest[index] == "{" { depth += 1 }
      if rest[index] == "}" { depth -= 1 }
      guard depth == 0 else { continue }
      let content = rest[rest.startIndex..<index].dropFirst()
      rest = rest[index...].dropFirst()
      return content
    }
    throw .unbalanced
  }

  private static func argument(_ content: Scalars) throws(Problem) -> Part {
    let fields = content.split(separator: ",", maxSplits: 2)
    guard let index = fields.first.flatMap({ Int(String($0)) }) else {
      throw .unknown(String(content))
    }
    if fields.count == 1 { return .argument(index) }
    guard fields.count == 3, String(fields[1]) == " plural" else {
      throw .unknown(String(content))
    }
    var cases: [PluralCategory: Template] = [:]
    var rest = fields[2].drop { $0 == " " }
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "{" && $0 != " " })
      guard let category = PluralCategory(rawValue: name) else { throw .unknown(name) }
      rest = rest.drop { $0 != "{" }
      cases[category] = try Template(try group(&rest), isInPlural: true)
      rest = rest.drop { $0 == " " }
    }
    guard cases[.other] != nil else { throw .noOther }
    return .plural(index, cases)
  }

  /// The sentence that tells `arguments` in `language`; an argument that is not given is left out.
  func string(
    _ arguments: [Phrase.Argument], in language: Language, number: Int? = nil
  ) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): return text
      case .number: return number.map(language.string(of:)) ?? ""
      case .argument(let index):
        return arguments.indices.contains(index) ? arguments[index].string(in: language) : ""
      case .plural(let index, let cases):
        guard arguments.indices.contains(index), case .number(let number) = arguments[index]
        else { return "" }
        let chosen = cases[PluralCategory(of: number, in: language.code)] ?? cases[.other]
        return chosen?.string(arguments, in: language, number: number) ?? ""
      }
    }.joined()
  }

  /// The arguments that the template tells.
  var arguments: Set<Int> {
    Set(
      parts.flatMap { part -> [Int] in
        switch part {
        case .argument(let index): [index]
        case .plural(let index, let cases): [index] + cases.values.flatMap(\.arguments)
        case .literal, .number: []
        }
      })
  }
}
