import ArabicAnalysis
import ArabicText

/// Who speaks by which phrase in every document, as the user says.
package struct UserSpeakers: Sendable {
  /// Who speaks by a phrase.
  package enum Speaker: Hashable, Sendable {
    /// Somebody called so.
    case named(String)
    /// Nobody who has a name.
    case nobody

    /// The name, or `nil` for nobody who has one.
    package var name: String? { if case .named(let name) = self { name } else { nil } }
  }

  private let speakers: [String: Speaker]

  /// The numbers of the lines that say nothing, since a column is missing.
  let unusableLines: [Int]

  /// The phrases of `text`, the content of ``UserList/speakers``, without the lines that cannot be used.
  package init(usableLinesOf text: String = "") {
    var speakers: [String: Speaker] = [:]
    var unusable: [Int] = []
    for line in UserListLine.all(in: text) {
      if line[0].isEmpty || line[1].isEmpty {
        unusable.append(line.number)
      } else {
        speakers[Self.key(line[0])] = line[1] == "-" ? .nobody : .named(line[1])
      }
    }
    (self.speakers, unusableLines) = (speakers, unusable)
  }

  /// Whether there are no phrases.
  package var isEmpty: Bool { speakers.isEmpty }

  /// Who speaks by the phrase `source`, however it is spelt; `nil` where the list has no such phrase.
  ///
  /// - Complexity: O(1) in the phrases.
  package func speaker(for source: String) -> Speaker? { speakers[Self.key(source)] }

  /// What two spellings of one phrase have in common.
  ///
  /// - Complexity: O(*n*) in its length.
  static func key(_ phrase: String) -> String { Folding.search.fold(UserList.column(phrase)) }
}
