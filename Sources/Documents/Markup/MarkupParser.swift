import CMarkup

/// Reads HTML and XML by libxml2, which is opened when the first page needs it.
enum MarkupParser {
  /// Markup that is read.
  enum Kind: Sendable {
    /// Pages as browsers take them, whatever is wrong with them.
    case html
    /// XML; of what is not well-formed, the part before the fault.
    case xml
  }

  /// Why there is no tree.
  enum Failure: Error, Hashable {
    /// libxml2 is not installed.
    case noLibrary
    /// There is no memory left.
    case noMemory
  }

  /// How many levels of elements a tree has at most; what is deeper stands at the deepest.
  ///
  /// Real pages have 12 to 27.
  static let deepest = 1000
  /// How many elements and texts a tree has at most, some 80 MB of them.
  ///
  /// Real pages have some thousands.
  static let mostNodes = 2_000_000

  /// How long a page is read at most; what stands behind is left out.
  ///
  /// Real pages take some milliseconds.
  static let longest = Duration.seconds(10)

  /// The tree of `bytes`, which are UTF-8, as far as it is read in the time that there is.
  ///
  /// - Parameters:
  ///   - bytes: the markup.
  ///   - kind: what it is.
  ///   - kept: the elements, by their names without prefixes, that are in the tree however deep they stand: there
  ///     at the deepest level, as their words are.
  ///   - limit: how long it is read at most.
  /// - Returns: the tree.
  /// - Throws: ``Failure``.
  /// - Complexity: O(*n*) for pages as they are; libxml2 itself is slower where thousands of elements are
  ///   left open.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, as kind: Kind, keeping kept: Set<String> = [],
    within limit: Duration = longest
  ) throws(Failure) -> MarkupTree {
    let builder = MarkupTreeBuilder(byteCount: bytes.count, kind, keeping: kept)
    var events = rawi_markup_events(
      state: Unmanaged.passUnretained(builder).toOpaque(),
      start: { state, name, attributes in
        guard let name else { return }
        builderOf(state).start(name, attributes)
      },
      end: { state, name in
        guard let name else { return }
        builderOf(state).end(name)
      },
      text: { state, bytes, count in
        builderOf(state).text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })
    let outcome = bytes.withMemoryRebound(to: CChar.self) { bytes in
      rawi_markup_parse(
        bytes.baseAddress, Int32(clamping: bytes.count),
        kind == .html ? rawi_markup_html : rawi_markup_xml, Int32(limit / .milliseconds(1)), &events
      )
    }
    switch outcome {
    case rawi_markup_no_library: throw .noLibrary
    case rawi_markup_no_memory: throw .noMemory
    case rawi_markup_late: return builder.finished(isLate: true)
    // The parser of HTML ends all elements itself.
    default:
      return builder.finished(
        isLate: false, mayEndEarly: kind == .xml,
        isIllFormed: outcome == rawi_markup_ill_formed)
    }
  }
}

/// The builder that is passed through C as `state`.
private func builderOf(_ state: UnsafeMutableRawPointer?) -> MarkupTreeBuilder {
  guard let state else { preconditionFailure("events without a state") }
  return Unmanaged<MarkupTreeBuilder>.fromOpaque(state).takeUnretainedValue()
}

/// Makes a tree of what the parser tells.
private final class MarkupTreeBuilder {
  private var tree = MarkupTree()
  private var numbers: [String: Int32] = [:]
  private var open: [Int32] = []
  /// Of the open elements that are deeper than the tree gets, whether they are in it all the same.
  private var deep: [Bool] = []

  private let kind: MarkupParser.Kind
  private let kept: Set<String>
  /// How many levels the elements that are kept may have below the deepest.
  private static let keptLevels = 16

  init(byteCount: Int, _ kind: MarkupParser.Kind, keeping kept: Set<String>) {
    (self.kind, self.kept) = (kind, kept)
    tree.bytes.reserveCapacity(byteCount)
    tree.nodes.reserveCapacity(min(byteCount / 40, MarkupParser.mostNodes))
  }

  func start(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    let isDeep = !deep.isEmpty || open.count >= MarkupParser.deepest
    if isDeep {
      let name = String(cString: name)
      guard kept.contains(OfficeXML.local(name)),
        open.count < MarkupParser.deepest + Self.keptLevels
      else {
        deep.append(false)
        if tree.deepNames.count < 64 { tree.deepNames.insert(name) }
        return
      }
    }
    // Not even their names are kept.
    guard tree.nodes.count < MarkupParser.mostNodes else {
      tree.isCut = true
      deep.append(false)
      return
    }
    let first = Int32(tree.attributes.count)
    if var pair = attributes {
      while let name = pair[0] {
        var value = pair[1].map { String(cString: $0) } ?? ""
        // In XML libxml2 gives & in a value as a reference to it, and no other sign.
        if kind == .xml { value.replace("&#38;", with: "&") }
        tree.attributes.append(.init(name: String(cString: name), value: value))
        pair += 2
      }
    }
    let content = first..<Int32(tree.attributes.count)
    guard let node = add(.init(name: number(of: name), parent: 0, end: 0, content: content))
    else {
      deep.append(false)
      return
    }
    open.append(node)
    if isDeep { deep.append(true) }
  }

  func end(_ name: UnsafePointer<CChar>) {
    if deep.popLast() == false { return }
    if let node = open.popLast() {
      tree.nodes[Int(node)].end = Int32(tree.nodes.count)
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard !bytes.isEmpty else { return }
    let lower = Int32(tree.bytes.count)
    tree.bytes += bytes
    let upper = Int32(tree.bytes.count)
    // What the parser tells in pieces is one text.
    if let last = tree.nodes.indices.last, tree.nodes[last].name == nil,
      tree.nodes[last].parent == open.last ?? -1
    {
      tree.nodes[last].content = tree.nodes[last].content.lowerBound..<upper
    } else {
      _ = add(.init(name: nil, parent: 0, end: 0, content: lower..<upper))
    }
  }

  func finished(
    isLate: Bool, mayEndEarly: Bool = false, isIllFormed: Bool = false
  ) -> MarkupTree {
    tree.isLate = isLate
    tree.isIllFormed = isIllFormed
    tree.endsEarly = mayEndEarly && !open.isEmpty
    while let node = open.popLast() { tree.nodes[Int(node)].end = Int32(tree.nodes.count) }
    return tree
  }

  private func add(_ node: MarkupTree.Node) -> Int32? {
    guard tree.nodes.count < MarkupParser.mostNodes else {
      tree.isCut = true
      return nil
    }
    var node = node
    let number = Int32(tree.nodes.count)
    node.parent = open.last ?? -1
    node.end = number + 1
    tree.nodes.append(node)
    return number
  }

  private func number(of name: UnsafePointer<CChar>) -> Int32 {
    let name = String(cString: name)
    if let known = numbers[name] { return known }
    let number = Int32(tree.names.count)
    tree.names.append(name)
    numbers[name] = number
    return number
  }
}
