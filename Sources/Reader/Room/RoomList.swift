import Annotations
import ArabicAnalysis
import ArabicText
import Platform

/// The documents of a reading room: all that there are, and those that are listed, in their order.
struct RoomList: Sendable {
  /// All documents, the newest first, with their copies.
  var known: [RoomDocument] = [] { didSet { spread() } }
  /// Whether each copy is listed by itself, behind what it is one of.
  var showsCopies = false { didSet { spread() } }
  /// The documents that can be listed.
  private(set) var documents: [RoomDocument] = [] {
    didSet {
      hasSources = documents.contains { $0.source != nil }
      hasNames = documents.contains { !$0.names.isEmpty }
      list()
    }
  }
  /// Whether of any document it is known who published it.
  private(set) var hasSources = false
  /// Whether of any document it is known who is in it.
  private(set) var hasNames = false
  /// What was done with documents, by their hashes.
  var readings: [String: DocumentReading] = [:] {
    didSet {
      guard readings != oldValue else { return }
      unopened = documents.count { isNew($0) }
      // Nothing moves under one's eyes but by a key, so that the order of what is unread stays.
    }
  }
  /// How they are sorted.
  var order = RoomOrder.date { didSet { list() } }
  /// What was typed: documents are listed that hold all words of it.
  var query = "" { didSet { if query != oldValue { list(isNarrowed: query.hasPrefix(oldValue)) } } }
  /// The documents that are listed, by their numbers.
  private(set) var listed: [Int] = []
  /// How many documents nobody has opened.
  private(set) var unopened = 0
  private var sorted: [Int] = []

  private mutating func spread() {
    documents = showsCopies ? known.flatMap { [$0] + $0.copies } : known
  }

  /// How many documents are listed.
  var count: Int { listed.count }

  /// The document in the row `row` of the list.
  subscript(row: Int) -> RoomDocument { documents[listed[row]] }

  /// Whether nobody has opened `document` as it is now, nor any of the copies that its row stands for.
  func isNew(_ document: RoomDocument) -> Bool {
    ([document] + copies(of: document)).allSatisfy { readings[$0.hash]?.isOpened != true }
  }

  /// What was done with `document` and with the copies that its row stands for.
  func reading(of document: RoomDocument) -> DocumentReading? {
    if copies(of: document).isEmpty { return readings[document.hash] }
    var seen: Set<String> = []
    let all = ([document] + document.copies).filter { seen.insert($0.hash).inserted }
      .compactMap { readings[$0.hash] }
    guard !all.isEmpty else { return nil }
    return DocumentReading(
      percent: all.lazy.compactMap(\.percent).first, notes: all.reduce(0) { $0 + $1.notes },
      words: all.map(\.words).joined(separator: "\n"))
  }

  /// The copies that the row of `document` stands for.
  private func copies(of document: RoomDocument) -> [RoomDocument] {
    showsCopies ? [] : document.copies
  }

  /// The row of a document, where it is listed.
  ///
  /// - Complexity: O(*n*).
  func row(of id: RoomDocument.ID) -> Int? { listed.firstIndex { documents[$0].id == id } }

  /// Sorts and filters anew.
  ///
  /// - Complexity: O(*n* log *n*) in the documents, and O(*n*) in what is known of them for each word typed.
  private mutating func list(isNarrowed: Bool = false) {
    let filter = NameFilter(query)
    if !isNarrowed {
      sorted = ordered()
      unopened = documents.count { isNew($0) }
    }
    // What was listed may hold the beginning of one spelling and not of another.
    let candidates = isNarrowed && filter.narrows ? listed : sorted
    guard !filter.isEmpty else {
      listed = sorted
      return
    }
    listed = candidates.filter { number in
      let document = documents[number]
      let written = reading(of: document).map { reading in
        let percent = reading.percent ?? 0
        return DecodedText([reading.words, "\(percent)%", "\(percent)٪"].joined(separator: "\n"))
      }
      let texts =
        [document.searched, written].compactMap(\.self) + copies(of: document).map(\.searched)
      return filter.holds(for: texts)
    }
  }

  private func ordered() -> [Int] {
    func sorted<Key: Comparable>(by key: (RoomDocument) -> Key) -> [Int] {
      let keys = documents.map(key)
      return documents.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
    return switch order {
    // Those that are known are in that order, but the copies behind each.
    case .date: showsCopies ? sorted { -$0.time.milliseconds } : Array(documents.indices)
    case .title: sorted { Folding.search.fold($0.title) }
    case .name: sorted { FileOrder(name: $0.name, path: $0.id.path, item: $0.id.item ?? 0) }
    case .unread: sorted { isNew($0) ? 0 : 1 }
    }
  }
}

/// Documents by the names of their files, those of one file in its order.
private struct FileOrder: Comparable {
  var name, path: String
  var item: Int

  static func < (one: FileOrder, other: FileOrder) -> Bool {
    (one.name, one.path, one.item) < (other.name, other.path, other.item)
  }
}
