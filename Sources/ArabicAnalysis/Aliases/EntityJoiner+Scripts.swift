import ArabicText
import EntityModel

// Names in Latin letters that are those of entities named in Arabic letters.
extension EntityJoiner {
  /// Joins names in Latin letters with the entities whose names have the same consonants.
  ///
  /// That is the entity before the brackets that they stand in, else the only one of the text that
  /// fits. What a rule took for a person and fits none is an entity of its own.
  ///
  /// - Complexity: O(*n*) in the words of the entities' names, if there is any Latin name.
  mutating func joinForeignNames(of text: DecodedText, _ table: ConsonantTable) {
    guard
      findings.contains(where: { paragraph in
        !paragraph.foreignNames.isEmpty || paragraph.mentions.contains { $0.isForeignPerson }
      })
    else { return }
    var spellings = ForeignSpellings(table: table)
    for (number, cluster) in clusters.enumerated() where cluster.kind.isNamed {
      spellings.add(words(of: text.string(in: cluster.canonical)), of: number)
      for mention in cluster.mentions { spellings.bearers[mention.span] = number }
    }
    for paragraph in findings {
      var mentions = paragraph.mentions.lazy.filter(\.isForeignPerson).makeIterator()
      var mention = mentions.next()
      for name in paragraph.foreignNames {
        while let person = mention, person.span < name.span {
          join(person, text, &spellings)
          mention = mentions.next()
        }
        join(name, text, &spellings)
      }
      while let person = mention {
        join(person, text, &spellings)
        mention = mentions.next()
      }
    }
  }

  private mutating func join(
    _ name: ForeignName, _ text: DecodedText, _ spellings: inout ForeignSpellings
  ) {
    let latin = name.words.map { text.string(in: $0) }
    var owner: Int?
    if let apposed = name.apposed {
      owner = spellings.bearers[apposed].flatMap { number in
        // Organisations are translated as often as spelled: two capitalised words are a name.
        spellings.table.spellAlike(words(of: text.string(in: apposed)), latin)
          || clusters[number].kind == .organisation && latin.count > 1 ? number : nil
      }
    }
    guard let owner = owner ?? spellings.owner(of: latin, fewest: parameters.fewestConsonants)
    else {
      return
    }
    spellings.learn(latin, of: owner)
    clusters[owner].add(
      Mention(
        span: name.span,
        confidence: name.apposed == nil ? parameters.script : parameters.apposedScript,
        rule: name.apposed == nil ? .aliasScript : .aliasScriptApposed))
  }

  private mutating func join(
    _ person: FoundMention, _ text: DecodedText, _ spellings: inout ForeignSpellings
  ) {
    let latin = words(of: text.string(in: person.span))
    if let owner = spellings.owner(of: latin, fewest: parameters.fewestConsonants) {
      var joined = person
      joined.rule = .aliasScript
      clusters[owner].add(joined)
      return
    }
    let owner = joinExact(person)
    spellings.learn(latin, of: owner)
  }

  private func words(of name: String) -> [String] { name.split(separator: " ").map(String.init) }
}

extension FoundMention {
  /// Whether a rule took a name in Latin letters for a person.
  var isForeignPerson: Bool { rule == .personTitleForeign }
}

/// The consonants of the names of a text, and whose they are.
private struct ForeignSpellings {
  let table: ConsonantTable
  /// The clusters whose name ends in words of these consonants.
  private var endings: [String: Set<Int>] = [:]
  /// The cluster of each mention.
  var bearers: [TextSpan: Int] = [:]
  /// The clusters of Latin forms met before.
  private var known: [String: Set<Int>] = [:]

  init(table: ConsonantTable) { self.table = table }

  /// Takes in the name of a cluster.
  mutating func add(_ words: [String], of cluster: Int) {
    let skeletons = words.map(table.skeleton)
    for start in skeletons.indices.suffix(5) {
      endings[skeletons[start...].joined(separator: " "), default: []].insert(cluster)
    }
  }

  /// Takes in a Latin form of a cluster's name, and its last word.
  mutating func learn(_ latin: [String], of cluster: Int) {
    known[latin.joined(separator: " "), default: []].insert(cluster)
    if let last = latin.last { known[last, default: []].insert(cluster) }
  }

  /// The only cluster whose name a Latin name spells, or whose ending it is.
  func owner(of latin: [String], fewest: Int) -> Int? {
    if let owners = known[latin.joined(separator: " ")] {
      return owners.count == 1 ? owners.first : nil
    }
    let skeletons = latin.map(table.skeleton)
    guard skeletons.reduce(0, { $0 + $1.count }) >= fewest,
      skeletons.allSatisfy({ !$0.isEmpty }),
      let owners = endings[skeletons.joined(separator: " ")]
    else { return nil }
    return owners.count == 1 ? owners.first : nil
  }
}
