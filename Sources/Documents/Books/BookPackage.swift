import ArabicText

/// The package of an EPUB (EPUB 3.3, §5; OPF 2): what it is called, and its pages in order.
struct BookPackage {
  /// The name of the member that it is.
  private let path: String
  private let tree: MarkupTree
  /// The names of the members that are its pages, in the order of reading, those beside it last.
  private(set) var pages: [String] = []
  /// Those of ``pages`` that are named by a way out of the book.
  private(set) var outside: Set<String> = []
  /// The names of its contents: the page of EPUB 3, and that of EPUB 2.
  private(set) var contents: [String] = []
  /// The language as the book names it.
  private(set) var language: String?

  private struct Refined: Hashable {
    var node: String
    var property: String
  }
  /// What the book says of its titles and authors, with the languages that it says it in.
  private var refinements: [Refined: [(value: String, language: String?)]] = [:]

  /// The package in `tree`, the member `path`.
  init(_ tree: MarkupTree, path: String) {
    (self.tree, self.path) = (tree, path)
    language = words("language")
    for meta in outermost("meta") {
      guard let node = tree[meta, "refines"], let property = tree[meta, "property"],
        let value = HTMLMetadata.plain(tree.string(in: meta))
      else { continue }
      refinements[Refined(node: node, property: property), default: []].append(
        (value, tree.value("lang", of: meta)))
    }
    var members: [String: String] = [:]
    var types: [String: String] = [:]
    var strangers: Set<String> = []
    var maps: [String] = []
    for item in tree.all("item") {
      guard let id = tree[item, "id"], let reference = tree[item, "href"] else { continue }
      members[id] = ZipArchive.resolve(reference, in: path).name
      types[id] = tree[item, "media-type"] ?? ""
      if types[id] == "application/x-dtbncx+xml" { maps.append(members[id] ?? "") }
      if ZipArchive.leadsOutside(reference, in: path) { strangers.insert(id) }
      if tree[item, "properties"]?.split(separator: " ").contains("nav") ?? false {
        contents.append(members[id] ?? "")
      }
    }
    let spine = tree.all("spine").first
    if let old = spine.flatMap({ tree[$0, "toc"] }).flatMap({ members[$0] }) {
      contents.append(old)
    } else if let first = maps.first {
      contents.append(first)
    }
    // Contents that hold nothing are read until some do: a book has two or three.
    var listed: Set<String> = []
    contents = Array(contents.filter { listed.insert($0).inserted }.prefix(4))
    // A page that is named again is not read again.
    var named: Set<String> = []
    // Notes and supplements that nobody comes to by reading on are words of the book too.
    var beside: [String] = []
    for item in spine.map({ tree.all("itemref", in: tree.inside($0)) }) ?? [] {
      guard let id = tree[item, "idref"],
        let member = members[id], types[id].map(Self.isPage) ?? false,
        named.insert(member).inserted
      else { continue }
      if tree[item, "linear"] == "no" { beside.append(member) } else { pages.append(member) }
      if strangers.contains(id) { outside.insert(member) }
    }
    pages += beside
  }

  private static func isPage(_ type: String) -> Bool {
    ["html", "x-dtbook", "text/xml", "application/xml"].contains { type.contains($0) } || type == ""
  }

  /// Puts what the book says of itself into `structure`.
  func describe(_ structure: inout DocumentStructure) {
    structure.language = language
    // More are no titles and authors, but made to hurt.
    let titles = outermost("title").prefix(20)
    let title = titles.first(where: isMain) ?? titles.first
    let own = titles.first { isOfLanguage(tree.value("lang", of: $0)) }
    structure.title = (own ?? title).flatMap(inOwnLanguage)
    structure.authors = outermost("creator").prefix(100).filter(isAuthor).compactMap(inOwnLanguage)
    structure.date = words("date")
    structure.source = words("publisher")
    structure.summary = words("description")
  }

  /// The words of the first element `name` that has some.
  private func words(_ name: String) -> String? {
    outermost(name).lazy.compactMap { HTMLMetadata.plain(tree.string(in: $0)) }.first
  }

  private func outermost(_ name: String) -> [Int] { tree.outermost(of: tree.all(name)) }

  /// The values of the property `name` of the element `node`, with their languages.
  private func refined(_ node: Int, _ name: String) -> [(value: String, language: String?)] {
    tree[node, "id"].flatMap { refinements[Refined(node: "#\($0)", property: name)] } ?? []
  }

  private func isMain(_ title: Int) -> Bool {
    refined(title, "title-type").contains { $0.value == "main" }
  }

  /// Whether `creator` is an author: others are named with what they did.
  private func isAuthor(_ creator: Int) -> Bool {
    let roles =
      refined(creator, "role").map(\.value) + [tree.value("role", of: creator)].compactMap(\.self)
    return roles.isEmpty || roles.contains("aut")
  }

  private func isOfLanguage(_ other: String?) -> Bool {
    guard let language, let other else { return false }
    return language.split(separator: "-").first == other.split(separator: "-").first
  }

  /// The words of an element; in the book's own letters where it tells them beside others.
  private func inOwnLanguage(_ node: Int) -> String? {
    let other = refined(node, "alternate-script").first { isOfLanguage($0.language) }
    return other?.value ?? HTMLMetadata.plain(tree.string(in: node))
  }
}
