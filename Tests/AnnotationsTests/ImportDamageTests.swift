import ArabicText
import Platform
import Testing

@testable import Annotations

/// A file with something wrong in it is taken as if nothing were wrong, or what is wrong is told: for
/// every member of every kind of JSON, and every field of every kind of line.
@Suite struct ImportDamageTests {
  /// A file of a kind.
  struct Sample: CustomTestStringConvertible {
    var name: String
    var content: String
    var testDescription: String { name }

    /// Those of all tools, and what goes out of Rawi with all that an annotation may hold.
    static let all =
      ImportSample.all.enumerated().map {
        Sample(name: "\($0.offset) \($0.element.kind)", content: $0.element.content)
      }
      + [ExchangeFormat.w3c, .brat, .jsonl].map {
        Sample(name: "rawi \($0)", content: ownContent(as: $0))
      } + [Sample(name: "rich Label Studio", content: labelStudio)]

    private static func ownContent(as format: ExchangeFormat) -> String {
      let text = ImportSample.article
      let all = ImportSample().items.enumerated().compactMap { number, item -> Annotation? in
        let place = text.text.places(of: item.words.utf8, in: text.text.span, limit: 1).first
        guard let anchor = place.flatMap(text.anchor) else { return nil }
        var annotation = Annotation(
          id: AnnotationID(checking: "n\(number)") ?? AnnotationID(), anchor: anchor,
          color: .pink, note: "سطر أول\nسطر ثان", tags: ["جسور", "قرى"], author: "هند",
          created: Timestamp(milliseconds: 1_700_000_000_123))
        annotation.correction = .merge(
          subject: .init(name: item.words, kind: .person),
          into: .init(name: "سهاد", kind: .organisation))
        (annotation.scope, annotation.isProposal) = (.everywhere, true)
        (annotation.conflict, annotation.absentFrom) = ("c", ["b0"])
        return annotation
      }
      return format.write(
        ExchangeDocument(text: text, name: "n", annotations: text.place(all))
      ).content
    }

    private static let labelStudio: String = {
      let sample = ImportSample()
      let item = sample.items[0]
      let (start, end) = sample.bounds(item, .utf16)
      let place = "\"start\": \(start), \"end\": \(end), \"text\": \"\(item.words)\""
      return """
        [{"data": {"text": \(JSON.string(sample.text).line)}, "annotations": [
        {"completed_by": {"email": "hind@example.org"}, "was_cancelled": false, "result": [
        {"id": "a", "type": "labels", "meta": {"text": ["انظر"]},
        "value": {\(place), "labels": ["PER"]}},
        {"id": "a", "type": "choices", "value": {\(place), "choices": ["نعم"]}},
        {"id": "a", "type": "textarea", "value": {"start": \(start), "end": \(end),
        "text": ["ملاحظة"]}}]}]}]
        """
    }()
  }

  private static let text = ImportSample.article
  /// What stands in place of a value, besides a string.
  private static let others: [JSON] = [
    .integer(7), .decimal(0.5), .bool(true), .array([]), .array([.integer(3)]),
    JSON.object([JSON.Member]()),
  ]
  /// Members that hold the words of a person, or what no one looks at.
  private static let free: Set = [
    "label", "labels", "value", "note", "tags", "name", "id", "user", "author", "conflict", "text",
    "absentFrom", "rawi:absentFrom", "rawi:conflict", "type", "tag", "entity_group", "choices",
    "creator", "display_name", "email", "to", "source", "data", "article", "body", "hasBody", "@id",
    "completed_by", "action", "toType", "@value",
  ]

  /// Whether `other` says something as `old` does.
  private static func isAsGood(_ other: JSON, as old: JSON, of name: String) -> Bool {
    let isFree = free.contains(name.split(separator: "#").last.map(String.init) ?? name)
    if other.string != nil { return isFree }
    // A number of its own is as good a name.
    let isNumber = other.integer != nil && ["id", "completed_by"].contains(name)
    return isNumber || old.isOfType(of: other)
  }

