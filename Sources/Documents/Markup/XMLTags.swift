/// Finds the tags of XML that may be none, without a parser.
struct XMLTags {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// A tag.
  struct Tag {
    /// What it is.
    enum Kind { case start, end, empty }

    var kind: Kind
    var name: Bytes
    /// Where it ends, behind its last sign.
    var end: Int
    /// Whether all of its attributes are as XML wants them.
    var isStrict: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether `text` stands at `position`.
  func has(_ text: StaticString, at position: Int) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  /// Where the next `text` from `position` on ends; the end of all where there is none.
  func end(of text: StaticString, from position: Int) -> Int {
    text.withUTF8Buffer { text in
      var rest = bytes[position...]
      while let found = rest.firstIndex(of: text[0]) {
        rest = bytes[found...]
        if rest.starts(with: text) { return found + text.count }
        rest = rest.dropFirst()
      }
      return bytes.count
    }
  }

  /// Where the declaration at `position` ends, with what it declares between brackets.
  func endOfDeclaration(from position: Int) -> Int {
    let end = end(of: ">", from: position)
    guard let bracket = bytes[position..<end].firstIndex(of: 0x5B) else { return end }
    // A bracket may stand in a value, and the declaration need not end.
    let close = self.end(of: "]", from: bracket)
    return self.end(of: ">", from: close)
  }

  /// The tag at `position`; `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the bytes of the tag.
  func tag(at position: Int) -> Tag? {
    var place = position + 1
    let isEnd = place < bytes.count && bytes[place] == 0x2F
    if isEnd { place += 1 }
    let name = bytes[place...].prefix(while: Self.isOfName)
    guard let first = name.first, first == 0x5F || (0x61...0x7A).contains(first | 0x20) else {
      return nil
    }
    place = name.endIndex
    var isStrict = true
    while true {
      let attribute = bytes[place...].drop { $0 <= 0x20 }
      guard let sign = attribute.first else { return nil }
      let start = attribute.startIndex
      if sign == 0x3E {
        return Tag(kind: isEnd ? .end : .start, name: name, end: start + 1, isStrict: isStrict)
      }
      if has("/>", at: start) {
        return Tag(kind: .empty, name: name, end: start + 2, isStrict: isStrict && !isEnd)
      }
      // A sign of a tag in a tag: what went before was none.
      if sign == 0x3C { return nil }
      if let end = endOfAttribute(attribute) {
        isStrict = isStrict && start > place
        place = end
      } else {
        isStrict = false
        place = attribute.dropFirst().drop { $0 > 0x20 && $0 != 0x3E && $0 != 0x3C }.startIndex
      }
    }
  }

  /// Where an attribute ends whose value stands between marks.
  private func endOfAttribute(_ attribute: Bytes) -> Int? {
    let name = attribute.prefix(while: Self.isOfName)
    var rest = attribute[name.endIndex...].drop { $0 <= 0x20 }
    guard !name.isEmpty, rest.popFirst() == 0x3D else { return nil }
    rest = rest.drop { $0 <= 0x20 }
    guard let mark = rest.popFirst(), mark == 0x22 || mark == 0x27 else { return nil }
    // No value of a feed is longer, and a mark that is left open would take all.
    return rest.prefix(64 * 1024).firstIndex(of: mark).map { $0 + 1 }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }

  /// Where the end tag of the element `name` stands from `position` on, outside of sections of characters.
  func end(ofElement name: [UInt8], from position: Int) -> Int? {
    var place = position
    while let found = bytes[place...].firstIndex(of: 0x3C) {
      if has("<![CDATA[", at: found) {
        place = end(of: "]]>", from: found)
      } else if has("</", at: found), bytes[(found + 2)...].starts(with: name),
        bytes[(found + 2 + name.count)...].first.map({ !Self.isOfName($0) }) ?? true
      {
        return found
      } else {
        place = found + 1
      }
    }
    return nil
  }

  /// Whether the tags in `range` are those of whole elements.
  ///
  /// - Complexity: O(*n*).
  func areMatching(in range: Range<Int>) -> Bool {
    var open: [Bytes] = []
    var place = range.lowerBound
    while let found = bytes[place..<range.upperBound].firstIndex(of: 0x3C) {
      if has("<![CDATA[", at: found) {
        place = end(of: "]]>", from: found)
      } else if has("<!--", at: found) {
        place = end(of: "-->", from: found)
      } else if let tag = tag(at: found) {
        guard tag.isStrict, tag.end <= range.upperBound else { return false }
        if tag.kind == .start { open.append(tag.name) }
        if tag.kind == .end {
          guard let last = open.popLast(), last.elementsEqual(tag.name) else { return false }
        }
        place = tag.end
      } else {
        place = found + 1
      }
      if place >= range.upperBound { break }
    }
    return open.isEmpty
  }
}
