extension DocumentStructure {
  /// What programs of the network open; others, as `file:` and `javascript:`, a page has no say in.
  private static let schemes = ["http", "https", "mailto", "ftp", "gemini"]

  /// Where `link` leads, in full; `nil` where that is no address of the network.
  ///
  /// What is written without its beginning counts from where the document was published (RFC 3986, §5.2,
  /// of which pages use no more than what is here).
  package func address(of link: Link) -> String? {
    let target = link.target.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let words = String(String.UnicodeScalarView(target))
    if let scheme = Self.scheme(of: words) {
      return Self.schemes.contains(scheme) ? words : nil
    }
    guard !words.isEmpty, let base = address, let scheme = Self.scheme(of: base),
      ["http", "https"].contains(scheme)
    else { return nil }
    if words.hasPrefix("//") { return "\(scheme):\(words)" }
    let start = base.index(base.startIndex, offsetBy: min(base.count, scheme.count + 3))
    let path = base[start...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    if words.hasPrefix("/") { return base[..<path] + words }
    let query = base[path...].firstIndex { "?#".contains($0) } ?? base.endIndex
    if words.hasPrefix("#") {
      return base[..<(base[path...].firstIndex(of: "#") ?? base.endIndex)] + words
    }
    if words.hasPrefix("?") { return base[..<query] + words }
    guard let slash = base[path..<query].lastIndex(of: "/") else {
      return base[..<path] + "/" + words
    }
    return base[...slash] + words
  }

  /// The scheme that `address` begins with, in small letters.
  private static func scheme(of address: String) -> String? {
    guard let colon = address.firstIndex(of: ":"), colon > address.startIndex else { return nil }
    let name = address[..<colon]
    guard name.first?.isASCII == true, name.first?.isLetter == true,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return name.lowercased()
  }
}