  @Test(arguments: Sample.all.filter(isJSON))
  func `a member of another type is told, or changes nothing`(sample: Sample) throws {
    for (rows, whole) in try Self.values(in: sample.content) {
      let before = Self.outcome(of: sample.content)
      var seen: Set<[String]> = []
      for (number, way) in Self.ways(in: whole).enumerated() {
        guard seen.insert(way.map(\.kind)).inserted else { continue }
        let name = way.reversed().lazy.compactMap(\.name).first ?? ""
        let isInPlace = way.last?.name == nil && name == "entities"
        // Two of the types in turn: another member, or sample, has the others.
        let types = (number...number + 1).map { Self.others[$0 % Self.others.count] }
        for other in types + [.string("?")] {
          let damaged = Self.replacing(whole, at: way[...]) { old in
            Self.isAsGood(other, as: old, of: isInPlace ? "label" : name) ? nil : other
          }
          guard let damaged else { continue }
          let content = rows.map { $0 ?? damaged.line }.joined(separator: "\n")
          let after = Self.outcome(of: content)
          #expect(
            after.isTold(after: before) || after.says(before),
            "\(way.map(\.description).joined(separator: ".")) = \(other.line)")
        }
      }
    }
  }

  @Test(arguments: Sample.all.filter { !isJSON($0) })
  func `a line that is cut off, or has an empty field, is told, or changes nothing`(
    sample: Sample
  ) {
    let lines = sample.content.split(separator: "\n", omittingEmptySubsequences: false)
    let before = Self.outcome(of: sample.content)
    var seen: Set<[String]> = []
    for (number, line) in lines.enumerated() where !line.hasPrefix("#") || line.contains("\t") {
      let separator: Character = line.contains("\t") ? "\t" : " "
      let fields = line.split(separator: separator, omittingEmptySubsequences: false).map(
        String.init)
      guard seen.insert(Self.kind(of: fields)).inserted else { continue }
      for index in fields.indices.dropFirst() {
        var emptied = fields
        emptied[index] = ""
        for damaged in [Array(fields[..<index]), emptied] where damaged != fields {
          // An empty line of a note.
          if emptied == damaged, fields[1].hasPrefix("AnnotatorNotes") { continue }
          var copy = lines.map(String.init)
          copy[number] = damaged.joined(separator: String(separator))
          let after = Self.outcome(of: copy.joined(separator: "\n"))
          #expect(after.isTold(after: before) || after.says(before), "\(copy[number])")
        }
      }
    }
  }

  /// What a line has in common with others: its tags, or what an item of brat is.
  private static func kind(of fields: [String]) -> [String] {
    let isOfBrat = fields.count == 3 && fields[0].dropFirst().allSatisfy(\.isNumber)
    if isOfBrat { return [String(fields[1].prefix { $0 != " " })] }
    return fields.dropFirst(fields.count > 3 ? 3 : 1) + ["\(fields.count)"]
  }

  private static func isJSON(_ sample: Sample) -> Bool { "{[".contains(sample.content.prefix(1)) }

  // MARK: What a file comes to

  private struct Outcome {
    var said: [[String]]
    var result: ImportResult?

    func says(_ other: Self) -> Bool { said == other.said }

    /// Whether something is reported that was not before.
    func isTold(after before: Self) -> Bool {
      guard let result, let old = before.result else { return true }
      return result.refused != old.refused || result.leftOut != old.leftOut
        || result.unread != old.unread || result.findings != old.findings
        || result.readings != old.readings || result.moved != old.moved
        || result.cutting != old.cutting || result.hasNumbersForLabels != old.hasNumbersForLabels
    }
  }

  private static func outcome(of content: String) -> Outcome {
    guard let result = try? ExchangeFormat.readAny(content, of: text) else {
      return Outcome(said: [], result: nil)
    }
    let said = result.annotations.map { item in
      [
        "\(item.anchor.start) \(item.anchor.end)", item.label, item.note, "\(item.tags)",
        item.color?.rawValue ?? "", item.correction?.json.line ?? "", item.scope.rawValue,
        "\(item.isProposal)", item.conflict ?? "", "\(item.absentFrom)", item.author ?? "",
        // Others are made when they are read.
        item.created.iso.hasPrefix("2023") ? item.created.iso : "",
      ]
    }
    return Outcome(said: said, result: result)
  }

  // MARK: Ways through JSON

  private enum Step: CustomStringConvertible {
    case member(String)
    /// An element of an array, which is an object or not.
    case element(Int, isObject: Bool)

    var name: String? { if case .member(let name) = self { name } else { nil } }

    var description: String {
      switch self {
      case .member(let name): name
      case .element(let index, _): "\(index)"
      }
    }

    /// What it has in common with others of its kind: of objects one is as another.
    var kind: String { if case .element(_, true) = self { "*" } else { description } }
  }

  /// The values of a file, each with the lines around it, `nil` for itself.
  private static func values(in content: String) throws -> [([String?], JSON)] {
    if let whole = try? JSON(parsing: content) { return [([nil], whole)] }
    let lines = content.split(separator: "\n").map(String.init)
    return try lines.indices.map { index in
      var rows: [String?] = lines
      rows[index] = nil
      return (rows, try JSON(parsing: lines[index]))
    }
  }

  /// The ways to all members in `json`, of an array to those of its first elements.
  private static func ways(in json: JSON) -> [[Step]] {
    switch json {
    case .object(let members):
      members.flatMap { member in
        let way = [Step.member(member.name)]
        return [way] + ways(in: member.value).map { way + $0 }
      }
    case .array(let values):
      values.prefix(5).enumerated().flatMap { index, value in
        let isObject = if case .object = value { true } else { false }
        let way = [Step.element(index, isObject: isObject)]
        return [way] + ways(in: value).map { way + $0 }
      }
    default: []
    }
  }

  /// `json` with what `change` makes of the value at `way`, or `nil` where it makes nothing of it.
  private static func replacing(
    _ json: JSON, at way: ArraySlice<Step>, by change: (JSON) -> JSON?
  ) -> JSON? {
    guard let step = way.first else { return change(json) }
    switch (json, step) {
    case (.object(let members), .member(let name)):
      guard let index = members.firstIndex(where: { $0.name == name }),
        let value = replacing(members[index].value, at: way.dropFirst(), by: change)
      else { return nil }
      var members = members
      members[index].value = value
      return .object(members)
    case (.array(let values), .element(let index, _)):
      guard let value = replacing(values[index], at: way.dropFirst(), by: change) else {
        return nil
      }
      var values = values
      values[index] = value
      return .array(values)
    default: return nil
    }
  }
}

extension JSON {
  /// Whether both are of one type; numbers are of two.
  fileprivate func isOfType(of other: JSON) -> Bool {
    switch (self, other) {
    case (.null, _), (.bool, .bool), (.integer, .integer), (.decimal, .decimal),
      (.string, .string), (.array, .array), (.object, .object):
      true
    default: false
    }
  }
}
