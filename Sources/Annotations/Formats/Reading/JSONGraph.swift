import Platform

/// Annotations of the W3C's model in JSON-LD as programs for graphs write it (rdflib, Jena): all nodes
/// side by side, names as whole IRIs, and values in objects of their own.
struct JSONGraph {
  private static let names = [
    "@id": "id", "@type": "type", "hasBody": "body", "hasTarget": "target",
    "hasSelector": "selector", "hasPurpose": "purpose", "motivatedBy": "motivation",
    "hasSource": "source", "bodyValue": "bodyValue",
  ]
  private static let rawi = "https://github.com/rawi-reader/rawi/ns#"
  /// What leads from an annotation to a node that says more of it.
  private static let links: Set = ["body", "target", "selector", "creator"]
  /// The values that are names of the vocabulary.
  private static let terms: Set = ["type", "purpose", "motivation"]

  private var nodes: [JSON] = []
  private var places: [String: Int] = [:]

  /// The annotations of `json` with all that belongs to each in it, or `nil` for JSON of another form.
  static func annotations(in json: JSON) -> [JSON]? {
    let isNode = { (value: JSON) in value["@type"] != nil && value["@id"] != nil }
    guard let values = json["@graph"]?.array ?? json.array,
      json["@graph"] != nil || values.contains(where: isNode)
    else { return nil }
    let graph = JSONGraph(values)
    return graph.nodes.filter { $0["type"]?.elements.contains(.string("Annotation")) ?? false }
      .map { graph.whole($0, depth: 4) }
  }

  private init(_ values: [JSON]) {
    nodes = values.map(Self.plain)
    for (index, node) in nodes.enumerated() {
      if let id = node["id"]?.string { places[id] = index }
    }
  }

  /// `node` with the nodes that it leads to in place of their names.
  private func whole(_ node: JSON, depth: Int) -> JSON {
    guard depth > 0, case .object(let members) = node else { return node }
    return .object(
      members.map { member in
        guard Self.links.contains(member.name) else { return member }
        // More than a few targets or bodies are refused later; a graph may lead to all nodes from each.
        let values = member.value.elements.prefix(64).map { value in
          let name = value.string ?? value["id"]?.string
          let place = name.flatMap { places[$0] }
          return whole(place.map { nodes[$0] } ?? value, depth: depth - 1)
        }
        return JSON.Member(member.name, values.count == 1 ? values[0] : .array(values))
      })
  }

  /// `json` with short names and plain values.
  private static func plain(_ json: JSON) -> JSON {
    guard case .object(let members) = json else { return json }
    return .object(
      members.map { member in
        let name = short(member.name)
        let values = member.value.elements.map { value(of: $0, isTerm: terms.contains(name)) }
        return JSON.Member(name, values.count == 1 ? values[0] : .array(values))
      })
  }

  private static func short(_ name: String) -> String {
    if name.hasPrefix(rawi) { return "rawi:" + name.dropFirst(rawi.count) }
    let local = local(name)
    return names[local] ?? local
  }

  /// The part of an IRI behind its last # or /.
  private static func local(_ name: String) -> String {
    guard name.contains("://"), let last = name.lastIndex(where: { $0 == "#" || $0 == "/" }) else {
      return name
    }
    return String(name[last...].dropFirst())
  }

  private static func value(of json: JSON, isTerm: Bool) -> JSON {
    if let value = json["@value"] {
      let isNumber = json["@type"]?.string?.hasSuffix("nteger") ?? false
      return isNumber ? value.string.flatMap { Int64($0) }.map(JSON.integer) ?? value : value
    }
    if let list = json["@list"] { return list }
    let name = json.string ?? json["@id"]?.string
    // An array in an array is no value of the model, and says nothing.
    guard let name else { return json.array == nil ? plain(json) : JSON.object([JSON.Member]()) }
    return .string(isTerm ? local(name) : name)
  }
}
