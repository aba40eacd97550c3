/// Collects the public declarations of a Swift file, as far as the formatter lets them look.
///
/// No parser of the language: it knows comments, strings, brackets and where a statement ends.
struct DeclarationScanner {
  private struct Scope {
    /// The types around, or `nil` inside a function.
    var owner: String?
    /// Whether cases are public here.
    var isPublicEnum = false
    /// The brackets that were open around it.
    var depth = 0
  }

  private var found: [PublicDeclaration] = []
  private var scopes = [Scope(owner: "")]
  private var statement = ""
  private var depth = 0

  private static let types = ["struct", "enum", "class", "actor", "protocol"]

  /// The public declarations of `source`, in order.
  static func publicDeclarations(of source: String) -> [PublicDeclaration] {
    var scanner = DeclarationScanner()
    let text = Array(SourceText.code(of: source))
    for (index, character) in text.enumerated() {
      scanner.take(character, before: text[(index + 1)...])
    }
    scanner.end(isBlock: false)
    return scanner.found
  }

  private mutating func take(_ character: Character, before rest: ArraySlice<Character>) {
    switch character {
    case "(", "[":
      depth += 1
      statement.append(character)
    case ")", "]":
      depth -= 1
      statement.append(character)
    case "{" where depth == 0:
      let scope = end(isBlock: true)
      scopes.append(scope)
    case "{":
      scopes.append(Scope(owner: nil, depth: depth))
      statement.append(character)
    case "}":
      if scopes.last?.depth == 0 { end(isBlock: false) } else { statement.append(character) }
      depth = scopes.popLast()?.depth ?? 0
    case ";" where depth == 0: end(isBlock: false)
    case "\n" where depth == 0 && !Self.goesOn(rest): end(isBlock: false)
    default: statement.append(character)
    }
  }

  /// Whether a statement goes on in the next line.
  private static func goesOn(_ rest: ArraySlice<Character>) -> Bool {
    let next = String(rest.drop { $0.isWhitespace }.prefix(6))
    return ["->", "where ", "throws", "{", ":", "async "].contains { next.hasPrefix($0) }
  }

  /// Ends the statement, and tells what the block after it, if there is one, is the inside of.
  @discardableResult
  private mutating func end(isBlock: Bool) -> Scope {
    var words = statement.split(whereSeparator: \.isWhitespace).map(String.init)
    statement = ""
    while words.first?.hasPrefix("@") == true { words.removeFirst() }
    guard let scope = scopes.last, let outer = scope.owner else { return Scope(owner: nil) }
    let isPublic = words.contains("public") || words.contains("open")
    words.removeAll { $0 == "public" || $0 == "open" }
    let line = Self.tidied(words.joined(separator: " "))
    if let index = words.firstIndex(where: Self.types.contains), index + 1 < words.count,
      !words[..<index].contains("func")
    {
      let name = words[index + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let owner = outer.isEmpty ? String(name) : "\(outer).\(name)"
      if isPublic { found.append(PublicDeclaration(owner: owner, signature: line, isType: true)) }
      return Scope(owner: owner, isPublicEnum: isPublic && words[index] == "enum")
    }
    if words.first == "extension", words.count > 1 {
      let name = String(words[1].prefix { $0 != ":" && $0 != "<" })
      if isPublic || line.contains(":") {
        found.append(PublicDeclaration(owner: name, signature: line, isType: false))
      }
      return Scope(owner: name)
    }
    if isPublic || scope.isPublicEnum && words.first == "case" {
      found.append(
        PublicDeclaration(
          owner: outer, signature: Self.signature(of: line, isBlock: isBlock), isType: false))
    }
    return Scope(owner: nil)
  }

  /// A declaration without the value that it begins with.
  private static func signature(of line: String, isBlock: Bool) -> String {
    let words = line.split(separator: " ")
    guard words.contains("var") || words.contains("let") else { return line }
    if let value = line.firstRange(of: " =") { return String(line[..<value.lowerBound]) }
    return isBlock ? line + " { get }" : line
  }

  private static func tidied(_ line: String) -> String {
    line.replacing("( ", with: "(").replacing(" )", with: ")").replacing("[ ", with: "[")
  }
}
