/// A format other than plain text that documents are made of.
enum SourceFormat: String, Hashable, Sendable {
  /// A page of the web.
  case html
  /// A message of mail (RFC 5322).
  case mail
  /// A page with all that belongs to it in one file (RFC 2557).
  case mhtml
  /// Items of news for programs that gather them: RSS, RDF, Atom, JSON Feed.
  case feed
  /// The addresses of a site (sitemaps.org).
  case sitemap
  /// Articles as objects of JSON, one a line.
  case jsonl
  /// Text with marks of its own for headings, lists, links.
  case markdown
  /// Books of the OpenITI corpus.
  case openiti
  /// What is said in a film, with when.
  case subtitles
  /// Pages of paper.
  case pdf
  /// Any of them, or text, packed by gzip, bzip2, xz or zstd.
  case packed
  /// A ZIP archive: DOCX, ODT, EPUB.
  case container
  /// An ODT in one file of XML.
  case flatODT
  /// What servers have answered.
  case warc

  /// How much of the beginning is looked at, in bytes.
  private static let sampleLength = 4096

  /// The format of `bytes`, by themselves first and then by the name of their file; `nil` for plain
  /// text and for what cannot be read.
  ///
  /// - Parameters:
  ///   - bytes: the beginning at least.
  ///   - name: the name of the file, or what stands for it.
  ///   - field: the member that is asked for, where the bytes are objects of JSON.
  /// - Complexity: O(1).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, name: String, field: String? = nil) {
    if let format = Self(archive: bytes) {
      self = format
      return
    }
    let name = PackedFile.nameInside(name)
    // Behind a mark, and of UTF-16 the letters of ASCII.
    let mark = Charset.marked(bytes)?.byteOrderMarkLength ?? 0
    let sample = bytes.dropFirst(mark).prefix(Self.sampleLength).filter { $0 != 0 }
    // Programs put white space and more marks before what they make.
    let start = Self.lowercased(sample.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) })
    if start.starts(with: "%pdf-".utf8) {
      self = .pdf
    } else if Self.isMail(start, name: name) {
      self = .mail
    } else if Self.isMHTML(start) {
      self = .mhtml
    } else if Self.hasRoot(start, ["<rss", "<feed", "<rdf:rdf"]) {
      self = .feed
    } else if Self.hasRoot(start, ["<urlset", "<sitemapindex"]) {
      self = .sitemap
    } else if Self.hasRoot(start, ["<office:document"]) {
      self = .flatODT
    } else if Self.beginsPage(
      start, with: Self.isMarkedText(name) ? Self.tags.prefix(4) : Self.tags[...])
    {
      self = .html
    } else if let format = SourceFormat(text: start, of: bytes, name: name, field: field) {
      self = format
    } else if Self.isPageName(name), Self.holdsTags(start) {
      self = .html
    } else if Self.holdsPDF(start), !Self.isMarkedText(name) {
      self = .pdf
    } else {
      return nil
    }
  }

  /// Whether a PDF begins in the first KiB of `start`, behind what is none of it (ISO 32000-1, annex H.3, note 13).
  private static func holdsPDF(_ start: [UInt8]) -> Bool {
    let sign = Array("%pdf-".utf8)
    // By bytes: the search for a part in whatever collection took 0.2 ms for each text, 20 times in a query.
    let place = start.prefix(1024).indices.first {
      start[$0] == sign[0] && start[$0...].starts(with: sign)
    }
    guard let place else { return false }
    let version = start[(place + sign.count)...].prefix { (0x2E...0x39).contains($0) }
    let rest = start[version.endIndex...]
    return !version.isEmpty && (rest.first == 0x0A || rest.first == 0x0D)
      && rest.contains(Array(" obj".utf8))
  }

  /// The format that signs tell which are no text.
  private init?(archive bytes: UnsafeBufferPointer<UInt8>) {
    if PackedFile.begins(bytes) {
      self = .packed
    } else if FileFormat(bytes) == .zip {
      self = .container
    } else if bytes.starts(with: "WARC/".utf8),
      bytes.dropFirst(5).first.map({ (0x30...0x39).contains($0) }) ?? false
    {
      self = .warc
    } else {
      return nil
    }
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// `start` behind comments, the declaration of XML and, where `skipsType`, that of its type.
  private static func root(_ start: [UInt8], skipsType: Bool = false) -> ArraySlice<UInt8> {
    let pairs = [("<!--", "-->"), ("<?", "?>")]
    var rest = start[...]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      if skipsType, rest.starts(with: "<!doctype".utf8) {
        rest = afterType(rest)
        continue
      }
      guard let pair = pairs.first(where: { rest.starts(with: $0.0.utf8) }),
        let end = rest.firstRange(of: Array(pair.1.utf8))
      else { return rest }
      rest = rest[end.upperBound...]
    }
  }

  /// What is behind the declaration of a type, which may declare entities between brackets.
  private static func afterType(_ start: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard var end = start.firstIndex(of: 0x3E) else { return [] }
    if let bracket = start.firstIndex(of: 0x5B), bracket < end {
      guard let close = start[bracket...].firstIndex(of: 0x5D),
        let last = start[close...].firstIndex(of: 0x3E)
      else { return [] }
      end = last
    }
    return start[(end + 1)...]
  }

  private static func hasRoot(_ start: [UInt8], _ names: [String]) -> Bool {
    var root = root(start, skipsType: true)
    // A prefix stands before the name of Atom where the file binds one to it.
    let prefix = root.dropFirst().prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
    }
    if root.first == 0x3C, root[prefix.endIndex...].starts(with: ":feed".utf8), !prefix.isEmpty {
      root = [0x3C] + root[(prefix.endIndex + 1)...]
    }
    return names.contains { name in
      guard root.starts(with: name.utf8) else { return false }
      // One without anything in it may end at once: `<feed/>`.
      let end = root.dropFirst(name.utf8.count).first
      return end == 0x3E || end == 0x2F || end.map { $0 <= 0x20 } ?? false
    }
  }

  /// Whether `start` is what the Living Standard of MIME sniffing (§7.1) takes for HTML, behind comments and
  /// the declaration of XML.
  private static func beginsPage(
    _ start: [UInt8], with tags: ArraySlice<String>
  ) -> Bool {
    let root = root(start)
    guard root.first == 0x3C else { return false }
    let name = root.dropFirst()
    return tags.contains { tag in
      guard name.starts(with: tag.utf8) else { return false }
      let end = name.dropFirst(tag.utf8.count).first
      return end == 0x3E || end.map { $0 <= 0x20 } ?? false
    }
  }

  /// Those of the standard, and the elements of later pages that a part of one may begin with.
  private static let tags = [
    // The first four begin nothing but a page.
    "!doctype html", "html", "head", "body", "script", "iframe", "h1", "div", "font", "table", "a",
    "style", "title", "b", "br", "p", "article", "main", "section", "header", "meta", "link", "h2",
    "ul", "span",
  ]

  /// Whether a name is that of text in which tags may stand beside other marks.
  private static func isMarkedText(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".md", ".markdown", ".rst", ".org", ".txt"].contains { name.hasSuffix($0) }
  }

  private static func isPageName(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".html", ".htm", ".xhtml", ".shtml"].contains { name.hasSuffix($0) }
  }

  private static func holdsTags(_ start: [UInt8]) -> Bool {
    ["<p>", "<br", "<div", "</", "<html"].contains { start.firstRange(of: Array($0.utf8)) != nil }
  }

  /// The most bytes that are read of the format; of a longer one nothing is shown.
  ///
  /// A page of 600 KB is long for a page of news; the tree of one takes about ten times its length.
  var longest: Int {
    switch self {
    case .html, .mail, .mhtml, .feed, .sitemap, .markdown, .openiti, .subtitles, .flatODT:
      64 << 20
    case .pdf, .jsonl, .packed, .container, .warc: 256 << 20
    }
  }
}
