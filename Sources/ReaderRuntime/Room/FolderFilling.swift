import Annotations
import Interface
import Library
import Platform
import Reader

/// Brings the catalogues of a reading room up to date, and tells all the while what they know.
final class FolderFilling {
  /// How many documents are analysed before it is asked again which ones are on the screen; of many, into how
  /// many parts what is left is cut: to ask takes the longer the more there are.
  private static let (batch, batches) = (8, 100)
  /// How many documents are told at first: more than any screen has rows for.
  private static let firstCount = 200
  /// Of how many files it is told why they could not be read, and of how many lines of each.
  private static let (mostReasons, mostLines) = (100, 20)
  /// How long the list stays as it is while the work goes on, at least, in times of what telling it takes.
  private static let (pause, share) = (Duration.milliseconds(500), 10)

  private let catalogues: [Catalogue]
  private let setup: FolderShelf.Setup
  private let visible: @Sendable () -> [RoomDocument.ID]
  private let isCancelled: @Sendable () -> Bool
  private let post: @Sendable (RoomAnswer) -> Void
  private var nextTelling = ContinuousClock.now
  private var told = 0

  /// The work on `catalogues`; the other parts are those of ``FolderShelf/fill(visible:isCancelled:post:)``.
  init(
    _ catalogues: [Catalogue], _ setup: FolderShelf.Setup,
    visible: @escaping @Sendable () -> [RoomDocument.ID],
    isCancelled: @escaping @Sendable () -> Bool, post: @escaping @Sendable (RoomAnswer) -> Void
  ) {
    (self.catalogues, self.setup) = (catalogues, setup)
    (self.visible, self.isCancelled, self.post) = (visible, isCancelled, post)
  }

  /// Tells what is known, takes in what has changed, and analyses what was not.
  func run() throws(StoreError) {
    try Catalogue.mending(catalogues) { () throws(StoreError) in try work() }
  }

  /// Analyses what the person has corrected since, and tells all where there was anything.
  func refresh() throws(StoreError) {
    if try analyze() { try tell(withNames: true) }
  }

  /// Analyses what was not analysed, and tells nothing but how far that is.
  func analyzeAll() throws(StoreError) { _ = try analyze(tellsDocuments: false) }

  private func work() throws(StoreError) {
    post(.progress(RoomProgress(.reading, done: 0, total: 0)))
    // What is seen first, at once.
    try tell(withNames: false, atMost: Self.firstCount)
    post(.readings(setup.readings()))
    try tell(withNames: true)
    var hasChanged = false
    for catalogue in catalogues where !isCancelled() {
      if try scan(catalogue) { hasChanged = true }
    }
    if isCancelled() { return }
    if hasChanged { try tell(withNames: true) }
    post(.readings(try setup.allReadings(in: catalogues)))
    try tellUnread()
    if try analyze() { try tell(withNames: true) }
  }

  // MARK: Telling

  /// Tells all documents, the newest first.
  private func tell(withNames: Bool, atMost count: Int = .max) throws(StoreError) {
    let start = ContinuousClock.now
    let documents = try JoinedCatalogues(catalogues, newest: count == .max ? nil : count)
      .shelf(withNames: withNames, atMost: count)
      .map { RoomDocument($0, in: catalogues) }
    // Of a folder that was not looked through yet nothing is known.
    if told > 0 || !documents.isEmpty { post(.documents(documents)) }
    told += 1
    let taken = start.duration(to: .now)
    nextTelling = .now + max(Self.pause, taken * Self.share)
  }

  private func tellUnread() throws(StoreError) {
    var files: [UnreadFile] = []
    for catalogue in catalogues {
      for file in try catalogue.unread() where !isCancelled() {
        // The catalogue has the reason in English: it is asked again.
        let failures =
          files.count < Self.mostReasons ? catalogue.failures(in: file.path, setup.reading) : []
        var reasons = failures.prefix(Self.mostLines).map(\.phrase)
        let left = failures.count - reasons.count
        if left > 0 { reasons.append(Phrase(.linesMore, .number(left))) }
        files.append(UnreadFile(path: file.path, reasons: reasons))
      }
    }
    post(.unread(files))
  }

  private func tellNotices(of catalogue: Catalogue) {
    guard let notice = catalogue.notices.last else { return }
    post(.notice(Notice(notice.phrase)))
  }

  // MARK: Work

