import ArabicText
import Platform

extension Annotation {
  /// The annotation as JSON, complete, for the journal and beside the forms of other tools.
  ///
  /// Offsets count Unicode scalars.
  package var json: JSON {
    JSON.object([
      ("id", .string(id.rawValue)), ("anchor", anchor.json),
      ("color", color.map { .string($0.rawValue) }),
      ("note", note.isEmpty ? nil : .string(note)),
      ("tags", tags.isEmpty ? nil : .strings(tags)),
      ("correction", correction?.json),
      ("scope", correction.map { _ in .string(scope.rawValue) }),
      ("proposal", isProposal ? .bool(true) : nil), ("conflict", conflict.map(JSON.string)),
      ("absentFrom", absentFrom.isEmpty ? nil : .strings(absentFrom)),
      ("author", author.map(JSON.string)),
      ("created", .integer(created.milliseconds)), ("modified", .integer(modified.milliseconds)),
    ])
  }

  /// The annotation that ``json`` was made of.
  ///
  /// What it has is read or is an error: nothing that an annotation says is passed over. Members of other
  /// names are.
  ///
  /// - Parameters:
  ///   - value: the object.
  ///   - anchor: where the annotation stands; `nil` to read that too.
  ///   - isOwn: whether this program wrote it. Times in what others wrote have to be times that there
  ///     are; of its own, those that earlier versions took in unchecked become the nearest that there is.
  /// - Throws: `JSONValue.Mismatch` with the way to what is missing or of another form.
  init(
    reading value: JSONValue, at anchor: Anchor? = nil, isOwn: Bool
  ) throws(JSONValue.Mismatch) {
    func time(_ value: JSONValue) throws(JSONValue.Mismatch) -> Timestamp {
      let number = Int64(try value.integer)
      if isOwn { return Timestamp(milliseconds: number) }
      guard let time = Timestamp(exactly: number) else {
        throw value.mismatch("a time in the years 1 to 9999, in milliseconds since 1970,")
      }
      return time
    }
    let (id, created) = (try value["id"], try value["created"])
    guard let name = AnnotationID(checking: try id.string) else {
      throw id.mismatch("a name of 1 to \(AnnotationID.longest) bytes")
    }
    let place: Anchor
    if let anchor { place = anchor } else { place = try Anchor(reading: try value["anchor"]) }
    self.init(
      id: name, anchor: place,
      color: try value.optional("color").map { (color) throws(JSONValue.Mismatch) in
        try color.word(HighlightColor.self)
      },
      note: try value.optional("note")?.string ?? "", tags: try value.strings("tags"),
      correction: try value.optional("correction").map { (value) throws(JSONValue.Mismatch) in
        guard let correction = Correction(json: value.json), isOwn || correction.isOfWords else {
          throw value.mismatch("a correction")
        }
        return correction
      },
      scope: try value.optional("scope").map { (scope) throws(JSONValue.Mismatch) in
        try scope.word(Correction.Scope.self)
      } ?? .here,
      isProposal: try value.optional("proposal")?.bool ?? false,
      conflict: try value.optional("conflict")?.string,
      absentFrom: try value.strings("absentFrom"),
      author: try value.optional("author")?.string, created: try time(created),
      modified: try value.optional("modified").map(time))
  }
}

extension Anchor {
  var json: JSON {
    JSON.object([
      ("unit", .string("unicode_scalar")), ("start", .integer(Int64(start.scalars))),
      ("end", .integer(Int64(end.scalars))), ("exact", .string(exact)),
      ("prefix", .string(prefix)), ("suffix", .string(suffix)), ("sha256", .string(contentHash)),
      ("distinction", distinction.map { .integer(Int64($0)) }),
      ("sideDistinction", sideDistinction.map { .integer(Int64($0)) }),
    ])
  }

  init(reading value: JSONValue) throws(JSONValue.Mismatch) {
    self.init(
      start: ScalarOffset(try value["start"].integer), end: ScalarOffset(try value["end"].integer),
      exact: try value["exact"].string, prefix: try value.optional("prefix")?.string ?? "",
      suffix: try value.optional("suffix")?.string ?? "", contentHash: try value["sha256"].string,
      distinction: try value.optional("distinction")?.integer,
      sideDistinction: try value.optional("sideDistinction")?.integer)
  }
}

extension JSONValue {
  /// The strings of the array `name`; none where there is none.
  fileprivate func strings(_ name: String) throws(Mismatch) -> [String] {
    guard let list = optional(name) else { return [] }
    return try list.elements.map { (element) throws(Mismatch) in try element.string }
  }
}

extension Correction {
  /// Whether its members are strings, as those of a later version would be, too.
  fileprivate var isOfWords: Bool {
    guard case .unknown(let json) = self else { return true }
    return ["action", "name", "type", "to", "toType", "source"].allSatisfy { name in
      json[name].map { $0 == .null || $0.string != nil } ?? true
    }
  }

  /// The correction as a flat JSON object with the member `action`.
  package var json: JSON {
    switch self {
    case .retype(let subject, let kind):
      Self.json("retype", subject, [("to", .string(kind.rawValue))])
    case .rename(let subject, let name): Self.json("rename", subject, [("to", .string(name))])
    case .merge(let subject, let into):
      Self.json(
        "merge", subject, [("to", .string(into.name)), ("toType", .string(into.kind.rawValue))])
    case .split(let subject, let name): Self.json("split", subject, [("to", .string(name))])
    case .reject(let subject): Self.json("reject", subject)
    case .add(let subject): Self.json("add", subject)
    case .confirm(let subject): Self.json("confirm", subject)
    case .speaker(let name, let source):
      JSON.object([
        ("action", .string("speaker")), ("to", name.map(JSON.string) ?? .null),
        ("source", source.map(JSON.string)),
      ])
    case .unknown(let json): json
    }
  }

  private static func json(
    _ action: String, _ subject: Subject, _ more: [(String, JSON?)] = []
  ) -> JSON {
    JSON.object(
      [
        ("action", .string(action)), ("name", .string(subject.name)),
        ("type", .string(subject.kind.rawValue)),
      ] + more)
  }

  /// The correction that ``json`` was made of, ``unknown(_:)`` where it is of a later version, or `nil`
  /// where it is none.
  package init?(json: JSON) {
    guard json["action"]?.string != nil else { return nil }
    self = Self.known(json) ?? .unknown(json)
  }

  private static func known(_ json: JSON) -> Correction? {
    let target = json["to"]?.string
    let action = json["action"]?.string
    if action == "speaker" { return .speaker(name: target, source: json["source"]?.string) }
    guard let name = json["name"]?.string,
      let kind = json["type"]?.string.flatMap(EntityKind.init(rawValue:))
    else { return nil }
    let subject = Subject(name: name, kind: kind)
    switch (action, target) {
    case ("retype", let target?):
      return EntityKind(rawValue: target).map { .retype(subject: subject, kind: $0) }
    case ("rename", let target?): return .rename(subject: subject, name: target)
    case ("merge", let target?):
      let targetKind = json["toType"].map { $0.string.flatMap(EntityKind.init(rawValue:)) } ?? kind
      return targetKind.map { .merge(subject: subject, into: Subject(name: target, kind: $0)) }
    case ("split", let target?): return .split(subject: subject, name: target)
    case ("reject", _): return .reject(subject: subject)
    case ("add", _): return .add(subject)
    case ("confirm", _): return .confirm(subject: subject)
    default: return nil
    }
  }
}
