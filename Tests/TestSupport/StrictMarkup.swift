/// A page of HTML read strictly.
///
/// Every element is closed in its order, every attribute in quotation marks, every reference known: what
/// a browser would forgive is an error.
package struct StrictMarkup {
  /// An element as it was opened.
  package struct Element {
    /// Its name.
    package var name: String
    /// Its attributes, references resolved.
    package var attributes: [String: String]
    /// The text inside it and inside what it holds.
    package var text: String
  }

  /// Why a page is none.
  package struct Fault: Error, CustomStringConvertible {
    package var description: String
  }

  /// The elements in the order in which they begin.
  package private(set) var elements: [Element] = []

  private static let void: Set = ["meta", "link", "br", "img", "hr", "input"]
  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

  private var rest: Substring
  private var open: [Int] = []

  /// Reads `page`, which has to begin with its document type.
  package init(_ page: String) throws {
    rest = page[...]
    guard take("<!DOCTYPE html>\n") else { throw Fault(description: "no document type") }
    while !rest.isEmpty {
      if take("</") {
        try closeElement()
      } else if take("<") {
        try openElement()
      } else if inStyle {
        add(takeWhile { $0 != "<" })
      } else {
        add(try resolved(takeWhile { $0 != "<" }))
      }
    }
    guard open.isEmpty else { throw Fault(description: "\(elements[open[0]].name) is not closed") }
  }

  /// The elements of this name.
  package func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The elements that have this class among theirs.
  package func ofClass(_ name: String) -> [Element] {
    elements.filter {
      $0.attributes["class"]?.split(separator: " ").contains { $0 == name } ?? false
    }
  }

  /// Whether what comes is no markup, but rules or a script.
  private var inStyle: Bool {
    open.last.map { ["style", "script"].contains(elements[$0].name) } ?? false
  }

  private mutating func add(_ text: String) {
    for element in open { elements[element].text += text }
  }

  private mutating func take(_ prefix: String) -> Bool {
    guard rest.hasPrefix(prefix) else { return false }
    rest = rest.dropFirst(prefix.count)
    return true
  }

  private mutating func takeWhile(_ holds: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: holds)
    rest = rest[taken.endIndex...]
    return String(taken)
  }

  private mutating func closeElement() throws {
    let name = takeWhile { $0 != ">" }
    guard take(">"), let last = open.popLast(), elements[last].name == name else {
      throw Fault(description: "</\(name)> closes nothing that is open")
    }
  }

  private mutating func openElement() throws {
    let name = takeWhile { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard !name.isEmpty else { throw Fault(description: "< begins no element: \(rest.prefix(40))") }
    var attributes: [String: String] = [:]
    while take(" ") {
      let key = takeWhile { $0.isASCII && ($0.isLetter || $0 == "-") }
      guard !key.isEmpty, take("=\""), attributes[key] == nil else {
        throw Fault(description: "an attribute of \(name): \(rest.prefix(40))")
      }
      attributes[key] = try resolved(takeWhile { $0 != "\"" })
      guard take("\"") else { throw Fault(description: "\(key) of \(name) has no end") }
    }
    guard take(">") else { throw Fault(description: "\(name) has no end: \(rest.prefix(40))") }
    elements.append(Element(name: name, attributes: attributes, text: ""))
    if !Self.void.contains(name) { open.append(elements.count - 1) }
  }

  private func resolved(_ text: String) throws -> String {
    var result = ""
    for (number, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated()
    {
      guard number > 0 else { result += part; continue }
      guard let end = part.firstIndex(of: ";"),
        let letter = Self.references[String(part[..<end])]
      else { throw Fault(description: "&\(part.prefix(10)) is no reference") }
      result += letter + part[part.index(after: end)...]
    }
    guard !result.contains(">") || text.contains("&gt;") else {
      throw Fault(description: "a > that is not escaped")
    }
    return result
  }
}
