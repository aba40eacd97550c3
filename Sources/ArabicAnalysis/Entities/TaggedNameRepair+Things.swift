import ArabicText
import EntityModel

// The object of a verb behind the name of the body that is its subject.
extension TaggedNameRepair {
  /// استنكر [اتحاد الكتاب] المنع معتبرا: whether a thing ends the name of a body right behind a verb that takes an object.
  ///
  /// The name has a complement with the article already, and behind it stand no adjective and no plural of people, but
  /// a noun with the article; then the clause ends or goes on with a participle or a preposition.
  func endsInThing(_ name: TaggedName) -> Bool {
    let last = name.words.upperBound - 1
    guard name.words.count == 3, words.plain(name.words.lowerBound)?.hasArticle == false,
      words.plain(last - 1)?.hasArticle == true, let noun = words.plain(last), noun.hasArticle,
      noun.kinds.contains(.common), noun.kinds.isDisjoint(with: [.place, .organisation]),
      noun.classes.isDisjoint(with: [.adjective, .demonym, .describing, .attribute, .insideTitle]),
      words.words[last].shape.isDisjoint(with: [.nisba, .inflected]),
      !words.text.string(in: words.words[last].span).hasSuffix("ين"),
      let verb = words.reading(name.words.lowerBound - 1, of: .cue),
      words.lexicon.cues[verb.word]?.contains(where: takesObject) == true
    else { return false }
    let next = last + 1
    return next >= words.count || words.sign(next) != 0 || words.isPlain(next, [.governor, .cue])
      || words.readings(of: next).contains {
        $0.clitics.contains(.conjunction) && $0.classes.contains(.cue)
          || $0.classes.contains(.complementiser) && !$0.clitics.isEmpty
      }
  }

  private func takesObject(_ form: CueForm) -> Bool {
    form.slot != .noun && !form.slot.isParticiple && form.slot != .passive
      && !form.frame.isDisjoint(with: [.object, .secondObject, .nounPhrase])
      && form.frame.isDisjoint(with: [.preposition])
  }
}
