import ArabicText
import EntityModel

// Words that no list has, and such as the lists have with fewer clitics.
extension NameStem {
  /// راوي: whether a word that no list has ends like a nisba, and the lists have it with the article as a surname.
  func isBareNisba(_ index: Int) -> Bool {
    guard let plain = words.plain(index), words.words[index].kind == .arabic,
      plain.kinds.isEmpty, plain.classes.isEmpty, !plain.hasArticle
    else { return false }
    let span = words.words[index].span
    guard span.utf8Count >= words.parameters.names.shortestUnknownStem,
      words.text.scalar(before: span.upper)?.value == Letters.yaa
    else { return false }
    let key = NameKey("ال" + words.text.string(in: span))
    guard let kinds = words.names[key]?.kinds else { return false }
    return kinds.contains(.surname) && !kinds.contains(.common)
  }

  /// ببريت, ككاسبرسكي, كإنتل: whether a word that no list has begins with ب, ف or ك twice, as Arabic words and names do not,
  /// or has a hamza with an alef behind its first letter, as foreign names do not.
  func hasSeam(before reading: Reading, at index: Int) -> Bool {
    guard reading.clitics.letterCount > 0, !reading.hasArticle,
      let clitic = words.text.scalar(before: reading.start)?.value,
      let letter = words.text.scalar(at: reading.start)?.value,
      Self.doubled.contains(clitic) && letter == clitic || Self.hamzas.contains(letter),
      let plain = words.plain(index)
    else { return false }
    return plain.kinds.isEmpty && plain.classes.isEmpty
  }

  /// ب, ف, ك: letters of clitics that no name begins with twice.
  private static let doubled: Set<UInt32> = [Letters.baa, Letters.faa, Letters.kaf]

  /// ولبنان: whether what stands behind fewer clitics than `reading` has, or none, is a place or a body of the lists and
  /// nothing else.
  func isHidden(_ reading: Reading, at index: Int) -> Bool {
    guard !reading.clitics.isEmpty else { return false }
    return words.readings(of: index).contains { other in
      other.start < reading.start && !other.kinds.isDisjoint(with: [.place, .organisation])
        && other.kinds.isDisjoint(with: [
          .given, .surname, .common, .doubtfulPlace, .doubtfulOrganisation,
        ])
        && !isShadow(other, at: index)
    }
  }

  /// بشناق, فانسي: whether a cut leaves no name of a word that is one, or a stem that begins with a bare alef, as words do
  /// behind the article and those of ت- and ن-: لاعتدال, but not امية of لامية.
  func losesLetter(_ reading: Reading, at index: Int) -> Bool {
    guard !reading.clitics.isEmpty, !reading.hasArticle, let plain = words.plain(index) else {
      return false
    }
    if plain.kinds.isCertainPart || plain.isWholeName { return reading.kinds.isEmpty }
    let stem = words.text.scalars(in: TextSpan(reading.start, words.words[index].span.upper))
      .map(\.value).filter { ScalarProperties($0).isLetter }.prefix(3)
    guard plain.kinds.isEmpty, stem.first == Letters.alef, stem.count == 3 else { return false }
    return stem[1] != Letters.noon && stem[1] != Letters.baa && stem[2] != Letters.taa
  }

  /// بكوشنر, وهيغسيث, لأورتاغوس: whether no list has a word, with clitics or without, and its letters are those of a clitic
  /// and a name rather than of a name.
  ///
  /// Of the words of the labelled news that begin names and that no list has, all 219 that begin with و or ل before a
  /// consonant have a clitic but one, and all 47 that begin with ب but before ر, ل or ن; before a long vowel half
  /// of them are whole.
  func soundsCut(_ reading: Reading, at index: Int) -> Bool {
    mayBeCut(reading, at: index)
      // ولكوشنر
      && !words.readings(of: index).contains {
        $0.start > reading.start && mayBeCut($0, at: index)
      }
  }

  /// Whether the cut that the letters of a word at `index` speak for is `reading` or goes on behind it: ودوستر, وبدوستر.
  func soundsCut(at index: Int, behind reading: Reading) -> Bool {
    words.readings(of: index).contains { $0.start >= reading.start && soundsCut($0, at: index) }
  }

  private func mayBeCut(_ reading: Reading, at index: Int) -> Bool {
    let word = words.words[index]
    guard !reading.clitics.isEmpty, !reading.clitics.contains(.future), !reading.hasArticle,
      word.span.upper - reading.start >= words.parameters.names.shortestUnknownStem,
      words.readings(of: index).allSatisfy({ $0.kinds.isEmpty && $0.classes.isEmpty }),
      let clitic = words.text.scalar(before: reading.start)?.value,
      let letter = words.text.scalar(at: reading.start)?.value
    else { return false }
    if Self.hamzas.contains(letter) { return true }
    guard !EntityJoiner.longVowels.contains(letter) else { return false }
    switch clitic {
    case Letters.lam, Letters.waw: return true
    case Letters.baa, Letters.faa: return !Self.joining.contains(letter)
    default: return false
    }
  }

  /// أ, إ, آ: letters that begin words.
  static let hamzas: Set<UInt32> = [0x622, 0x623, 0x625]
  /// Consonants that foreign names have behind b and f: بريستو, بلومبرغ.
  private static let joining: Set<UInt32> = [Letters.raa, Letters.lam, Letters.noon]
}
