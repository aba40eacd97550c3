/// A line that says who wrote something: `بقلم: سلمى الراوي`, `مرسلة بواسطة خالد منصور في 8:30 ص`, `Author, …`.
enum Signature {
  /// The words of a name, and the most of a line that is signed: judgements.
  private static let (wordsOfName, mostOfLine) = (2...5, 14)
  /// What stands between a name and what else is told of it.
  private static let ends: Set<Substring> = [
    "في", "يوم", "بتاريخ", "on", "at", "in", "-", "–", "|", "•", "/",
  ]

  /// The name in `line`; `nil` where it is not signed, with `inFull` by two words at least (`مرسلة بواسطة`).
  ///
  /// - Complexity: O(*n*).
  static func name(in line: String, inFull: Bool = false) -> String? {
    let words = line.split(separator: " ")
    guard words.count <= mostOfLine, let announced = announced(words),
      announced > 1 || !inFull
    else { return nil }
    let name = words.dropFirst(announced).prefix {
      !ends.contains($0) && !$0.contains(where: \.isNumber)
    }
    // Behind "by" may stand whatever did it, as a body of people, which has an article.
    let isTold = words[announced - 1].last.map { ":,،".contains($0) } ?? false
    guard isTold || words[0].contains("قلم") || name.first?.hasPrefix("ال") == false else {
      return nil
    }
    // A stop or a comma ends it.
    let end = name.firstIndex { $0.last.map { ",،|".contains($0) } ?? false }
    let own = (end.map { name[...$0] } ?? name).map { bare($0) }.filter { !$0.isEmpty }
    guard wordsOfName.contains(own.count),
      !own.contains(where: {
        $0.contains("://") || $0.contains("@") || $0.contains("؟")
          || PageWords.builtIn.has($0[...], .sentence)
      })
    else { return nil }
    return own.joined(separator: " ")
  }

  /// How many words at the beginning say that the name of the author follows.
  private static func announced(_ words: [Substring]) -> Int? {
    (1...3).reversed().first { count in
      guard count < words.count else { return false }
      let phrase = words.prefix(count).map { bare($0).lowercased() }.filter { !$0.isEmpty }
      let text = phrase.joined(separator: " ")
      return PageWords.builtIn[.signed].contains(text)
        || isBeforeColon(words, count) && PageWords.builtIn[.told].contains(text)
    }
  }

  /// Whether a colon ends the first `count` words, or stands alone behind them.
  private static func isBeforeColon(_ words: [Substring], _ count: Int) -> Bool {
    words[count - 1].last == ":" || words[count - 1] == ":"
  }

  private static func bare(_ word: Substring) -> String {
    word.trimmingPrefix(while: isSign).reversed().trimmingPrefix(while: isSign).reversed().map(
      String.init
    ).joined()
  }

  private static func isSign(_ sign: Character) -> Bool { ":,،.|()*-–".contains(sign) }
}
