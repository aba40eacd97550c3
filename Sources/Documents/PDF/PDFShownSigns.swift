/// The signs that the contents of a PDF show, by the names of the fonts that they have there (ISO 32000-1, 9.4.3).
struct PDFShownSigns {
  /// The strings that a font shows: of its signs, of one byte each or of two.
  private var signs: [String: (single: Set<Int>, double: Set<Int>)] = [:]
  /// Which sign of two bytes stands behind each where a font shows it first.
  private var followers: [String: [Int: Int]] = [:]

  /// Which numbers of signs of `digits` digits to base 16 the font called `name` shows.
  func codes(of name: String, digits: Int) -> Set<Int> {
    let found = signs[name] ?? ([], [])
    return digits == 2 ? found.single : found.double
  }

  /// The sign of two bytes that stands behind `code` where a font called by one of `names` shows it first.
  func follower(of code: Int, in names: Set<String>) -> Int? {
    names.lazy.compactMap { followers[$0]?[code] }.first
  }

  /// Adds what `content`, that of a page or of a part of one, shows.
  ///
  /// - Complexity: O(*n*).
  mutating func add(_ content: [UInt8]) {
    guard PDFStreams.has(" Tf", content) else { return }
    var (place, font, name) = (0, "", "")
    var last: Int?
    while place < content.count {
      let byte = content[place]
      switch byte {
      case 0x28: add(Self.literal(in: content, &place), font, &last)
      case 0x3C where place + 1 < content.count && content[place + 1] == 0x3C: place += 2
      case 0x3C: add(Self.digits(in: content, &place), font, &last)
      case 0x25: place = content[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? content.count
      case 0x2F: name = Self.word(in: content, &place)
      case _ where Self.isDelimiter(byte): place += 1
      default:
        let word = Self.word(in: content, &place)
        // Other operators may move the signs of a cluster.
        if word == "BT" || word == "Tf" { last = nil }
        if word == "Tf" {
          font = name
        } else if word == "ID" {
          // The bytes of a picture.
          place =
            content.withUnsafeBufferPointer { PDFStreams.find("EI", in: $0, from: place) }
            ?? content.count
        }
      }
    }
  }

  private mutating func add(_ string: [UInt8], _ font: String, _ last: inout Int?) {
    var found = signs[font] ?? ([], [])
    found.single.formUnion(string.map(Int.init))
    for index in stride(from: 0, to: string.count - 1, by: 2) {
      let code = Int(string[index]) << 8 + Int(string[index + 1])
      found.double.insert(code)
      if let last, followers[font]?[last] == nil { followers[font, default: [:]][last] = code }
      last = code
    }
    signs[font] = found
  }

  /// The name or word that begins at `place`, which moves behind it; a name without its stroke.
  private static func word(in content: [UInt8], _ place: inout Int) -> String {
    let start = content[place] == 0x2F ? place + 1 : place
    place = content[start...].firstIndex(where: isDelimiter) ?? content.count
    return String(decoding: content[start..<place], as: UTF8.self)
  }

  /// Spaces, brackets and strokes.
  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25].contains(byte)
  }

  /// The bytes of a string of digits to base 16 (7.3.4.3).
  private static func digits(in content: [UInt8], _ place: inout Int) -> [UInt8] {
    let end = content[place...].firstIndex(of: 0x3E) ?? content.count
    var digits = content[(place + 1)..<end].compactMap(PDFLetterTable.value)
    place = min(end + 1, content.count)
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 + digits[$0 + 1]) }
  }

  /// The bytes of a string in brackets (7.3.4.2).
  private static func literal(in content: [UInt8], _ place: inout Int) -> [UInt8] {
    var (result, depth): ([UInt8], Int) = ([], 0)
    while place < content.count {
      let byte = content[place]
      place += 1
      switch byte {
      case 0x28:
        if depth > 0 { result.append(byte) }
        depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case 0x5C where place < content.count: escaped(in: content, &place, &result)
      default: result.append(byte)
      }
    }
    return result
  }

  /// Adds the byte behind a backslash at `place`: a sign, or up to three digits to base 8.
  private static func escaped(in content: [UInt8], _ place: inout Int, _ result: inout [UInt8]) {
    let digits = content[place...].prefix(3).prefix { (0x30...0x37).contains($0) }
    guard digits.isEmpty else {
      place += digits.count
      result.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 << 3 + Int($1 - 0x30) }))
      return
    }
    let byte = content[place]
    place += 1
    switch byte {
    case 0x6E: result.append(0x0A)
    case 0x72: result.append(0x0D)
    case 0x74: result.append(0x09)
    case 0x62: result.append(0x08)
    case 0x66: result.append(0x0C)
    case 0x0D: if place < content.count, content[place] == 0x0A { place += 1 }
    case 0x0A: break
    default: result.append(byte)
    }
  }
}
