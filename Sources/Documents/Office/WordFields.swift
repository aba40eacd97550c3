/// The fields that are open: words that a program computes, with what it computes them by
/// (ECMA-376, part 1, §17.16).
struct WordFields {
  private struct Field {
    var instruction = ""
    var isResult = false
    var isLink = false
  }

  /// What the mark of a field does to the words behind it.
  enum Effect: Hashable {
    /// They lead to this address.
    case linkBegins(String)
    /// They no longer do.
    case linkEnds
  }

  private var open: [Field] = []
  /// The most bytes of an instruction: addresses are shorter.
  private static let longest = 8192

  /// Adds a piece of the instruction of the innermost field.
  mutating func add(_ instruction: String) {
    guard let field = open.last, !field.isResult,
      field.instruction.utf8.count + instruction.utf8.count <= Self.longest
    else { return }
    open[open.count - 1].instruction += instruction
  }

  /// Takes the mark of a type: where a field begins, where its words begin, where it ends.
  mutating func mark(_ type: String?) -> Effect? {
    switch type {
    case "begin": open.append(Field())
    case "separate":
      guard var field = open.popLast() else { return nil }
      let target = field.isResult ? nil : Self.target(field.instruction)
      field.isResult = true
      field.isLink = field.isLink || target != nil
      open.append(field)
      return target.map(Effect.linkBegins)
    case "end": return open.popLast()?.isLink ?? false ? .linkEnds : nil
    default: break
    }
    return nil
  }

  /// Where a field leads that is a link to another document: `HYPERLINK "https://…"`.
  static func target(_ instruction: String) -> String? {
    let words = instruction.split(separator: " ")
    guard words.first == "HYPERLINK", words.count > 1, !words[1].hasPrefix("\\") else { return nil }
    return String(words[1].filter { $0 != "\"" })
  }
}
