import ArabicText

/// Takes words apart that were printed without the space between them.
///
/// Only where the spelling leaves no doubt: ة, ى, ٌ and ٍ end words and never stand inside one, إ begins words
/// and stands behind nothing but clitics and the article, and أنّ or إنّ, with the doubling sign written,
/// is followed by a pronoun or by another word.
enum GluedWords {
  private static let taMarbuta: UInt32 = 0x629
  private static let maqsura: UInt32 = 0x649
  private static let alefBelow: UInt32 = 0x625
  private static let alefAbove: UInt32 = 0x623
  /// ٌ and ٍ, which end words.
  private static let tanwin: ClosedRange<UInt32> = 0x64C...0x64D
  private static let shadda: UInt32 = 0x651
  private static let noon: UInt32 = 0x646

  /// The words of a token, mostly the token itself.
  ///
  /// - Complexity: O(*n*) in the bytes of the token; a token has four pieces at most.
  static func pieces(of token: Token, in text: DecodedText) -> [Token] {
    guard token.kind == .arabic, token.span.utf8Count > 10, mayBeGlued(token.span, text) else {
      return [token]
    }
    var pieces: [Token] = []
    var rest = token
    while pieces.count < 3, let cut = cut(in: rest.span, of: text) {
      pieces.append(Token(span: TextSpan(rest.span.lower, cut), kind: .arabic))
      rest.span.lower = cut
    }
    return pieces + [rest]
  }

  /// Whether ة or a doubled ن stands before the end: most words are read no further.
  private static func mayBeGlued(_ span: TextSpan, _ text: DecodedText) -> Bool {
    var last: UInt32 = 0
    var count = 0
    for item in text.scalars(in: span) {
      let isLetter = ScalarProperties(item.value).isLetter
      if isLetter && (last == taMarbuta || last == maqsura && count > 2)
        || last == noon && item.value == shadda
        || item.value == alefBelow && count > (last == lam ? 4 : 1)
        || isLetter && tanwin.contains(last)
      {
        return true
      }
      if isLetter { count += 1 }
      last = item.value
    }
    return false
  }

  /// Where the first of two glued words ends.
  private static func cut(in span: TextSpan, of text: DecodedText) -> TextOffset? {
    var letters: [UInt32] = []
    var isBehindTaMarbuta = false
    var isBehindDoubling = false
    var isBehindTanwin = false
    var lastAlef: TextOffset?
    for item in text.scalars(in: span) {
      if isBehindTaMarbuta, ScalarProperties(item.value).isLetter, item.value != taMarbuta {
        return item.offset
      }
      if isBehindDoubling, ScalarProperties(item.value).isLetter {
        let rest = TextSpan(item.offset, span.upper)
        guard opensWord(rest, text) else { return nil }
        return behindPronoun(rest, text) ?? item.offset
      }
      if ScalarProperties(item.value).isLetter {
        // تصريحٍللميادين
        if isBehindTanwin { return item.offset }
        // علىجاذبية; قالتإن, الميادينإلى.
        if letters.last == maqsura, letters.count > 2 { return item.offset }
        if item.value == alefBelow, !isPrefix(letters) { return item.offset }
        if item.value == alefAbove { lastAlef = item.offset }
        letters.append(item.value)
        isBehindTaMarbuta = item.value == taMarbuta
      } else if tanwin.contains(item.value) {
        isBehindTanwin = true
      } else if item.value == shadda {
        isBehindDoubling = isComplementiser(letters)
        // حماسأنّ, حماسأنّها.
        if letters.count > 4, letters.suffix(2) == [alefAbove, noon],
          !isPrefix(Array(letters.dropLast(2))), letters.first != alef, let cut = lastAlef,
          isPronoun(TextSpan(item.span.upper, span.upper), text)
        {
          return cut
        }
      }
    }
    return nil
  }

  /// Whether letters are clitics, with or without the article: وبال, لل.
  private static func isPrefix(_ letters: [UInt32]) -> Bool {
    var rest = letters[...]
    if rest.suffix(2) == [alef, lam] { rest = rest.dropLast(2) }
    return rest.count < 4 && rest.allSatisfy { clitics.contains($0) }
  }

