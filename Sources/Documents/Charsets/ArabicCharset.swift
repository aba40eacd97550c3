/// Tells the 8-bit charsets of Arabic apart by what their bytes would spell.
enum ArabicCharset {
  /// A charset, its table, and how much less it is to be expected than the most usual one.
  private struct Candidate {
    var charset: Charset
    var table: ByteTable
    var rarity: Float
  }

  private static let candidates = [
    ("windows-1256", 0 as Float), ("ISO-8859-6", 2), ("MacArabic", 8), ("CP720", 8), ("CP864", 10),
  ].compactMap { name, rarity in
    ByteTable(name).map { Candidate(charset: Charset(name), table: $0, rarity: rarity) }
  }

  /// How many bytes from 0x80 on are judged.
  private static let most = 4096
  /// How many letters it takes to believe that lines are stored as they are seen.
  private static let leastVisual = 8
  /// How much less that is to be expected.
  private static let visualRarity: Float = 12

  /// How much more the charset that is said is to be expected.
  private static let declarationWeight: Float = 8

  /// Whether `charset` is one of those that are told apart here.
  static func knows(_ charset: Charset) -> Bool {
    candidates.contains { $0.charset.name.uppercased() == charset.name.uppercased() }
  }

  /// The charset of `sample`; the most usual one where nothing speaks for another.
  ///
  /// - Parameters:
  ///   - sample: the bytes.
  ///   - declared: the charset that is said; only what spells words far better is taken instead.
  /// - Returns: the charset.
  /// - Complexity: O(*n*) in the bytes of the sample.
  static func detect(
    _ sample: UnsafeBufferPointer<UInt8>, declared: Charset? = nil
  ) -> Charset {
    let runs = runs(in: sample)
    let model = LetterModel.builtIn
    var best: (charset: Charset, chance: Float)?
    for candidate in candidates {
      let texts = runs.map { run in
        (scalars: run.bytes.map { candidate.table[$0] }, besideLatin: run.besideLatin)
      }
      let isDeclared = declared?.name.uppercased() == candidate.charset.name.uppercased()
      let start = isDeclared ? Self.declarationWeight : -candidate.rarity
      func chance(_ change: ([UInt16]) -> [UInt16]) -> Float {
        texts.reduce(start) {
          $0 + model.chance(of: change($1.scalars), besideLatin: $1.besideLatin)
        }
      }
      let found = chance { $0 }
      if best.map({ found > $0.chance }) ?? true { best = (candidate.charset, found) }
      guard texts.reduce(0, { $0 + LetterModel.letters(in: $1.scalars) }) >= leastVisual else {
        continue
      }
      let turned = chance { $0.reversed() } - visualRarity
      if best.map({ turned > $0.chance }) ?? true { best = (candidate.charset.visual, turned) }
    }
    return best?.charset ?? .windows1256
  }

  /// The charset in which all that is not ASCII in `sample` is words of the lists; `nil` where there is none.
  ///
  /// A word of three letters in CP720 may be well-formed UTF-8 of a letter that hardly any text has: `مصر`, U+AB69.
  /// Two letters are too few to tell: `é` is أب in CP864.
  static func ofWords(_ sample: UnsafeBufferPointer<UInt8>) -> Charset? {
    let runs = runs(in: sample)
    guard runs.allSatisfy({ $0.bytes.count > 2 }) else { return nil }
    return candidates.first { candidate in
      runs.allSatisfy { LetterModel.builtIn.isWord($0.bytes.map { candidate.table[$0] }) }
    }?.charset
  }

  /// The runs of bytes from 0x80 on, and whether an ASCII letter stands next to them.
  private static func runs(
    in sample: UnsafeBufferPointer<UInt8>
  ) -> [(bytes: [UInt8], besideLatin: Bool)] {
    var runs: [(bytes: [UInt8], besideLatin: Bool)] = []
    var (position, count) = (0, 0)
    while position < sample.count, count < most {
      guard sample[position] >= 0x80 else {
        position += 1
        continue
      }
      let run = sample[position...].prefix { $0 >= 0x80 }
      let isBeside = [position - 1, run.endIndex].contains { place in
        sample.indices.contains(place) && isLetter(sample[place])
      }
      runs.append((Array(run), isBeside))
      count += run.count
      position = run.endIndex
    }
    return runs
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }
}
