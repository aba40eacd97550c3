import ArabicText

/// Makes XML well-formed that was put together by hand, as that of many feeds is, before a strict parser sees it.
///
/// Behind the first fault libxml2 leaves out every reference, and with it the tags of all bodies. So what is no
/// reference becomes the sign that it begins with, references to the entities of HTML become their letters, bytes
/// that XML does not know go, and bodies whose tags do not match become text, which is read as HTML. Declarations,
/// comments and instructions go as well, which no feed says anything in.
struct XMLRepair {
  private let xml: XMLTags
  private var result: [UInt8] = []
  private var position = 0
  private var entities = XMLEntities()
  /// Where the last body ends whose tags were looked at.
  private var endOfBody = 0
  /// The names of bodies that are not closed any more.
  private var unclosed: Set<[UInt8]> = []

  /// `xml`, in UTF-8, without what a strict parser stumbles over.
  ///
  /// - Complexity: O(*n*).
  static func repaired(_ xml: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var repair = XMLRepair(xml: XMLTags(bytes: xml))
    repair.result.reserveCapacity(xml.count + xml.count / 16)
    // Before the first tag only white space and marks of the order of bytes may stand.
    repair.position = xml.firstIndex(of: 0x3C) ?? xml.count
    while repair.position < xml.count { repair.step() }
    return repair.result
  }

  private init(xml: XMLTags) { self.xml = xml }

  /// Goes on by one sign, tag or reference.
  private mutating func step() {
    switch xml.bytes[position] {
    case 0x26: reference()
    case 0x3C: markup()
    // Behind two brackets it may not stand as it is.
    case 0x3E:
      result += "&#62;".utf8
      position += 1
    default: character()
    }
  }

  /// Takes a sign over; one that XML has no place for becomes U+FFFD, a control nothing or a space.
  private mutating func character() {
    let byte = xml.bytes[position]
    guard byte >= 0x80 else {
      position += 1
      if byte >= 0x20 || [0x09, 0x0A, 0x0D].contains(byte) {
        result.append(byte)
      } else if byte == 0x0B || byte == 0x0C {
        result.append(0x20)
      }
      return
    }
    let (value, length) = decodeScalar(xml.bytes, at: position)
    if value == 0xFFFD || value == 0xFFFE || value == 0xFFFF {
      result += "\u{FFFD}".utf8
    } else {
      result += xml.bytes[position..<position + length]
    }
    position += length
  }

  private mutating func markup() {
    if xml.has("<![CDATA[", at: position) {
      let end = xml.end(of: "]]>", from: position)
      while position < end { character() }
    } else if xml.has("<!--", at: position) {
      position = xml.end(of: "-->", from: position)
    } else if xml.has("<?", at: position) {
      position = xml.end(of: "?>", from: position)
    } else if xml.has("<!", at: position) {
      let end = xml.endOfDeclaration(from: position)
      entities.declare(xml.bytes[position..<end])
      position = end
    } else if let tag = xml.tag(at: position) {
      take(tag)
    } else {
      result += "&#60;".utf8
      position += 1
    }
  }

  private mutating func take(_ tag: XMLTags.Tag) {
    result.append(0x3C)
    position += 1
    while position < tag.end {
      switch xml.bytes[position] {
      case 0x26: reference()
      case 0x3C:
        result += "&#60;".utf8
        position += 1
      default: character()
      }
    }
    let name = Array(tag.name)
    guard tag.kind == .start, position >= endOfBody, Self.bodies.contains(name),
      !unclosed.contains(name)
    else { return }
    guard let end = xml.end(ofElement: name, from: position) else {
      unclosed.insert(name)
      return
    }
    endOfBody = end
    guard !xml.areMatching(in: position..<end) else { return }
    while position < end { text(upTo: end) }
  }

  /// Takes over a piece of a body as text: what it says by markup, its reader makes of it.
  private mutating func text(upTo end: Int) {
    if xml.has("<![CDATA[", at: position) {
      position += 9
      let last = min(end, xml.end(of: "]]>", from: position))
      while position < last - 3 { letter() }
      position = last
    } else {
      letter()
    }
  }

  private mutating func letter() {
    switch xml.bytes[position] {
    case 0x26: result += "&#38;".utf8
    case 0x3C: result += "&#60;".utf8
    default: return character()
    }
    position += 1
  }

  /// The elements, by the names that feeds give them, in which HTML stands.
  private static let bodies = Set(
    ["title", "description", "content:encoded", "content", "summary"].map { Array($0.utf8) })

  /// Takes a reference over as one to a number, which every parser follows.
  private mutating func reference() {
    let rest = xml.bytes[(position + 1)...].prefix(32)
    guard let length = rest.firstIndex(of: 0x3B).map({ $0 - rest.startIndex }), length > 0 else {
      return letter()
    }
    let name = String(decoding: rest.prefix(length), as: UTF8.self)
    if name.first == "#" {
      guard let value = Self.number(name.dropFirst()) else { return letter() }
      if let right = NumericReferences.scalar(insteadOf: value) {
        result += String(right).utf8
      } else if value >= 0x20, value & 0xFFFE != 0xFFFE {
        result += "&#\(value);".utf8
      } else if [0x09, 0x0A, 0x0D].contains(value) {
        result += "&#\(value);".utf8
      }
    } else if let text = entities.text(of: name) {
      result += text
    } else {
      return letter()
    }
    position += length + 2
  }

  private static func number(_ digits: Substring) -> UInt32? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard digits.first?.isHexDigit ?? false else { return nil }
    return UInt32(digits, radix: isHexadecimal ? 16 : 10)
  }
}
