import ArabicText
import EntityModel

/// The names that paragraphs show, by which the same ones are known again behind clitics: سلم إلى وافد كيالي ثم لوافد كيالي.
struct KnownNames {
  private struct Name {
    /// The words behind the first one.
    var rest: [NameKey]
    var type: NameType
    var probability: Double
  }

  /// The names by their first words, the longer first.
  private var names: [NameKey: [Name]] = [:]

  /// The names of `paragraphs` of which the tagger is sure.
  init(of paragraphs: [TaggedNames]) {
    for paragraph in paragraphs {
      let words = paragraph.words
      let names = words.parameters.names
      for name in paragraph.names {
        guard name.probability >= (name.words.count > 1 ? names.leastTaggedAlone : names.sureTagged)
        else { continue }
        let first = name.words.lowerBound
        let start = paragraph.begin(of: name)
        // One that is cut itself, or of one word that is no person, shows nothing.
        guard start == words.words[first].span.lower, let key = words.plain(first)?.name,
          name.words.count > 1 || name.type == .person && isLong(first, in: words)
        else { continue }
        let rest = name.words.dropFirst().compactMap { words.plain($0)?.name }
        guard rest.count == name.words.count - 1 else { continue }
        self.names[key, default: []].append(
          Name(rest: rest, type: name.type, probability: name.probability))
      }
    }
    for key in names.keys { names[key]?.sort { $0.rest.count > $1.rest.count } }
  }

  private func isLong(_ index: Int, in words: ParagraphWords) -> Bool {
    words.words[index].span.utf8Count >= words.parameters.names.shortestUnknownStem
  }

  /// `paragraph` with the names behind clitics that are known.
  ///
  /// - Complexity: O(*n*) in the words.
  func completing(_ paragraph: TaggedNames) -> TaggedNames {
    guard !names.isEmpty else { return paragraph }
    var completed = paragraph
    for index in paragraph.words.words.indices {
      guard let name = name(at: index, in: paragraph) else { continue }
      completed.take(name)
    }
    return completed
  }

  /// The known name that begins at `index`, where the tagger does not have it so: a person of several words wherever they stand,
  /// another behind a clitic where what stands there is no word and no name by itself.
  private func name(at index: Int, in paragraph: TaggedNames) -> TaggedName? {
    let words = paragraph.words
    guard let plain = words.plain(index) else { return nil }
    let isNothing = plain.kinds.isEmpty && plain.classes.isEmpty
    for reading in words.readings(of: index) where !reading.clitics.contains(.future) {
      let found = names[reading.name]?.first {
        (isNothing && !reading.clitics.isEmpty || !$0.rest.isEmpty && $0.type == .person)
          && stands($0, behind: index, in: words)
      }
      if let found {
        let range = index..<index + 1 + found.rest.count
        let isFound = paragraph.names.contains {
          $0.words.overlaps(range)
            && ($0.words.lowerBound < index || $0.words.upperBound > range.upperBound
              || $0.words == range && paragraph.begin(of: $0) == reading.start)
        }
        // لوادلان, as the tagger has it itself.
        if isFound, reading.clitics.isEmpty, isNothing { continue }
        guard !isFound else { return nil }
        return TaggedName(
          words: range, type: found.type, clitics: reading.clitics.letterCount,
          probability: found.probability)
      }
      // Another word or name behind fewer clitics.
      if !reading.clitics.isEmpty, !reading.kinds.isEmpty || !reading.classes.isEmpty { return nil }
    }
    return nil
  }

  private func stands(_ name: Name, behind index: Int, in words: ParagraphWords) -> Bool {
    name.rest.enumerated().allSatisfy { words.plain(index + 1 + $0.offset)?.name == $0.element }
  }
}
