/// The parts of office documents and books as trees, and names in them without their prefixes: programs
/// choose those as they like.
enum OfficeXML {
  /// The tree of the XML in `bytes`, in the charset of its mark, else UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: the XML.
  ///   - name: what the file is called in errors.
  ///   - kept: the elements that are in the tree however deep they stand.
  /// - Returns: the tree.
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*).
  static func tree(
    _ bytes: [UInt8], name: String, keeping kept: Set<String> = []
  ) throws(DocumentError) -> MarkupTree {
    try bytes.withUnsafeBufferPointer { bytes throws(DocumentError) in
      try tree(bytes, name, as: .xml, keeping: kept)
    }
  }

  /// The tree of a page of a book.
  ///
  /// - Throws: ``DocumentError``.
  /// - Complexity: O(*n*).
  static func page(_ bytes: [UInt8], name: String) throws(DocumentError) -> MarkupTree {
    try bytes.withUnsafeBufferPointer { bytes throws(DocumentError) in
      try tree(bytes, name, as: .html)
    }
  }

  private static func tree(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String, as kind: MarkupParser.Kind,
    keeping kept: Set<String> = []
  ) throws(DocumentError) -> MarkupTree {
    let charset = HTMLCharset.detect(bytes).charset
    let body = UnsafeBufferPointer(rebasing: bytes.dropFirst(charset.byteOrderMarkLength))
    guard !charset.isUTF8 else { return try parse(body, name, kind, kept) }
    let converted = try CharsetConverter.convert(body, from: Charset(charset.storedName))
    return try parse(converted, name, kind, kept)
  }

  /// Parses a part that stays as it is until it is parsed.
  private static func parse(
    _ part: borrowing ByteBuffer, _ name: String, _ kind: MarkupParser.Kind, _ kept: Set<String>
  ) throws(DocumentError) -> MarkupTree {
    try parse(part.bytes, name, kind, kept)
  }

  private static func parse(
    _ part: UnsafeBufferPointer<UInt8>, _ name: String, _ kind: MarkupParser.Kind,
    _ kept: Set<String>
  ) throws(DocumentError) -> MarkupTree {
    do throws(MarkupParser.Failure) {
      return try MarkupParser.parse(part, as: kind, keeping: kept)
    } catch {
      throw DocumentError(error, name)
    }
  }

  /// `name` without its prefix.
  static func local(_ name: String) -> String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}

extension MarkupTree {
  /// The names of elements without their prefixes, in the order of ``names``.
  var localNames: [String] { names.map(OfficeXML.local) }

  /// The value of the attribute of `node` that is called `name` behind its prefix.
  func value(_ name: String, of node: Int) -> String? {
    attributes(of: node).first { OfficeXML.local($0.name) == name }?.value
  }

  /// The name of `node` without its prefix.
  func localName(of node: Int) -> String { OfficeXML.local(self.name(of: node)) }

  /// The elements directly inside `node`.
  func children(of node: Int) -> [Int] { FeedItem.children(of: node, in: self) }

  /// The first element directly inside `node` that is called `name` behind its prefix.
  func child(_ name: String, of node: Int) -> Int? {
    children(of: node).first { localName(of: $0) == name }
  }

  /// All elements that are called `name` behind their prefix.
  func all(_ name: String, in range: Range<Int>? = nil) -> [Int] {
    let numbers = Set(
      names.indices.filter { OfficeXML.local(names[$0]) == name }.map { Int32($0) })
    return (range ?? nodes.indices).filter { nodes[$0].name.map(numbers.contains) ?? false }
  }
}
