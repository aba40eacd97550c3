import ArabicText

/// What a person has taught about who speaks: for a phrase that news have for somebody, such as
/// "the spokesman of the ministry", the name of who that is, in every document.
///
/// Kept as text for people, a phrase a line: the phrase, and the name, or `-` for nobody who has one,
/// with a tab between them. A line that begins with `#` is a comment, and so switched off.
package struct PersonalSpeakers: PersonalList {
  /// `speakers.tsv`.
  package static let fileName = "speakers.tsv"

  private var list: PersonalLines
  private var names: [String: String?]

  /// The phrases of `text`, the content of the file.
  package init(text: String = "") {
    list = PersonalLines(text: text)
    names = Self.names(in: list)
  }

  /// The content of the file; comments stay as they were.
  package var text: String { list.text }

  /// Whether nothing was taught.
  package var isEmpty: Bool { names.isEmpty }

  /// Who speaks by the phrase `source`, however it is spelt: a name, `nil` for nobody who has one, or
  /// `nil` for the whole where nothing was taught of it.
  ///
  /// - Complexity: O(1) in the phrases.
  package func speaker(for source: String) -> String?? { names[Self.key(source)] }

  private static func names(in list: PersonalLines) -> [String: String?] {
    var names: [String: String?] = [:]
    for line in list.lines {
      guard let fields = PersonalLines.fields(line) else { continue }
      names.updateValue(fields[1] == "-" ? nil : fields[1], forKey: key(fields[0]))
    }
    return names
  }

  /// What two spellings of one phrase have in common.
  ///
  /// - Complexity: O(*n*) in its length.
  package static func key(_ phrase: String) -> String {
    Folding.search.fold(PersonalLines.field(phrase))
  }

  /// Learns from corrections that hold everywhere, and forgets those that were taken back.
  ///
  /// - Returns: whether anything has changed.
  package mutating func learn(from items: [JournalItem]) -> Bool {
    let old = list
    for item in items {
      if let gone = item.before.flatMap(Self.lesson) { list.forget(gone) }
      if let new = item.after.flatMap(Self.lesson) { list.learn(new) }
    }
    names = Self.names(in: list)
    return list != old
  }

  /// What an annotation teaches for other documents, as the fields of a line.
  private static func lesson(_ annotation: Annotation) -> [String]? {
    guard annotation.scope == .everywhere, !annotation.isProposal,
      case .speaker(let name, let source?) = annotation.correction
    else { return nil }
    let phrase = PersonalLines.field(source)
    let speaker = name.map(PersonalLines.field) ?? "-"
    return phrase.isEmpty || speaker.isEmpty ? nil : [phrase, speaker]
  }
}
