import ArabicText

/// The elements and texts of a page as they were parsed, in the order in which they stand there.
///
/// A node is known by its number; what is inside it has the numbers up to its ``Node/end``. So a
/// tree of any depth is walked without recursion, and a part of it is a range.
struct MarkupTree: Sendable {
  /// An element, or a piece of text.
  struct Node: Hashable, Sendable {
    /// The number of its name in ``MarkupTree/names``; `nil` for a text.
    var name: Int32?
    /// The element around it; -1 for the outermost.
    var parent: Int32
    /// One more than the number of the last node inside it.
    var end: Int32
    /// The bytes of a text, or the numbers of the attributes of an element.
    var content: Range<Int32>
  }

  /// A property of an element.
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// The nodes, each before what is inside it.
  var nodes: [Node] = []
  /// The different names of elements.
  var names: [String] = []
  /// The texts, in UTF-8, one after the other.
  var bytes: [UInt8] = []
  /// The attributes of all elements.
  var attributes: [Attribute] = []
  /// Whether something was left out since the page has too many elements.
  var isCut = false
  /// Whether something was left out since the page took too long to be read.
  var isLate = false
  /// Whether XML ends inside of an element: its file was cut, or nothing behind some place could be read.
  var endsEarly = false
  /// Whether XML is not well-formed: elements may stand where they do not belong.
  var isIllFormed = false

  /// The names of elements that stand deeper than the tree gets, some of them; their words stand at the deepest.
  var deepNames: Set<String> = []

  /// What a person has to know where elements of one of these names, without prefixes, were too deep to be found.
  func depthWarnings(of names: Set<String>) -> [DocumentStructure.Warning] {
    names.isDisjoint(with: deepNames.map(OfficeXML.local))
      ? [] : [.deep(levels: MarkupParser.deepest)]
  }

  /// What a person has to know of what was left out.
  var warnings: [DocumentStructure.Warning] {
    (isCut ? [.cut] : []) + (isLate ? [.late] : []) + (endsEarly ? [.endsEarly] : [])
  }

  /// The name of the element `node`; "" for a text.
  func name(of node: Int) -> String { nodes[node].name.map { names[Int($0)] } ?? "" }

  /// The bytes of the text `node`.
  func text(of node: Int) -> ArraySlice<UInt8> {
    let content = nodes[node].content
    return bytes[Int(content.lowerBound)..<Int(content.upperBound)]
  }

  /// The attributes of the element `node`.
  func attributes(of node: Int) -> ArraySlice<Attribute> {
    guard nodes[node].name != nil else { return [] }
    let content = nodes[node].content
    return attributes[Int(content.lowerBound)..<Int(content.upperBound)]
  }

  /// The value of the attribute `name` of `node`.
  subscript(node: Int, name: String) -> String? {
    attributes(of: node).first { $0.name == name }?.value
  }

  /// The nodes inside `node`.
  func inside(_ node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// The elements called `name` among `range`.
  func elements(_ name: String, in range: Range<Int>? = nil) -> some Sequence<Int> {
    let number = names.firstIndex(of: name).map(Int32.init)
    return (range ?? nodes.indices).lazy.filter { number != nil && nodes[$0].name == number }
  }

  /// Those of ``elements(_:in:)`` that stand in no other.
  func outermost(_ name: String) -> [Int] { outermost(of: elements(name)) }

  /// Those of `elements`, in order, that stand in no other: their words are read in O(*n*) together.
  func outermost(of elements: some Sequence<Int>) -> [Int] {
    var next = 0
    return elements.filter { node in
      guard node >= next else { return false }
      next = Int(nodes[node].end)
      return true
    }
  }

  /// All that is written inside `node`, as it stands there.
  func string(in node: Int) -> String {
    var result: [UInt8] = []
    for inner in inside(node) where nodes[inner].name == nil { result += text(of: inner) }
    return String(decoding: result, as: UTF8.self)
  }
}