  private static let alef: UInt32 = 0x627
  private static let lam: UInt32 = 0x644
  /// و ف ب ل ك, س of the future and أ of questions.
  private static let clitics: [UInt32] = [0x648, 0x641, 0x628, lam, 0x643, 0x633, alefAbove]

  /// Whether a span holds no more letters than a pronoun: ه, ها, هم.
  private static func isPronoun(_ span: TextSpan, _ text: DecodedText) -> Bool {
    let letters = text.scalars(in: span).filter { ScalarProperties($0.value).isLetter }
    return letters.isEmpty || letters.count < 3 && letters.first?.value == 0x647
  }

  /// أن, إن, also behind clitics: وأن, بأن.
  private static func isComplementiser(_ letters: [UInt32]) -> Bool {
    guard (2...4).contains(letters.count), letters.last == noon else { return false }
    let alef = letters[letters.count - 2]
    return (alef == 0x623 || alef == 0x625)
      && letters.dropLast(2).allSatisfy { [0x648, 0x641, 0x628, 0x644].contains($0) }
  }

  /// أنّهاستعلق: the end of ها before a verb of the future or the present.
  private static func behindPronoun(_ span: TextSpan, _ text: DecodedText) -> TextOffset? {
    let letters = text.scalars(in: span).filter { ScalarProperties($0.value).isLetter }.prefix(3)
    guard letters.map(\.value).starts(with: [0x647, 0x627]), let third = letters.last,
      third.value == 0x633 || third.value == 0x62A
    else { return nil }
    return third.offset
  }

  /// Whether what follows أنّ is longer than a pronoun: ها, نا, and is neither هما nor كما.
  private static func opensWord(_ span: TextSpan, _ text: DecodedText) -> Bool {
    let letters = text.scalars(in: span).map(\.value)
      .filter { ScalarProperties($0).isLetter }
    return letters.count > 3 || letters.count == 3 && letters.suffix(2) != [0x645, alef]
  }

  /// A place in a word where a space may be missing.
  struct Cut {
    var offset: TextOffset
    /// Whether a particle fills the rest: الأزهرفي.
    var isParticle: Bool
  }

  /// Where a word may be two words that the lists have to know.
  ///
  /// That is before the article, alone or behind a clitic, and before a particle at the end of a word with the
  /// article.
  ///
  /// - Complexity: O(*n*) in the letters.
  static func doubtfulCuts(of token: Token, in text: DecodedText) -> [Cut] {
    let letters = text.scalars(in: token.span).filter { ScalarProperties($0.value).isLetter }
    let values = letters.map { $0.value == 0x623 || $0.value == alefBelow ? alef : $0.value }
    var cuts: [Cut] = []
    var index = 3
    while index + 4 < values.count {
      let pair = (values[index], values[index + 1])
      if pair == (alef, lam) || pair == (lam, lam) {
        cuts.append(Cut(offset: letters[index].offset, isParticle: false))
        if index > 3, clitics.contains(values[index - 1]) {
          cuts.append(Cut(offset: letters[index - 1].offset, isParticle: false))
        }
      }
      index += 1
    }
    for particle in particles where values.count > particle.count + 4 {
      let starts = values[0] == alef && values[1] == lam || values[0] == lam && values[1] == lam
      // الوسيطان is a dual, and no أن.
      let isDual = particle == [alef, noon] && letters[values.count - 2].value == alef
      if starts, !isDual, values.suffix(particle.count).elementsEqual(particle) {
        cuts.append(
          Cut(offset: letters[values.count - particle.count].offset, isParticle: true))
      }
    }
    return cuts
  }

  /// في, إلى, أن, على, من, عن.
  private static let particles: [[UInt32]] = [
    [0x641, 0x64A], [alef, lam, maqsura], [alef, noon], [0x639, lam, maqsura], [0x645, noon],
    [0x639, noon],
  ]
}