  /// Takes in what has changed; says whether anything has.
  private func scan(_ catalogue: Catalogue) throws(StoreError) -> Bool {
    var clock = WorkClock(.reading)
    let hasChanged = try catalogue.scan(
      setup.reading, jobs: setup.jobs, isCancelled: isCancelled,
      tell: { progress in
        if let told = clock.told(progress.done, of: progress.total) { post(.progress(told)) }
        // What cannot be told now is told later.
        if ContinuousClock.now > nextTelling { try? tell(withNames: false) }
      })
    tellNotices(of: catalogue)
    return hasChanged
  }

  /// Analyses what was not analysed; says whether there was anything.
  private func analyze(tellsDocuments: Bool = true) throws(StoreError) -> Bool {
    let key = setup.key()
    var total = 0
    let notes = catalogues.map { setup.notes($0.root) }
    for (catalogue, notes) in zip(catalogues, notes) where try catalogue.pending(key, notes) > 0 {
      try catalogue.adopt(key)
      total += try catalogue.pending(key, notes)
    }
    guard total > 0 else { return false }
    // The model is loaded, and the first article may be long.
    post(.progress(RoomProgress(.analysing, done: 0, total: total)))
    let analyzer = setup.analyzer()
    var clock = WorkClock(.analysing)
    var done = 0
    for (catalogue, notes) in zip(catalogues, notes) {
      var left = try catalogue.pending(key, notes)
      let files = FolderDocuments(catalogue.root, setup.reading)
      while left > 0, !isCancelled() {
        let urgent = visible().filter { $0.path.hasPrefix(catalogue.root + "/") }
          .map { String($0.path.dropFirst(catalogue.root.count + 1)) }
        try catalogue.analyze(
          key, setup.reading, jobs: setup.jobs, notes: notes, first: Set(urgent),
          atMost: max(Self.batch, left / Self.batches), files: files, by: analyzer,
          tell: { progress in
            if let told = clock.told(done + progress.done, of: total) { post(.progress(told)) }
          })
        let rest = try catalogue.pending(key, notes)
        // Files that have changed meanwhile are taken in by the next scan.
        if rest == left { break }
        done += left - rest
        left = rest
        if let told = clock.told(done, of: total) { post(.progress(told)) }
        if tellsDocuments, ContinuousClock.now > nextTelling { try tell(withNames: true) }
      }
    }
    return true
  }
}

extension RoomDocument {
  fileprivate init(_ known: ShelvedDocument, in catalogues: [Catalogue]) {
    self.init(
      id: ID(
        known.path, number: known.number, hash: known.hash, in: catalogues[known.catalogue]),
      hash: known.hash,
      title: known.title,
      source: known.source, time: known.time,
      words: known.count, names: known.names,
      allNames: known.allNames, copies: known.copies.map { RoomDocument($0, in: catalogues) })
  }
}

extension RoomDocument.ID {
  /// The document with the number `number` in the file at `path` of `catalogue`'s folder; 0 is the file itself.
  init(_ path: String, number: Int, hash: String, in catalogue: Catalogue) {
    self.init(
      path: FilePath.join(catalogue.root, path), item: number == 0 ? nil : number - 1, hash: hash)
  }
}

/// Tells how far work is, a few times a second, and how long it takes still.
private struct WorkClock {
  private static let pause = Duration.milliseconds(100)
  /// What is told of the time left before it is known well enough.
  private static let least = Duration.seconds(3)

  private let work: RoomProgress.Work
  private let start = ContinuousClock.now
  private var next = ContinuousClock.now

  init(_ work: RoomProgress.Work) { self.work = work }

  /// What is to be told now; `nil` where that is too soon.
  mutating func told(_ done: Int, of total: Int) -> RoomProgress? {
    let now = ContinuousClock.now
    guard now >= next || done == total else { return nil }
    next = now + Self.pause
    let taken = start.duration(to: now)
    guard done > 0, taken >= Self.least else {
      return RoomProgress(work, done: done, total: total)
    }
    let left = taken / done * (total - done)
    let minutes = Int((left.components.seconds + 59) / 60)
    return RoomProgress(work, done: done, total: total, minutes: minutes)
  }
}

extension Catalogue.Notice {
  /// What has to be known, in no language yet.
  package var phrase: Phrase {
    switch self {
    case .damaged(let path): Phrase(.catalogueDamaged, .path(path))
    case .outdated(let path): Phrase(.catalogueOutdated, .path(path))
    case .unkept(let path): Phrase(.catalogueUnkept, .path(path))
    }
  }
}
