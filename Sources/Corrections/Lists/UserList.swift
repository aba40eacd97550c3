import Annotations
import ArabicText
import Platform

/// The lists that the user keeps in the data folder and that learn from corrections.
package enum UserList: String, Hashable, Sendable, CaseIterable {
  /// Ways of writing names.
  ///
  /// A line is the name as it is written, its kind (`PER`, `ORG`, `LOC`, or `-` for what is no name), and
  /// what the entity is called; behind these the day and the article that it was learnt from.
  case names = "names.tsv"
  /// Phrases that news have for somebody who speaks, such as "the spokesman of the ministry".
  ///
  /// A line is the phrase, and the name of who that is, or `-` for nobody who has one; behind these the
  /// day and the article.
  case speakers = "speakers.tsv"

  /// The columns of the line that `annotation` teaches, or `nil` where it teaches this list nothing.
  ///
  /// Only a correction that holds everywhere does.
  func lesson(of annotation: Annotation) -> [String]? {
    guard annotation.scope == .everywhere, !annotation.isProposal,
      let correction = annotation.correction
    else { return nil }
    switch self {
    case .names: return Self.name(correction)
    case .speakers: return Self.speaker(correction)
    }
  }

  private static func name(_ correction: Correction) -> [String]? {
    // Not the words of the passage: what is "the minister" here is somebody else elsewhere.
    let name = Self.column(correction.subject?.name ?? "")
    guard !name.isEmpty else { return nil }
    switch correction {
    case .retype(_, let kind): return [name, kind.rawValue, name]
    case .rename(let subject, let target):
      return [name, subject.kind.rawValue, column(target)]
    case .merge(_, let into): return [name, into.kind.rawValue, column(into.name)]
    case .add(let subject), .confirm(let subject): return [name, subject.kind.rawValue, name]
    case .reject: return [name, "-", name]
    case .split, .speaker, .unknown: return nil
    }
  }

  private static func speaker(_ correction: Correction) -> [String]? {
    guard case .speaker(let name, let source?) = correction else { return nil }
    let phrase = column(source)
    let speaker = name.map(column) ?? "-"
    return phrase.isEmpty || speaker.isEmpty ? nil : [phrase, speaker]
  }

  /// `text` as a column: its words with one blank between them.
  static func column(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension UserListText {
  /// Learns from corrections that hold everywhere, and forgets those that were taken back.
  ///
  /// - Parameters:
  ///   - items: the corrections.
  ///   - list: which list this is.
  ///   - article: what they were made in, to be told with each lesson; `nil` tells nothing.
  /// - Returns: whether anything has changed.
  package mutating func learn(
    from items: [JournalItem], as list: UserList, in article: String? = nil
  ) -> Bool {
    let old = self
    for item in items {
      if let gone = item.before.flatMap(list.lesson) { forget(gone) }
      if let new = item.after.flatMap(list.lesson) {
        let day = item.after.map { String($0.modified.iso.prefix(10)) } ?? ""
        learn(new, from: article.map { [day, UserList.column($0)] } ?? [])
      }
    }
    return self != old
  }
}
