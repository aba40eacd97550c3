import Documents
import Platform

/// An article as it stands in a line of JSON: `{"id": 7, "title": "…", "text": "…"}`.
package struct CorpusLine: Hashable, Sendable {
  private static let identifierFields = ["id", "_id", "doc_id", "url"]

  /// What names it, as it is written; `nil` where nothing does.
  package var id: JSON?
  /// The text.
  package var text: String

  /// Why a line is no article.
  package enum Invalid: Error, Hashable, Sendable {
    /// It is no JSON.
    case form(JSONError)
    /// It is no UTF-8 from this byte on, counted from 1, and in no charset that can be told.
    case bytes(at: Int)
    /// It is JSON, and no object.
    case noObject
    /// None of these members is a text.
    case noText([String])

    /// What is wrong, in English.
    package var description: String {
      switch self {
      case .form(let error): error.description
      case .bytes(let byte): "not UTF-8 at byte \(byte); --encoding names another charset"
      case .noObject: "no JSON object"
      case .noText(let names): "no text in \(names.joined(separator: ", "))"
      }
    }
  }

  /// Reads a line, which is in UTF-8.
  ///
  /// - Throws: ``Refused``, which has the identifier where that can be read.
  /// - Complexity: O(*n*).
  package init(line: [UInt8], field: String? = nil) throws(Refused) {
    try self.init(JSONElements.Element(String(decoding: line, as: UTF8.self)), field: field)
  }

  /// Reads the value of a line, or of a list.
  ///
  /// - Parameters:
  ///   - element: the value.
  ///   - field: the member that holds the text; `nil` for the first that is there of `ArticleRecord.textNames`.
  /// - Throws: ``Refused``, which has the identifier where there is one.
  /// - Complexity: O(*n*).
  package init(_ element: JSONElements.Element, field: String? = nil) throws(Refused) {
    let id = element.value.flatMap(Self.id)
    if let error = element.error { throw Refused(id: id, reason: .form(error)) }
    guard let json = element.value, case .object = json else {
      throw Refused(id: nil, reason: .noObject)
    }
    let fields = field.map { [$0] } ?? ArticleRecord.textNames
    let strings = fields.lazy.compactMap { json[$0]?.string }
    guard let text = ArticleRecord.text(of: fields, in: json) ?? strings.first else {
      throw Refused(id: id, reason: .noText(fields))
    }
    (self.id, self.text) = (id, text)
  }

  private static func id(of json: JSON) -> JSON? {
    identifierFields.lazy.compactMap { json[$0] }.first(where: names)
  }

  /// Whether `value` can name an article.
  private static func names(_ value: JSON) -> Bool {
    switch value {
    case .string(let string): !string.isEmpty
    case .integer, .decimal, .verbatim: true
    default: false
    }
  }

  /// A line that is no article.
  package struct Refused: Error, Hashable, Sendable {
    /// What names it all the same.
    package var id: JSON?
    /// What is wrong with it.
    package var reason: Invalid
  }
}
