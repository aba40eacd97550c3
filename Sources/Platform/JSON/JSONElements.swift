/// The values that follow one another in a text of JSON, of arrays their elements, one at a time.
///
/// Behind one that is no JSON the next is looked for where its brackets end, and where they do not, at the next
/// object that can be read.
///
/// - Complexity: O(*n*) in the length of the text for all of them; one value is held at a time.
package struct JSONElements: Sequence, IteratorProtocol {
  /// A value, and what is wrong with it: of one with half of a surrogate pair both are there, and of an object in which
  /// arrays or objects lie too deep, which are `null` then.
  package struct Element: Sendable {
    /// The value; `nil` for what is no JSON.
    package var value: JSON?
    /// What is wrong; `nil` where nothing is.
    package var error: JSONError?

    /// The value that `text` is.
    ///
    /// - Complexity: O(*n*).
    package init(_ text: String) {
      do throws(JSONError) { value = try JSON(parsing: text, takesHalves: false) } catch {
        self.error = error
        value = Array(text.utf8).withUnsafeBufferPointer { bytes in
          var parser = JSONParser(bytes: bytes)
          parser.skipSpace()
          let value = parser.lenientValue()
          parser.skipSpace()
          return parser.sign == nil ? value : nil
        }
      }
    }

    fileprivate init(value: JSON?, error: JSONError?) { (self.value, self.error) = (value, error) }
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Whether this is inside an array, and whether behind an element of it.
  private var (isInArray, isBehindElement) = (false, false)

  /// The values in `text`.
  package init(_ text: String) { bytes = Array(text.utf8) }

  package mutating func next() -> Element? {
    let (bytes, start) = (bytes, position)
    return bytes.withUnsafeBufferPointer { bytes in
      var parser = JSONParser(bytes: bytes)
      parser.position = start
      defer { position = parser.position }
      guard findNext(&parser) else {
        guard isInArray else { return nil }
        isInArray = false
        return Element(value: nil, error: parser.error("]"))
      }
      isBehindElement = true
      let element = element(&parser)
      // Of one that goes on to the end, the array has none, which need not be told as well.
      if element.value == nil, parser.sign == nil { isInArray = false }
      return element
    }
  }

  /// Moves `parser` to where the next value begins; `false` at the end.
  private mutating func findNext(_ parser: inout JSONParser) -> Bool {
    while true {
      parser.skipSpace()
      guard let sign = parser.sign else { return false }
      switch sign {
      case UInt8(ascii: "[") where !isInArray:
        (isInArray, isBehindElement) = (true, false)
      case UInt8(ascii: "]") where isInArray: isInArray = false
      case UInt8(ascii: ",") where isInArray && isBehindElement: isBehindElement = false
      default: return true
      }
      parser.position += 1
    }
  }

  /// The value that begins where `parser` stands, which goes behind it.
  private func element(_ parser: inout JSONParser) -> Element {
    let start = parser.position
    parser.takesHalves = false
    do throws(JSONError) {
      return Element(value: try parser.value(depth: 0), error: nil)
    } catch {
      parser.position = start
      if let value = parser.lenientValue() { return Element(value: value, error: error) }
      parser.passesDeep = false
      parser.position = start
      parser.skipBrackets()
      if !parser.isBehindClosed(start), let next = parser.nextObject(behind: start) {
        parser.position = next
      }
      if parser.position == start { parser.position += 1 }
      return Element(value: nil, error: error)
    }
  }
}

extension JSONParser {
  /// The sign that stands next; `nil` at the end.
  fileprivate var sign: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// The value that is next, with U+FFFD for half of a surrogate pair, and `null` for what lies too deep in an object.
  fileprivate mutating func lenientValue() -> JSON? {
    takesHalves = true
    passesDeep = sign == UInt8(ascii: "{")
    return try? value(depth: 0)
  }

  /// Goes behind what is no JSON: to where its brackets end, or before the comma or bracket behind it.
  mutating func skipBrackets() {
    var (depth, isInString) = (0, false)
    while let sign {
      switch sign {
      case UInt8(ascii: "\\") where isInString: position += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case _ where isInString: break
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
        if depth == 0 {
          position += 1
          return
        }
      case UInt8(ascii: ",") where depth == 0: return
      default: break
      }
      position += 1
    }
    position = min(position, bytes.count)
  }

  /// Whether what begins at `start` has ended where its bracket has, and not with all that there is.
  fileprivate func isBehindClosed(_ start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "{") else { return position < bytes.count }
    return position > start && bytes[position - 1] == UInt8(ascii: "}")
      && bytes[position...].contains { $0 > 0x20 }
  }

  /// Where the next object begins behind `start` that can be read and has the next value or the end behind it; one
  /// that begins a line, or stands behind a comma and the end of another.
  fileprivate func nextObject(behind start: Int) -> Int? {
    var parser = self
    for place in bytes.indices[start...].dropFirst() where bytes[place] == UInt8(ascii: "{") {
      guard beginsLine(place) || followsObject(place) else { continue }
      parser.position = place
      if (try? parser.value(depth: 0)) != nil, parser.endsElement() { return place }
    }
    return nil
  }

  private func beginsLine(_ place: Int) -> Bool {
    let before = bytes[..<place].last { $0 != 0x20 && $0 != 0x09 }
    return before == 0x0A || before == 0x0D
  }

  private func followsObject(_ place: Int) -> Bool {
    let written = bytes[..<place].lazy.reversed().filter { $0 > 0x20 }.prefix(2)
    return written.elementsEqual(",}".utf8)
  }

  /// Whether an object, or the end of all, is next.
  private mutating func endsElement() -> Bool {
    skipSpace()
    guard let sign else { return true }
    if sign == UInt8(ascii: "]") {
      position += 1
      skipSpace()
      return self.sign == nil
    }
    if sign == UInt8(ascii: ",") { position += 1 }
    skipSpace()
    return self.sign == UInt8(ascii: "{")
  }
}
