import ArabicAnalysis
import ArabicText

/// Counts who is quoted, and of whom they speak.
struct SpeakerCounts {
  /// A quotation as a catalogue knows it.
  struct Quotation {
    /// Its row.
    var id: Int64
    /// The row of its document.
    var document: Int64
    /// Who speaks; a name without letters where nobody knows.
    var speaker: SpeakerTable.Name
  }

  /// A document by the number of its catalogue, its row there, and its number among copies that count one by one.
  struct Document: Hashable {
    var catalogue: Int
    var row: Int64
    var copy = 0
  }

  private struct Speaker {
    var name = NameTally()
    var documents: Set<Document> = []
    var topics: [NameKey: NameTally] = [:]

    mutating func add(_ other: Speaker) {
      name.add(other.name)
      documents.formUnion(other.documents)
      for (topic, tally) in other.topics { topics[topic, default: NameTally()].add(tally) }
    }
  }

  /// How many documents were looked through.
  var documents = 0
  private var speakers: [NameKey: Speaker] = [:]
  private var unnamed = 0
  private var keys: NameKeys
  private let same: SameNames

  /// Nothing was counted; the names of one count as one, which is what `same` says.
  init(_ same: SameNames = SameNames()) { (self.same, keys) = (same, NameKeys(same)) }

  /// What tells who speaks from others; `nil` where nobody knows.
  mutating func key(of quotation: Quotation) -> NameKey? { keys[shown(quotation.speaker)] }

  /// Counts a quotation in `document`, in which `names` are named.
  mutating func add(
    _ quotation: Quotation, _ names: [SpeakerTable.Name], in document: Document
  ) {
    let speaker = shown(quotation.speaker)
    guard let key = keys[speaker] else {
      unnamed += 1
      return
    }
    speakers[key, default: Speaker()].name.add(speaker.name)
    speakers[key]?.documents.insert(document)
    var seen: Set<NameKey> = []
    for name in names {
      let name = shown(name)
      guard let topic = keys[name], seen.insert(topic).inserted else { continue }
      speakers[key]?.topics[topic, default: NameTally()].add(name.name)
    }
  }

  private func shown(_ name: SpeakerTable.Name) -> SpeakerTable.Name {
    SpeakerTable.Name(same.shown(name.name), name.kind)
  }

  /// Who was counted: words that name nobody, as those of an office, are of the one who is counted under the same
  /// name, which is what the person says of them.
  private var named: [NameKey: Speaker] {
    var named = speakers
    let keys = Dictionary(grouping: speakers.keys.filter { $0.kind != nil }, by: \.number)
    for key in speakers.keys where key.kind == nil {
      guard let others = keys[key.number], others.count == 1,
        let described = named.removeValue(forKey: key)
      else { continue }
      named[others[0]]?.add(described)
    }
    return named
  }

  /// What was counted, with at most `count` names for each speaker.
  ///
  /// - Complexity: O(*n* log *n*) in the names.
  func table(topicsAtMost count: Int) -> SpeakerTable {
    var table = SpeakerTable()
    (table.unnamed, table.documents) = (unnamed, documents)
    table.speakers = named.map { key, speaker in
      let topics = speaker.topics.map { topic, tally in
        SpeakerTable.Topic(
          name: SpeakerTable.Name(tally.spelling, topic.kind), quotations: tally.count)
      }
      let sorted = topics.sorted {
        ($1.quotations, $0.name) < ($0.quotations, $1.name)
      }
      return SpeakerTable.Speaker(
        name: SpeakerTable.Name(speaker.name.spelling, key.kind),
        quotations: speaker.name.count, documents: speaker.documents.count,
        topics: Array(sorted.prefix(count)))
    }
    table.speakers.sort {
      ($1.quotations, $1.documents, $0.name) < ($0.quotations, $0.documents, $1.name)
    }
    return table
  }
}
