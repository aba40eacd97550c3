/// The tables of a file, or of one pair of braces, while they are read.
///
/// Holds the rules of what may be added to what (TOML 1.0, "Table", "Inline Table" and "Array of
/// Tables"). Tables are nodes of one array, so that adding a key costs the same however deep its
/// table stands; ``build()`` makes values of them at the end.
struct TOMLTree {
  /// A key of one or more parts.
  struct DottedKey {
    /// All parts but the last: tables in tables.
    var tables: [TOML.Key] = []
    /// The last part.
    var last: TOML.Key
  }

  /// How a table came to be, which decides what may still be added to it.
  private enum Origin {
    /// `[a]`, an element of `[[a]]`, or the top of the file.
    case header
    /// The `a` of `[a.b]`; a header of its own may follow.
    case passedByHeader
    /// The `a` of `a.b = 1`.
    case dottedKey
  }

  private enum Item {
    /// A value to which nothing can be added: tables in braces and arrays in brackets, too.
    case value(TOML.Value)
    /// A table, by its place in `nodes`.
    case table(Int)
    /// What `[[a]]` adds to, by its place in `arrays`.
    case tables(Int)
  }

  private struct Node {
    var origin: Origin
    var position: TOML.Position
    var depth: Int
    /// Where the entry of a name is, by its bytes: TOML takes names as they are written, where
    /// strings of Swift are equal whatever their normal form.
    var indices: [[UInt8]: Int] = [:]
    var entries: [(key: TOML.Key, item: Item)] = []
  }

  private var nodes: [Node]
  private var arrays: [[Int]] = []

  /// A tree of one empty table, which stands in `depth` others.
  init(depth: Int) {
    nodes = [Node(origin: .dottedKey, position: .start, depth: depth)]
  }

  /// The outermost table.
  var top: Int { 0 }

  func depth(of table: Int) -> Int { nodes[table].depth }

  // MARK: What headers and keys do

  /// The table that `[key]` opens.
  mutating func open(_ key: DottedKey) throws(TOML.Failure) -> Int {
    let parent = try table(at: key.tables, in: top, origin: .passedByHeader)
    guard let known = entry(key.last, of: parent) else {
      return try addTable(key.last, to: parent, origin: .header)
    }
    guard case .table(let table) = known.item, nodes[table].origin == .passedByHeader else {
      throw duplicate(key.last, of: known.key)
    }
    nodes[table].origin = .header
    return table
  }

  /// The table that `[[key]]` puts at the end of an array.
  mutating func append(_ key: DottedKey) throws(TOML.Failure) -> Int {
    let parent = try table(at: key.tables, in: top, origin: .passedByHeader)
    guard let known = entry(key.last, of: parent) else {
      let table = try node(.header, in: parent, at: key.last.position)
      arrays.append([table])
      add(.tables(arrays.count - 1), for: key.last, to: parent)
      return table
    }
    guard case .tables(let array) = known.item else { throw duplicate(key.last, of: known.key) }
    let table = try node(.header, in: parent, at: key.last.position)
    arrays[array].append(table)
    return table
  }

  /// The table below `table` that is to hold the last part of `key`, which it does not hold yet.
  mutating func holder(of key: DottedKey, in table: Int) throws(TOML.Failure) -> Int {
    let holder = try self.table(at: key.tables, in: table, origin: .dottedKey)
    if let known = entry(key.last, of: holder) { throw duplicate(key.last, of: known.key) }
    return holder
  }

  /// Adds a value to a ``holder(of:in:)``.
  mutating func add(_ value: TOML.Value, for key: TOML.Key, to table: Int) {
    add(.value(value), for: key, to: table)
  }

  // MARK: Nodes

  /// The table at the end of `path`; what is missing is made.
  private mutating func table(
    at path: [TOML.Key], in table: Int, origin: Origin
  ) throws(TOML.Failure) -> Int {
    var table = table
    for key in path {
      guard let known = entry(key, of: table) else {
        table = try addTable(key, to: table, origin: origin)
        continue
      }
      switch (known.item, origin) {
      case (.table(let next), .passedByHeader): table = next
      case (.table(let next), _) where nodes[next].origin == .dottedKey: table = next
      case (.tables(let array), .passedByHeader): table = arrays[array].last ?? table
      default:
        let problem = TOMLError.Problem.notExtensible(key: key.name, first: known.key.position)
        throw TOML.Failure(problem: problem, position: key.position)
      }
    }
    return table
  }

  private func entry(_ key: TOML.Key, of table: Int) -> (key: TOML.Key, item: Item)? {
    nodes[table].indices[Array(key.name.utf8)].map { nodes[table].entries[$0] }
  }

  private mutating func addTable(
    _ key: TOML.Key, to table: Int, origin: Origin
  ) throws(TOML.Failure) -> Int {
    let new = try node(origin, in: table, at: key.position)
    add(.table(new), for: key, to: table)
    return new
  }

  private mutating func node(
    _ origin: Origin, in table: Int, at position: TOML.Position
  ) throws(TOML.Failure) -> Int {
    let depth = nodes[table].depth + 1
    guard depth <= TOML.deepest else {
      throw TOML.Failure(problem: .tooDeep, position: position)
    }
    nodes.append(Node(origin: origin, position: position, depth: depth))
    return nodes.count - 1
  }

  private mutating func add(_ item: Item, for key: TOML.Key, to table: Int) {
    nodes[table].indices[Array(key.name.utf8)] = nodes[table].entries.count
    nodes[table].entries.append((key, item))
  }

  private func duplicate(_ key: TOML.Key, of first: TOML.Key) -> TOML.Failure {
    TOML.Failure(
      problem: .duplicate(key: key.name, first: first.position), position: key.position)
  }

  // MARK: Values

  /// The outermost table and all that stands in it.
  func build() -> TOML.Table { build(top) }

  private func build(_ node: Int) -> TOML.Table {
    TOML.Table(
      entries: nodes[node].entries.map { key, item in
        TOML.Table.Entry(key: key, value: value(of: item, at: key.position))
      })
  }

  private func value(of item: Item, at position: TOML.Position) -> TOML.Value {
    switch item {
    case .value(let value): value
    case .table(let node): table(node)
    case .tables(let array): TOML.Value(.array(arrays[array].map(table)), at: position)
    }
  }

  private func table(_ node: Int) -> TOML.Value {
    TOML.Value(.table(build(node)), at: nodes[node].position)
  }
}
