import Platform

extension Annotation {
  /// What few annotations have, as JSON.
  var more: String? {
    guard correction != nil || isProposal || conflict != nil || !absentFrom.isEmpty else {
      return nil
    }
    return JSON.object([
      ("correction", correction?.json), ("scope", correction.map { _ in .string(scope.rawValue) }),
      ("proposal", isProposal ? .bool(true) : nil), ("conflict", conflict.map(JSON.string)),
      ("absentFrom", absentFrom.isEmpty ? nil : .strings(absentFrom)),
    ]).line
  }

  mutating func read(more: JSONValue) throws(JSONValue.Mismatch) {
    if let value = more.optional("correction") {
      guard let known = Correction(json: value.json) else { throw value.mismatch("a correction") }
      correction = known
    }
    scope = try more.optional("scope")?.word() ?? .here
    isProposal = try more.optional("proposal")?.bool ?? false
    conflict = try more.optional("conflict")?.string
    absentFrom =
      try more.optional("absentFrom")?.elements.map {
        (text) throws(JSONValue.Mismatch) in try text.string
      } ?? []
  }
}
