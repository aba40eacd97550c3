import ArabicText
import EntityModel

// Nouns that belong to the name beside them and are no mention of their own.
extension SpeakerResolver {
  /// ديزني، الشركة الأم لـ…; القيادي في حركة X سمير الحداد: whether a noun stands right behind a comma after a name of `owner`, or is a
  /// title whose bearer follows behind its complement.
  func isApposed(_ nominal: FoundNominal, to owner: Int) -> Bool {
    let index = place(of: nominal.span.lower) - 1
    if index >= 0, places[index].cluster == owner,
      isComma(between: places[index].span, nominal.span)
    {
      return true
    }
    return nominal.classes.contains(.title) && nominal.classes.isDisjoint(with: .plural)
      && isBeforeBearer(nominal)
  }

  /// المدير التجاري للشركة التونسية للملاحة، سمير الحداد: whether a complement is all that stands between a title and a name of a person.
  private func isBeforeBearer(_ title: FoundNominal) -> Bool {
    var next = place(of: title.span.upper)
    while next < places.count,
      joiner.clusters[places[next].cluster].kind != .person
        || nominalSpans.contains(places[next].span)
    {
      next += 1
    }
    guard next < places.count, places[next].span.lower - title.span.upper < Self.longestComplement,
      places[next].span.lower > title.span.upper
    else { return false }
    let complement = TextSpan(title.span.upper, places[next].span.lower)
    let words = text.string(in: complement).split(separator: " ")
    guard let first = words.first, words.count <= Self.mostComplementWords,
      opensComplement(first, of: complement)
    else { return false }
    return words.enumerated().allSatisfy { number, word in
      let isLast = number == words.count - 1
      let bare = isLast && (word.hasSuffix("،") || word.hasSuffix(",")) ? word.dropLast() : word
      return !bare.contains { "،,.:؛؟!()[]\n".contains($0) }
        && classes(of: bare).isDisjoint(with: [.relative, .complementiser, .cue, .connector])
    }
  }

  /// Whether a word opens what belongs to a title: a preposition of bodies, ل before a noun, or an adjective of time.
  private func opensComplement(_ word: Substring, of complement: TextSpan) -> Bool {
    if word == "في" {
      return mentions(in: complement).contains {
        joiner.clusters[$0.cluster].kind == .organisation && !nominalSpans.contains($0.span)
      }
    }
    return word.hasPrefix("ل") && word.count > 2 || ["عن", "احتياط"].contains(word)
      || isInTheName(word)
      || ["الحالي", "الحالية", "السابق", "السابقة", "الأسبق"].contains(word)
  }

  /// In bytes: a title with the whole name of a body.
  private static let longestComplement = 160
  private static let mostComplementWords = 9
}
