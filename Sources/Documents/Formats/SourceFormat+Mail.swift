/// The formats that are messages of mail.
extension SourceFormat {
  /// Whether a message begins that holds a page, as browsers save it.
  static func isMHTML(_ start: [UInt8]) -> Bool {
    let beginnings = [
      "from:", "mime-version:", "content-type:", "snapshot-content-location:", "date:", "subject:",
      "content-transfer-encoding:", "content-location:",
    ]
    guard beginnings.contains(where: { start.starts(with: $0.utf8) }) else { return false }
    return start.firstRange(of: Array("multipart/related".utf8)) != nil || isPagePart(start)
  }

  /// Whether a head says that it is one of mail and that a page follows, as Internet Explorer and Outlook save a page
  /// without pictures.
  private static func isPagePart(_ start: [UInt8]) -> Bool {
    let lines = start.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let head = lines.prefix { !$0.allSatisfy(\.isWhitespace) }
    guard head.count < lines.count else { return false }
    return ["mime-version:", "content-type: text/html"].allSatisfy { field in
      head.contains { $0.hasPrefix(field) }
    }
  }

  /// Whether a head of mail begins, in small letters: nothing but fields, of which nobody types some by hand.
  static func isMail(_ start: [UInt8], name: String) -> Bool {
    var names: Set<String> = []
    var lines = start.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    // The line before a message in a box of several.
    if start.starts(with: "from ".utf8), lines.count > 1 { lines.removeFirst() }
    // What may be cut.
    if lines.count > 1 { lines.removeLast() }
    for line in lines {
      guard let first = line.first, first != 0x0D else { break }
      if first == 0x20 || first == 0x09, !names.isEmpty { continue }
      let field = line.prefix { $0 != 0x3A }
      guard field.count < line.count, field.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        return false
      }
      names.insert(String(decoding: field, as: UTF8.self))
    }
    let isNamed = name.lowercased().hasSuffix(".eml")
    let byServers = names.intersection([
      "received", "return-path", "message-id", "delivered-to", "x-received", "dkim-signature",
      "arc-seal", "authentication-results",
    ]).count
    let byPeople = names.intersection(["from", "to", "subject", "date"]).count
    return byPeople > 0 && (isNamed || byServers > 0) || byServers > 1
  }
}
