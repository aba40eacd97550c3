/// A message of mail, or a part of one (RFC 2045 and 2046).
struct MIMEPart {
  typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The fields of its head, by their names in small letters.
  let fields: [String: String]
  private let body: Bytes
  /// Whether the message ends before the line that every part ends with.
  private(set) var isCut = false

  /// How many parts may be around one, and how many of a message are looked at.
  private static let (deepest, most) = (16, 1000)

  /// The message or part that is `bytes`.
  ///
  /// - Complexity: O(*n*) in the bytes of its head.
  init(_ bytes: Bytes) {
    let (head, body) = Self.divided(bytes)
    (fields, self.body) = (Self.fields(head), body)
  }

  /// What it holds, in small letters: `text/html`.
  var type: String {
    let type = (fields["content-type"] ?? "text/plain").split(separator: ";").first ?? ""
    return type.filter { $0 != " " && $0 != "\t" }.lowercased()
  }

  /// The charset that it says.
  var charset: String? { Self.parameter("charset", of: fields["content-type"] ?? "") }

  /// Whether it is a file that comes with the message.
  var isAttached: Bool {
    fields["content-disposition"]?.lowercased().hasPrefix("attachment") ?? false
  }

  /// Its bytes, undone from how they were sent.
  ///
  /// - Complexity: O(*n*).
  var content: [UInt8] {
    TransferEncoding.decoded(body, fields["content-transfer-encoding"]?.lowercased() ?? "")
  }

  /// The first parts directly inside it; none of one that is no `multipart`.
  ///
  /// - Complexity: O(*n*).
  private func parts(upTo most: Int) -> [MIMEPart] {
    guard let boundary = Self.parameter("boundary", of: fields["content-type"] ?? ""),
      !boundary.isEmpty
    else { return [] }
    var parts: [MIMEPart] = []
    let mark = Array("--\(boundary)".utf8)
    var rest = body
    guard var end = Self.end(of: mark, in: &rest) else { return [] }
    // The last one has two more signs.
    while parts.count < most, !body[end...].starts(with: "--".utf8) {
      var part = rest
      let next = Self.end(of: mark, in: &rest)
      if let next { part = part[..<(next - mark.count)] }
      parts.append(MIMEPart(part))
      parts[parts.count - 1].isCut = next == nil
      guard let next else { break }
      end = next
    }
    return parts
  }

  /// Looks for the next line of `rest` that begins with `mark`, and goes on behind that line.
  ///
  /// - Returns: where the mark ends; `nil` where there is none.
  /// - Complexity: O(*n*).
  private static func end(of mark: [UInt8], in rest: inout Bytes) -> Int? {
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      guard line.starts(with: mark) else { continue }
      // The mark of another part may begin with this one.
      let behind = line.dropFirst(mark.count)
      if behind.first.map({ $0 <= 0x20 }) ?? true || behind.starts(with: "--".utf8) {
        return line.startIndex + mark.count
      }
    }
    return nil
  }

  /// The parts with words, of those that say the same the fullest: pages before plain text.
  ///
  /// - Complexity: O(*n*) for each of 16 levels of parts at most.
  func texts() -> [MIMEPart] {
    var left = Self.most
    return texts(depth: 0, &left)
  }

  private func texts(depth: Int, _ left: inout Int) -> [MIMEPart] {
    guard depth < Self.deepest, !isAttached else { return [] }
    switch type {
    case "text/html", "application/xhtml+xml", "text/plain": return [self]
    case "message/rfc822": return MIMEPart(body).texts(depth: depth + 1, &left)
    default: break
    }
    var found: [[MIMEPart]] = []
    for part in parts(upTo: left) {
      left -= 1
      found.append(part.texts(depth: depth + 1, &left))
    }
    guard type == "multipart/alternative" else { return found.flatMap(\.self) }
    return found.first { $0.contains(where: \.isPage) } ?? found.first { !$0.isEmpty } ?? []
  }

  /// Whether it is a page of the web.
  var isPage: Bool { type != "text/plain" }

  /// The head of a message or a part of it, and what stands behind the empty line.
  private static func divided(_ part: Bytes) -> (head: Bytes, body: Bytes) {
    let ends = ["\r\n\r\n", "\n\n"].compactMap { part.firstRange(of: Array($0.utf8)) }
    guard let end = ends.min(by: { $0.lowerBound < $1.lowerBound }) else {
      return (part, part[part.endIndex...])
    }
    return (part[..<end.lowerBound], part[end.upperBound...])
  }

  /// The fields of a head, by their names in small letters, the first of each; lines that begin with a space go on.
  private static func fields(_ head: Bytes) -> [String: String] {
    var fields: [String: String] = [:]
    var name: String?
    for line in head.prefix(64 * 1024).split(separator: 0x0A) {
      let text = EncodedWords.raw(line.filter { $0 != 0x0D })
      if text.first == " " || text.first == "\t" {
        if let name { fields[name]? += text }
      } else if let colon = text.firstIndex(of: ":") {
        let field = text[..<colon].lowercased()
        name = fields[field] == nil ? field : nil
        if name == nil { continue }
        fields[field] = String(text[text.index(after: colon)...].drop { $0 == " " })
      }
    }
    return fields
  }

  /// The parameter `name` of the value of a field: `text/html; charset="utf-8"`.
  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      let key = pair.first.map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
      guard pair.count == 2, key == name else { continue }
      return pair[1].filter { $0 != "\"" && $0 != " " && $0 != "\t" }
    }
    return nil
  }
}
