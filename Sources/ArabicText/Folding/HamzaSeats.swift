/// Words with a hamza that papers of Cairo and of Beirut write on other letters: `مسئول`, `مسؤول`; `هيئة`, `هيأة`.
package enum HamzaSeats {
  /// Letters that stand for each other within a word; what begins one is a conjunction as often: `وولد`.
  private static let seats = [["ئو", "ؤو", "ءو", "وو"], ["يئ", "يأ"]]
  /// What nobody writes for others, though others are written for it.
  private static let typed: Set<String> = ["وو"]

  /// The other spellings of `text`, the same in all of its words; none where it has no such hamza.
  ///
  /// - Parameter text: words with the hamza as they are typed, not folded.
  /// - Returns: the other spellings, none of them `text`.
  /// - Complexity: O(*n*).
  package static func others(of text: String) -> [String] {
    let text = Folding.light.fold(text)
    var spellings = [text]
    for seats in seats where seats.contains(where: { Self.stands($0, in: text) }) {
      spellings = spellings.flatMap { spelling in
        [spelling]
          + seats.filter { !typed.contains($0) }.map { wanted in
            seats.reduce(spelling) { replacing($1, by: wanted, in: $0) }
          }
      }
    }
    var known: Set<String> = [text]
    return spellings.filter { known.insert($0).inserted }
  }

  private static func stands(_ seat: String, in text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { $0.dropFirst().contains(seat) }
  }

  private static func replacing(_ seat: String, by other: String, in text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map {
      String($0.prefix(1)) + String($0.dropFirst()).replacing(seat, with: other)
    }.joined(separator: " ")
  }
}
