/// What a person has taught about names: for each way of writing one, what it names, in every document.
///
/// Kept as text for people, a name a line: the name as it is written, its kind (`PER`, `ORG`, `LOC`, or
/// `-` for what is no name), and what the entity is called, with tabs between them. A line that begins
/// with `#` is a comment, and so switched off.
public struct PersonalNames: Hashable, Sendable {
  /// One way of writing a name.
  public struct Entry: Hashable, Sendable {
    /// The name as it is written.
    public var name: String
    /// What it names, or `nil` for what is no name.
    public var kind: String?
    /// What the entity is called.
    public var canonical: String

    /// The name `name` of an entity.
    public init(name: String, kind: String?, canonical: String) {
      self.name = name
      self.kind = kind
      self.canonical = canonical
    }
  }

  private var lines: [String]

  /// The names of `text`, the content of the file.
  public init(text: String = "") {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
  }

  /// The content of the file; comments stay as they were.
  public var text: String { lines.map { $0 + "\n" }.joined() }

  /// The names, the last of each way of writing.
  public var entries: [Entry] {
    var places: [String: Int] = [:]
    var entries: [Entry] = []
    for entry in lines.compactMap(Self.entry) {
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
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 2, !line.hasPrefix("#"), !fields[0].isEmpty else { return nil }
    let canonical = fields.count > 2 && !fields[2].isEmpty ? fields[2] : fields[0]
    return Entry(name: fields[0], kind: fields[1] == "-" ? nil : fields[1], canonical: canonical)
  }

  /// Learns from corrections that hold everywhere, and forgets those that were taken back.
  ///
  /// - Returns: whether anything has changed.
  public mutating func learn(from items: [JournalItem]) -> Bool {
    let old = lines
    for item in items {
      if let gone = item.before.flatMap(Self.lesson) { lines.removeAll { $0 == Self.line(gone) } }
      if let new = item.after.flatMap(Self.lesson) {
        // What was taught of this way of writing before no longer holds.
        lines.removeAll { Self.entry($0)?.name == new.name }
        lines.append(Self.line(new))
      }
    }
    return lines != old
  }

  private static func line(_ entry: Entry) -> String {
    [entry.name, entry.kind ?? "-", entry.canonical].joined(separator: "\t")
  }

  /// What an annotation teaches for other documents.
  private static func lesson(_ annotation: Annotation) -> Entry? {
    guard annotation.scope == .everywhere, !annotation.isProposal,
      let correction = annotation.correction
    else { return nil }
    let name = oneLine(annotation.anchor.exact)
    guard !name.isEmpty else { return nil }
    switch correction {
    case .retype(let subject, let kind):
      return Entry(name: name, kind: kind, canonical: oneLine(subject.name))
    case .rename(let subject, let target):
      return Entry(name: name, kind: subject.kind, canonical: oneLine(target))
    case .merge(_, let into):
      return Entry(name: name, kind: into.kind, canonical: oneLine(into.name))
    case .add(let subject):
      return Entry(name: name, kind: subject.kind, canonical: oneLine(subject.name))
    case .reject: return Entry(name: name, kind: nil, canonical: name)
    case .split, .confirm, .speaker: return nil
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
