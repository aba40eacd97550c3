import ArabicText

/// The quotations of documents that have copies, of which those count of each speaker that stand in the newest copy
/// in which somebody of that name speaks: a paper may have left out the end.
struct CopiedQuotations {
  private struct Waiting {
    var quotation: SpeakerCounts.Quotation
    var names: [SpeakerTable.Name]
    var copy: Copy
  }

  private struct Copy {
    /// The newest of the copies.
    var original: SpeakerCounts.Document
    /// How many are newer.
    var rank: Int
  }

  private struct Speaker: Hashable {
    var original: SpeakerCounts.Document
    var key: NameKey?
  }

  private var copies: [SpeakerCounts.Document: Copy] = [:]
  private var waiting: [Waiting] = []

  /// None yet, of documents of which each of `groups` are copies of one another, the newest first.
  init(_ groups: some Sequence<[Catalogue.Candidate]>) {
    for group in groups where group.count > 1 {
      let documents = group.map(\.counted)
      for (rank, document) in documents.enumerated() {
        copies[document] = Copy(original: documents[0], rank: rank)
      }
    }
  }

  /// Takes a quotation in `document`, in which `names` are named.
  ///
  /// - Returns: whether it is one of a document with copies.
  mutating func take(
    _ quotation: SpeakerCounts.Quotation, _ names: [SpeakerTable.Name],
    in document: SpeakerCounts.Document
  ) -> Bool {
    guard let copy = copies[document] else { return false }
    waiting.append(Waiting(quotation: quotation, names: names, copy: copy))
    return true
  }

  /// Counts those that were taken.
  func count(in counts: inout SpeakerCounts) {
    var ranks: [Speaker: Int] = [:]
    let sorted = waiting.enumerated().sorted {
      ($0.element.copy.rank, $0.offset) < ($1.element.copy.rank, $1.offset)
    }
    for (_, quoted) in sorted {
      let key = counts.key(of: quoted.quotation)
      let speaker = Speaker(original: quoted.copy.original, key: key)
      let rank = ranks[speaker] ?? quoted.copy.rank
      ranks[speaker] = rank
      if rank == quoted.copy.rank {
        counts.add(quoted.quotation, quoted.names, in: quoted.copy.original)
      }
    }
  }
}
