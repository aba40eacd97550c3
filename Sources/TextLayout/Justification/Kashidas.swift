import ArabicText

/// Where a word may be stretched by a kashida, and where best.
///
/// The order of places is that of the rules that Microsoft published for Internet Explorer 5.5
/// ("Justifying Text using Cascading Style Sheets", 2000), which LibreOffice and later libraries
/// follow:
///
/// 1. at a tatweel that the text has,
/// 2. after an initial or medial seen or sad,
/// 3. before a final ta marbuta, ha or dal,
/// 4. before a final alef, tah, lam, kaf or gaf,
/// 5. before a medial beh with a final reh or yeh after it,
/// 6. before a final waw, ain, qaf or feh,
/// 7. before another final letter.
///
/// "Final" is a form, so that an alef inside a word counts. Of two places of one rule the later one is
/// better. A kashida never stands inside lam-alef, nor in the article and what is written to it before a
/// word, and words of less than three cells have none.
struct Kashidas {
  private static let tatweel: UInt32 = 0x640

  let clusters: UnsafeBufferPointer<Cluster>
  let scalars: UnsafeBufferPointer<ShapedScalar>

  /// A place in a word.
  struct Place {
    /// The cluster after which, in logical order, the kashida stands.
    var cluster: Int
    /// The rule that allows it, from 1; the least is the best.
    var rule: Int
  }

  /// The best place in `word`, a range of clusters; `nil` where it has none.
  ///
  /// - Complexity: O(*n*).
  func bestPlace(in word: Range<Int>) -> Place? {
    let letters = word.count { base($0).properties.isArabicLetter }
    guard letters >= 3 else { return nil }
    var best: Place?
    for index in word.dropFirst(articleLength(in: word)).dropLast() {
      guard let rule = rule(after: index, in: word) else { continue }
      if rule <= best?.rule ?? .max { best = Place(cluster: index, rule: rule) }
    }
    return best
  }

  /// How many clusters `word` begins with that are the article, or may be, and what is written to it.
  ///
  /// As in `وال`, `بال`, `لل`, `ل`: behind the last of them no kashida stands either.
  private func articleLength(in word: Range<Int>) -> Int {
    var place = word.lowerBound
    while place < word.upperBound, !base(place).properties.isArabicLetter { place += 1 }
    func skip(_ letters: Set<UInt32>) {
      if place < word.upperBound, letters.contains(base(place).value) { place += 1 }
    }
    skip([0x648, 0x641])
    skip([0x628, 0x643, 0x644])
    let beforeArticle = place
    skip([0x627])
    // An alef without a lam behind it is no article.
    let isArticle = place < word.upperBound && base(place).value == LamAlef.lam
    return (isArticle ? place + 1 : beforeArticle) - word.lowerBound
  }

  /// The rule by which a kashida may stand after the cluster at `index`.
  private func rule(after index: Int, in word: Range<Int>) -> Int? {
    guard joins(index) else { return nil }
    let (here, next) = (base(index), base(index + 1))
    if here.value == Self.tatweel || next.value == Self.tatweel { return 1 }
    if here.properties.kashida == .seen { return 2 }
    if isFinal(index + 1) {
      return switch next.properties.kashida {
      case .dal: 3
      case .alef: 4
      case .waw: 6
      case .other, .seen, .beh, .reh: 7
      }
    }
    let afterNext = index + 2
    if next.properties.kashida == .beh, word.contains(afterNext), joins(index + 1),
      isFinal(afterNext), base(afterNext).properties.kashida == .reh
    {
      return 5
    }
    return nil
  }

  /// Whether the clusters at `index` and after it show Arabic letters that join, with nothing between,
  /// and are no lam-alef.
  private func joins(_ index: Int) -> Bool {
    let (one, other) = (clusters[index], clusters[index + 1])
    guard one.kind == .text, other.kind == .text, one.level == other.level, one.level & 1 == 1,
      one.scalars.upperBound == other.scalars.lowerBound
    else { return false }
    let (here, next) = (base(index), base(index + 1))
    guard here.properties.isArabicLetter || here.value == Self.tatweel,
      next.properties.isArabicLetter || next.value == Self.tatweel
    else { return false }
    // A lam-alef joins nothing after it.
    let isLigature = here.value == LamAlef.lam && one.scalars.dropFirst().contains(where: isAlef)
    let isLam = here.value == LamAlef.lam && isAlef(other.scalars.lowerBound)
    return here.isJoinedLeft && next.isJoinedRight && !isLigature && !isLam
  }

  private func isAlef(_ scalar: Int) -> Bool {
    LamAlef.ligature(with: scalars[scalar].value, isJoined: false) != nil
  }

  /// Whether the cluster ends a joined stretch: its letter, or the alef of its lam-alef.
  private func isFinal(_ index: Int) -> Bool {
    let isLigature = clusters[index].scalars.dropFirst().contains(where: isAlef)
    return isLigature || !base(index).isJoinedLeft
  }

  private func base(_ index: Int) -> ShapedScalar { scalars[clusters[index].scalars.lowerBound] }
}
