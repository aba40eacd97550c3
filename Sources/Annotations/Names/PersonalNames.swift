/// What a person has taught about names: for each way of writing one, what it names, in every document.
///
/// Kept as text for people, a name a line: the name as it is written, its kind (`PER`, `ORG`, `LOC`, or
/// `-` for what is no name), and what the entity is called, with tabs between them. A line that begins
/// with `#` is a comment, and so switched off.
package struct PersonalNames: PersonalList {
  /// `names.tsv`.
  package static let fileName = "names.tsv"

  /// One way of writing a name.
  package struct Entry: Hashable, Sendable {
    /// The name as it is written.
    package var name: String
    /// What it names, or `nil` for what is no name.
    package var kind: String?
    /// What the entity is called.
    package var canonical: String

    /// The name `name` of an entity.
    package init(name: String, kind: String?, canonical: String) {
      self.name = name
      self.kind = kind
      self.canonical = canonical
    }
  }

  private var list: PersonalLines

  /// The names of `text`, the content of the file.
  package init(text: String = "") { list = PersonalLines(text: text) }

  /// The content of the file; comments stay as they were.
  package var text: String { list.text }

  /// The names, the last of each way of writing.
  ///
  /// What an entity is called may be a name of the list, too, as when it was renamed twice: the last
  /// one counts.
  package var entries: [Entry] {
    let written = written
    let places = Dictionary(written.enumerated().map { ($1.name, $0) }) { $1 }
    return written.map { entry in
      var (result, passed) = (entry, Set([entry.name]))
      while result.kind != nil, passed.insert(result.canonical).inserted,
        let next = places[result.canonical]
      {
        (result.kind, result.canonical) = (written[next].kind, written[next].canonical)
      }
      return result
    }
  }

  private var written: [Entry] {
    var places: [String: Int] = [:]
    var entries: [Entry] = []
    for entry in list.lines.compactMap(Self.entry) {
      if let place = places[entry.name] {
        entries[place] = entry
      } else {
        places[entry.name] = entries.count
        entries.append(entry)
      }
    }
    return entries
  }

  private static func entry(_ line: String) -> Entry? {
    guard let fields = PersonalLines.fields(line) else { return nil }
    let canonical = fields.count > 2 && !fields[2].isEmpty ? fields[2] : fields[0]
    return Entry(name: fields[0], kind: fields[1] == "-" ? nil : fields[1], canonical: canonical)
  }

  /// Learns from corrections that hold everywhere, and forgets those that were taken back.
  ///
  /// - Returns: whether anything has changed.
  package mutating func learn(from items: [JournalItem]) -> Bool {
    let old = list
    for item in items {
      if let gone = item.before.flatMap(Self.lesson) { list.forget(Self.fields(gone)) }
      if let new = item.after.flatMap(Self.lesson) { list.learn(Self.fields(new)) }
    }
    return list != old
  }

  private static func fields(_ entry: Entry) -> [String] {
    [entry.name, entry.kind ?? "-", entry.canonical]
  }

  /// What an annotation teaches for other documents.
  private static func lesson(_ annotation: Annotation) -> Entry? {
    guard annotation.scope == .everywhere, !annotation.isProposal,
      let correction = annotation.correction
    else { return nil }
    // Not the words of the passage: what is "the minister" here is somebody else elsewhere.
    let name = PersonalLines.field(correction.subject?.name ?? "")
    guard !name.isEmpty else { return nil }
    switch correction {
    case .retype(_, let kind):
      return Entry(name: name, kind: kind, canonical: name)
    case .rename(let subject, let target):
      return Entry(name: name, kind: subject.kind, canonical: PersonalLines.field(target))
    case .merge(_, let into):
      return Entry(name: name, kind: into.kind, canonical: PersonalLines.field(into.name))
    case .add(let subject):
      return Entry(name: name, kind: subject.kind, canonical: name)
    case .reject: return Entry(name: name, kind: nil, canonical: name)
    case .split, .confirm, .speaker: return nil
    }
  }
}
