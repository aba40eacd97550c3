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

  /// The annotation that ``json`` was made of, or `nil` where it is not of that form.
  package init?(json: JSON) {
    guard let id = json["id"]?.string, let anchor = json["anchor"].flatMap(Anchor.init(json:)),
      let created = json["created"]?.integer
    else { return nil }
    self.init(
      id: AnnotationID(rawValue: id), anchor: anchor,
      color: json["color"]?.string.flatMap(HighlightColor.init(rawValue:)),
      note: json["note"]?.string ?? "", tags: json["tags"]?.elements.compactMap(\.string) ?? [],
      correction: json["correction"].flatMap(Correction.init(json:)),
      scope: json["scope"]?.string.flatMap(Correction.Scope.init(rawValue:)) ?? .here,
      isProposal: json["proposal"]?.bool ?? false, conflict: json["conflict"]?.string,
      absentFrom: json["absentFrom"]?.elements.compactMap(\.string) ?? [],
      author: json["author"]?.string, created: Timestamp(milliseconds: Int64(created)),
      modified: json["modified"]?.integer.map { Timestamp(milliseconds: Int64($0)) })
  }
}

extension Anchor {
  var json: JSON {
    JSON.object([
      ("unit", .string("unicode_scalar")), ("start", .integer(Int64(start.scalars))),
      ("end", .integer(Int64(end.scalars))), ("exact", .string(exact)),
      ("prefix", .string(prefix)), ("suffix", .string(suffix)), ("sha256", .string(contentHash)),
      ("distinction", distinction.map { .integer(Int64($0)) }),
    ])
  }

  init?(json: JSON) {
    guard let start = json["start"]?.integer, let end = json["end"]?.integer,
      let exact = json["exact"]?.string, let hash = json["sha256"]?.string
    else { return nil }
    self.init(
      start: ScalarOffset(start), end: ScalarOffset(end), exact: exact,
      prefix: json["prefix"]?.string ?? "", suffix: json["suffix"]?.string ?? "",
      contentHash: hash, distinction: json["distinction"]?.integer)
  }
}

extension Correction {
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
      let targetKind = json["toType"]?.string.map(EntityKind.init(rawValue:)) ?? kind
      return targetKind.map { .merge(subject: subject, into: Subject(name: target, kind: $0)) }
    case ("split", let target?): return .split(subject: subject, name: target)
    case ("reject", _): return .reject(subject: subject)
    case ("add", _): return .add(subject)
    case ("confirm", _): return .confirm(subject: subject)
    default: return nil
    }
  }
}
