/// A recording of what servers have answered (WARC, ISO 28500), as `wget --warc-file` makes it.
struct WebArchive {
  /// The first page in it, as the server sent it.
  private(set) var page: [UInt8] = []
  /// The charset that the server says.
  private(set) var charset: String?
  /// Where the page was.
  private(set) var address: String?
  /// When it was fetched.
  private(set) var date: String?
  /// Whether the file ends inside of it.
  private(set) var endsEarly = false
  /// How many other pages are in the file.
  private(set) var otherPages = 0

  /// The first page of HTML that was answered without an error; `nil` where there is none.
  ///
  /// - Throws: ``DocumentError`` where a record before it is none, and where the page is packed and cannot be unpacked.
  /// - Complexity: O(*n*).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(DocumentError) {
    var rest = bytes[...]
    var isFound = false
    while let head = Self.head(&rest) {
      guard head[""]?.hasPrefix("WARC/") ?? false,
        let length = head["content-length"].flatMap({ Int($0) }), length >= 0
      else {
        // Of what stands behind the page nobody needs to know.
        if isFound { return }
        throw .damaged(name)
      }
      let content = rest.prefix(length)
      rest = rest.dropFirst(content.count)
      guard head["warc-type"] == "response" else { continue }
      if isFound {
        if Self.page(in: content) != nil { otherPages += 1 }
      } else if try read(content, name: name) {
        isFound = true
        address = head["warc-target-uri"].map { $0.trimmingCharacters(["<", ">"]) }
        date = head["warc-date"]
        endsEarly = content.count < length
      }
    }
    if !isFound { return nil }
  }

  /// What is said before the page in an answer, and the page; `nil` where it is none with a page.
  private static func page(
    in answer: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (head: [String: String], type: String, page: Slice<UnsafeBufferPointer<UInt8>>)? {
    var rest = answer
    guard let head = head(&rest), let status = head[""],
      status.split(separator: " ").dropFirst().first == "200",
      let type = head["content-type"]?.lowercased(), type.contains("html"), !rest.isEmpty
    else { return nil }
    return (head, type, rest)
  }

  /// Reads an answer; `false` where it is none with a page.
  private mutating func read(
    _ answer: Slice<UnsafeBufferPointer<UInt8>>, name: String
  ) throws(DocumentError) -> Bool {
    guard let (head, type, rest) = Self.page(in: answer) else { return false }
    charset = type.firstRange(of: "charset=").map {
      type[$0.upperBound...].prefix { $0 != ";" }.trimmingCharacters(["\"", " ", "'"])
    }
    page = Array(rest)
    if head["transfer-encoding"]?.lowercased().contains("chunked") ?? false {
      page = Self.joined(rest)
    }
    if let packing = head["content-encoding"]?.lowercased(), packing != "identity" {
      page = try page.withUnsafeBufferPointer { bytes throws(DocumentError) in
        guard PackedFile.begins(bytes) else {
          // Many keep an answer unpacked under the fields that it came with; br and deflate are not read.
          let page = Array(bytes)
          guard MarkupParser.isMarkup(page) else { throw .binary(name, format: nil) }
          return page
        }
        return Self.copy(try PackedFile.unpacked(bytes, name: name))
      }
    }
    return !page.isEmpty
  }

  /// The bytes of what stays as it is until they are copied.
  private static func copy(_ buffer: borrowing ByteBuffer) -> [UInt8] { Array(buffer.bytes) }

  /// The fields before the first empty line, by their names in small letters; the first line by "".
  private static func head(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> [String: String]? {
    rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
    guard !rest.isEmpty else { return nil }
    var fields: [String: String] = [:]
    // Real ones have some twenty lines.
    for number in 0..<1000 {
      // What is longer is cut, so that a head is no longer than its lines may be.
      let line = rest.prefix(8192).prefix { $0 != 0x0A }
      rest = rest.dropFirst(line.count + 1)
      let text = String(decoding: line, as: UTF8.self).trimmingCharacters(["\r", " "])
      if text.isEmpty { break }
      let pair = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if number == 0 {
        fields[""] = text
      } else if pair.count == 2 {
        let name = pair[0].lowercased()
        if fields[name] == nil { fields[name] = String(pair[1]).trimmingCharacters([" ", "\t"]) }
      }
    }
    return fields
  }

  /// The pieces of an answer that was sent in pieces (RFC 9112, §7.1), joined; an answer that is not what it
  /// says, as it is.
  private static func joined(_ answer: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = answer
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      let digits = String(decoding: line.prefix { $0 != 0x3B && $0 > 0x20 }, as: UTF8.self)
      guard let length = Int(digits, radix: 16), length >= 0 else {
        return result.isEmpty ? Array(answer) : result
      }
      if length == 0 { break }
      rest = rest.dropFirst(line.count + 1)
      let piece = rest.prefix(length)
      result += piece
      rest = rest.dropFirst(piece.count).drop { $0 == 0x0D || $0 == 0x0A }
    }
    return result
  }
}

extension StringProtocol {
  /// The text without `characters` at its ends.
  fileprivate func trimmingCharacters(_ characters: Set<Character>) -> String {
    var text = drop { characters.contains($0) }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
