/// A value in a JSON text together with the way to it, so that a message can tell where something is
/// missing or of another kind.
package struct JSONValue: Sendable {
  /// What is missing or of another kind, and where.
  package struct Mismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// The names and indices that lead there, as `entities.0.type`; empty for the whole text.
    package var path: String
    /// What should stand there, in English.
    package var expected: String

    /// The way and what should stand there.
    package var description: String { (path.isEmpty ? "" : "\(path): ") + "\(expected) expected" }
  }

  /// The value.
  package let json: JSON
  /// The names and indices that lead to it, with dots between them.
  package let path: String

  /// The whole of a text.
  package init(_ json: JSON) { self.init(json, path: "") }

  private init(_ json: JSON, path: String) { (self.json, self.path) = (json, path) }

  /// The error that something else should stand here.
  package func mismatch(_ expected: String) -> Mismatch {
    Mismatch(path: path, expected: expected)
  }

  /// The member `name`.
  ///
  /// - Throws: ``Mismatch`` where this is no object or has no such member.
  package subscript(name: String) -> JSONValue {
    get throws(Mismatch) {
      guard case .object = json else { throw mismatch("an object") }
      guard let member = json[name] else { throw mismatch("a member \"\(name)\"") }
      return at(name, member)
    }
  }

  /// The member `name`; `nil` where there is none or it is `null`.
  package func optional(_ name: String) -> JSONValue? {
    json[name].flatMap { $0 == .null ? nil : at(name, $0) }
  }

  /// The elements.
  ///
  /// - Throws: ``Mismatch`` where this is no array.
  package var elements: [JSONValue] {
    get throws(Mismatch) {
      guard let values = json.array else { throw mismatch("an array") }
      return values.enumerated().map { at(String($0.offset), $0.element) }
    }
  }

  /// The string.
  ///
  /// - Throws: ``Mismatch`` for another kind of value.
  package var string: String {
    get throws(Mismatch) {
      guard let value = json.string else { throw mismatch("a string") }
      return value
    }
  }

  /// The whole number.
  ///
  /// - Throws: ``Mismatch`` for another kind of value.
  package var integer: Int {
    get throws(Mismatch) {
      guard let value = json.integer else { throw mismatch("a whole number") }
      return value
    }
  }

  /// The truth value.
  ///
  /// - Throws: ``Mismatch`` for another kind of value.
  package var bool: Bool {
    get throws(Mismatch) {
      guard let value = json.bool else { throw mismatch("true or false") }
      return value
    }
  }

  /// The string as one of the words that `Word` has.
  ///
  /// - Throws: ``Mismatch`` for another kind of value, or another word.
  package func word<Word: RawRepresentable<String>>(
    _ type: Word.Type = Word.self
  ) throws(Mismatch) -> Word {
    let text = try string
    guard let word = Word(rawValue: text) else {
      throw mismatch("a known word instead of \"\(text)\"")
    }
    return word
  }

  private func at(_ step: String, _ value: JSON) -> JSONValue {
    JSONValue(value, path: path.isEmpty ? step : "\(path).\(step)")
  }
}
