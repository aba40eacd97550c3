import ArabicText
import Platform

/// The articles of a text in JSON, one after the other: an object a line, or values over any number of lines, of
/// arrays their elements, of one object that holds a list of them the elements of that.
///
/// - Complexity: O(*n*) for all of them, beside the text; one value is held at a time.
package struct ListedArticles: Sequence, IteratorProtocol {
  /// What should be an article.
  package struct Item: Sendable {
    /// Where it stands.
    package var place: ListPlace
    /// What is there.
    package var element: JSONElements.Element
  }

  private enum Values {
    case lines(EnumeratedSequence<[Substring.UTF8View]>.Iterator)
    case elements(EnumeratedSequence<JSONElements>.Iterator)
    case enclosed(EnumeratedSequence<[JSON]>.Iterator)
  }

  private var values: Values
  private let field: String?
  /// Whether they are the elements of an array.
  private let areInArray: Bool
  /// What the object is called that holds them.
  let name: String?

  /// The articles of a text.
  ///
  /// - Parameters:
  ///   - text: the JSON.
  ///   - field: the member that holds the text of an article; `nil` for one of the usual names.
  ///   - areLines: whether each line is known to be one.
  package init(_ text: String, field: String?, areLines: Bool = false) {
    self.field = field
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    let elements = JSONElements(text)
    let takesLines = areLines || Self.areArticles(lines, field)
    if !takesLines, let enclosed = EnclosedArticles(text, field: field) {
      (areInArray, name) = (true, enclosed.name)
      values = .enclosed(enclosed.elements.enumerated().makeIterator())
      return
    }
    name = nil
    areInArray = !takesLines && text.utf8.first { $0 > 0x20 } == UInt8(ascii: "[")
    values =
      areInArray || !takesLines && elements.prefix(Self.judgedLines).contains { $0.value != nil }
      ? .elements(elements.enumerated().makeIterator()) : .lines(lines.enumerated().makeIterator())
  }

  package mutating func next() -> Item? {
    switch values {
    case .lines(var lines):
      defer { values = .lines(lines) }
      while let (index, line) = lines.next() {
        if Self.isBlank(line) { continue }
        return Item(place: .line(index + 1), element: .init(String(Substring(line))))
      }
      return nil
    case .elements(var elements):
      defer { values = .elements(elements) }
      return elements.next().map { Item(place: .item($0 + 1), element: $1) }
    case .enclosed(var elements):
      defer { values = .enclosed(elements) }
      return elements.next().map { Item(place: .item($0 + 1), element: .init($1.line)) }
    }
  }

  /// How many of the first lines tell whether they are articles.
  package static let judgedLines = 16

  /// Whether each line is a value of its own: of the lines up to some place near the beginning half are articles.
  private static func areArticles(_ lines: [Substring.UTF8View], _ field: String?) -> Bool {
    var (count, articles) = (0, 0)
    for line in lines.lazy.filter({ !isBlank($0) }).prefix(judgedLines) {
      // An array over several lines is one value.
      if count == 0, line.elementsEqual("[".utf8) { return false }
      count += 1
      if ArticleRecord.isWhole(.init(String(Substring(line))), field: field) { articles += 1 }
      if articles > 0, articles * 2 >= count { return true }
    }
    return false
  }

  private static func isBlank(_ line: Substring.UTF8View) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  /// Whether these are several, or in an array, and one is an article.
  ///
  /// - Complexity: O(*n*) in those up to the first article.
  package var areList: Bool {
    (areInArray || prefix(2).reduce(0) { count, _ in count + 1 } > 1)
      && contains { ArticleRecord.isWhole($0.element, field: field) }
  }
}
