import ArabicAnalysis
import ArabicText

/// What names are told apart by: their kind and their folded words, in one of the spellings of different papers.
struct NameKey: Hashable {
  /// What is named.
  var kind: EntityKind?
  /// The number of its words among those that ``NameKeys`` has met.
  var number: Int
}

/// The keys of names, each made once.
struct NameKeys {
  /// A name by its bytes: what strings stand for in Unicode takes longer to hash than all else takes here.
  private struct Written: Hashable {
    var name: SpeakerTable.Name

    static func == (one: Written, other: Written) -> Bool {
      one.name.kind == other.name.kind && one.name.name.utf8.elementsEqual(other.name.name.utf8)
    }

    func hash(into hasher: inout Hasher) {
      var text = name.name
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  private var known: [Written: NameKey?] = [:]
  private var numbers: [String: Int] = [:]
  private let same: SameNames

  /// The keys of names of which `same` tells some apart, which are then two in any spelling.
  init(_ same: SameNames) { self.same = same }

  /// The key of `name`; `nil` where it has no letter.
  subscript(name: SpeakerTable.Name) -> NameKey? {
    mutating get {
      if let key = known[Written(name: name)] { return key }
      let words = NameWords.wanted(name.name)
      let key = words.isEmpty ? nil : NameKey(kind: name.kind, number: number(of: common(words)))
      known[Written(name: name)] = .some(key)
      return key
    }
  }

  private mutating func number(of words: String) -> Int {
    if let number = numbers[words] { return number }
    numbers[words] = numbers.count
    return numbers.count - 1
  }

  private func common(_ words: String) -> String {
    let common = NameSpellings.common(words)
    let isApart = same.told(apartFrom: words).contains { NameSpellings.common($0) == common }
    return isApart ? words : common
  }
}

/// Counts that belong to a name, however it is spelt.
struct NameTally {
  /// There are few.
  private var spellings: [(spelling: String, count: Int)] = []
  /// How often the name was counted.
  private(set) var count = 0

  /// Counts the name so many times, as it is spelt.
  mutating func add(_ spelling: String, times: Int = 1) {
    count += times
    if let place = spellings.firstIndex(where: { $0.spelling == spelling }) {
      spellings[place].count += times
    } else {
      spellings.append((spelling, times))
    }
  }

  /// Counts what `other` has counted.
  mutating func add(_ other: NameTally) {
    for (spelling, count) in other.spellings { add(spelling, times: count) }
  }

  /// The spelling that is used most; of several, the first in order.
  var spelling: String {
    spellings.min { ($1.count, $0.spelling) < ($0.count, $1.spelling) }?.spelling ?? ""
  }
}
